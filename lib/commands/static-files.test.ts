import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createFiles } from "@/lib/server/files";
import { writeStamp } from "./stamp";
import { completeStandalone, listStatic, setAsideStatic } from "./static-files";

const root = mkdtempSync(join(tmpdir(), "build-"));
afterAll(() => rmSync(root, { recursive: true }));

/** Builds as Next would: all but its cache is emptied, then these files are there. */
function build(files: Readonly<Record<string, string>>): void {
  setAsideStatic(root);
  for (const folder of [".next/standalone", ".next/static", "public"])
    rmSync(join(root, folder), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  completeStandalone(root);
  writeStamp({ inputs: "", files: listStatic(root) }, root);
}

async function readServed(path: string): Promise<string | undefined> {
  const kept = createFiles(join(root, ".next", "standalone"))(path);
  return (await kept?.form("identity"))?.toString();
}

test("an open tab finds the files of the build before, and of none before that", async () => {
  const chunk = "/_next/static/chunks/page";
  build({
    ".next/static/chunks/page-1.js": "first",
    ".next/static/chunks/same.js": "same, first",
    "public/scripts/result-1.js": "script, first",
    "public/scripts/manifest.json": "1",
    "public/icon.svg": "icon, first",
  });
  expect(await readServed(`${chunk}-1.js`)).toBe("first");

  const second = {
    ".next/static/chunks/page-2.js": "second",
    ".next/static/chunks/same.js": "same, second",
    "public/scripts/result-2.js": "script, second",
    "public/scripts/manifest.json": "2",
    "public/icon.svg": "icon, second",
  };
  build(second);
  expect(await readServed(`${chunk}-1.js`)).toBe("first");
  expect(await readServed(`${chunk}-2.js`)).toBe("second");
  expect(await readServed("/scripts/result-1.js")).toBe("script, first");
  expect(await readServed("/scripts/result-2.js")).toBe("script, second");
  expect(await readServed("/_next/static/chunks/same.js")).toBe("same, second");
  expect(await readServed("/icon.svg")).toBe("icon, second");
  expect(await readServed("/scripts/manifest.json")).toBeUndefined();

  build({ ...second, ".next/static/chunks/page-3.js": "third" });
  expect(await readServed(`${chunk}-2.js`)).toBe("second");
  expect(await readServed(`${chunk}-1.js`)).toBeUndefined();
});

test("a build that fails on the way loses nothing", async () => {
  build({ ".next/static/chunks/page-4.js": "fourth", "public/scripts/a.js": "" });
  setAsideStatic(root);
  rmSync(join(root, ".next", "standalone"), { recursive: true });
  build({ ".next/static/chunks/page-5.js": "fifth", "public/scripts/a.js": "" });
  expect(await readServed("/_next/static/chunks/page-4.js")).toBe("fourth");
  expect(await readServed("/_next/static/chunks/page-5.js")).toBe("fifth");
});
