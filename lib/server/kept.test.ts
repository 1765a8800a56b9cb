import { expect, test } from "vitest";
import { Kept } from "./kept";

const text = Array.from({ length: 3000 }, (_, index) => `line ${index}`).join("\n");
const type = { "content-type": "text/plain" };

test("what is kept holds no more memory than it counts", async () => {
  const whole = Buffer.from(text);
  const kept = await new Kept(200, type, whole).settle();
  const br = await kept.form("br");
  const gzip = await kept.form("gzip");
  for (const form of [br, gzip]) expect(form.buffer.byteLength).toBe(form.length);
  expect(kept.bytes).toBe(br.length + gzip.length + 2000);
  // A small answer lies in a buffer that many share.
  const small = await new Kept(200, type, Buffer.from("small")).form("identity");
  expect(small.buffer.byteLength).toBe(5);
  expect(small.toString()).toBe("small");
});

test("the uncompressed form is made again for whoever wants it", async () => {
  const kept = await new Kept(200, type, Buffer.from(text)).settle();
  expect((await kept.form("identity")).toString()).toBe(text);
});
