import { expect, test } from "vitest";
import { refuse } from "./refusal";

const ask = (path: string, method = "GET") =>
  refuse(new Request(`https://mesh.example${path}`, { method }));

test("an address that is not well-formed is refused as a mistake of the asker", async () => {
  for (const path of ["/embed/%", "/embed/%zz", "/r/%ED%A0%80/card.svg", "/api/v1/matrix/%C0%80"]) {
    const response = ask(path);
    expect(response?.status, path).toBe(400);
    expect(await response?.json()).toMatchObject({ status: 400 });
  }
});

test("a file has no method but those that read", () => {
  for (const path of ["/embed.js", "/embed/v1.js", "/schemas/result.schema.json"]) {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const response = ask(path, method);
      expect(response?.status, `${method} ${path}`).toBe(405);
      expect(response?.headers.get("allow")).toBe("GET, HEAD");
    }
    expect(ask(path)).toBeUndefined();
  }
});

test("everything else goes its way", () => {
  for (const path of ["/", "/embed/%3Cscript%3E", "/r/000Eo?title=%", "/r/%E2%80%AE"])
    expect(ask(path), path).toBeUndefined();
  expect(ask("/api/v1/recommend", "POST")).toBeUndefined();
});
