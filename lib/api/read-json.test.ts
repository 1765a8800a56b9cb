import { expect, test } from "vitest";
import { bodyLimit, readJson } from "./read-json";

const send = (body: string, type = "application/json") =>
  readJson(
    new Request("https://mesh.example/api/v1/recommend", {
      method: "POST",
      headers: { "content-type": type },
      body,
    }),
  );

test("a member called __proto__ is refused wherever it stands, not passed over", async () => {
  for (const body of [
    '{"__proto__": {}, "answers": {}}',
    '{"answers": {"__proto__": "must"}}',
    '{"answers": {"routing": {"__proto__": "must"}}}',
    '{"answers": {"\\u005f_proto__": {"x": "must"}}}',
  ])
    expect(await send(body), body).toMatchObject({ ok: false, kind: "bad-request" });
  expect(await send('{"answers": {"constructor": "must"}}')).toMatchObject({ ok: true });
});

test("a body of many brackets is read or refused, never thrown at", async () => {
  const half = bodyLimit / 2;
  expect(await send("[".repeat(half) + "]".repeat(half))).toHaveProperty("ok");
  expect(await send("[".repeat(bodyLimit))).toMatchObject({ ok: false, kind: "bad-request" });
  expect(await send(" ".repeat(bodyLimit + 1))).toMatchObject({ ok: false, kind: "too-large" });
});
