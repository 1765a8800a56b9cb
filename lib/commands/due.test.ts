import { expect, test } from "vitest";
import { isDue } from "./due";

const ask = (...paths: string[]) =>
  paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`).join("");

test.each([
  ["503", ask("/r/abc"), true],
  ["501", ask("/oembed?url=x&format=yaml"), true],
  ["501", ask("/oembed?format="), true],
  ["501", ask("http://a/oembed?format=yaml"), true],
  ["501", ask("/", "/oembed?format=yaml"), true],
  ["501", ask("/oembed?url=x&format=xml"), false],
  ["501", ask("/oembed"), false],
  ["501", ask("/r/abc?format=yaml"), false],
  ["501", `${ask("/")}/oembed?format=yaml`, false],
  ["501", ask("//["), false],
  ["500", ask("/oembed?format=yaml"), false],
  ["502", ask("/"), false],
])("%s of %j: %s", (status, sent, due) => {
  expect(isDue(status, sent)).toBe(due);
});
