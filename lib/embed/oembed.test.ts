import { describe, expect, test } from "vitest";
import { readOembed } from "./oembed";

const origin = "https://mesh.example";
const ask = (query: Record<string, string>) => readOembed(new URLSearchParams(query), origin);
const statusOf = (query: Record<string, string>) => {
  const read = ask(query);
  return read.ok ? 200 : read.status;
};

describe("an oEmbed request", () => {
  test("is for an address of this site and no other", () => {
    const url = `${origin}/r/000Eo`;
    for (const ours of [url, `${url}/`, `${url}#changes`, url.replace("https:", "http:")])
      expect(statusOf({ url: ours }), ours).toBe(200);
    for (const other of [
      "https://evil.example/r/000Eo",
      "https://mesh.example:444/r/000Eo",
      "https://mesh.example.evil.example/r/000Eo",
      "https://user@mesh.example/r/000Eo",
      "https://:secret@mesh.example/r/000Eo",
      "ftp://mesh.example/r/000Eo",
      "javascript:alert(1)",
      `${url}//`,
      `${url}/adr.md`,
      `${origin}/`,
    ])
      expect(statusOf({ url: other }), other).toBe(404);
    for (const none of ["", "/r/000Eo", "//mesh.example/r/000Eo", `${url}?${"x".repeat(5000)}`])
      expect(statusOf({ url: none }), none.slice(0, 40)).toBe(400);
  });

  test("takes any whole number of pixels, however large", () => {
    const url = `${origin}/r/000Eo`;
    for (const maxwidth of ["1", "480", "1000000000", "9".repeat(400)])
      expect(statusOf({ url, maxwidth }), maxwidth.slice(0, 12)).toBe(200);
    for (const maxwidth of ["0", "-1", "1e9", "abc", "4.5", " 5", "+5", "0x10", "NaN"])
      expect(statusOf({ url, maxheight: maxwidth }), maxwidth).toBe(400);
  });

  test("is for JSON or XML", () => {
    for (const format of ["yaml", "XML", "json,xml", ""])
      expect(statusOf({ url: `${origin}/r/000Eo`, format }), format).toBe(501);
  });
});
