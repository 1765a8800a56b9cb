import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { copyLicences, type Sbom, selectShipped } from "./notices";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "notices-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const component = (name: string, scope = "required", ...properties: string[]) => ({
  "bom-ref": `${name}@1.0.0`,
  name,
  version: "1.0.0",
  scope,
  properties: properties.map((each) => ({ name: `cdx:npm:package:${each}`, value: "true" })),
});
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const read = (file: string) => readFileSync(join(root, file), "utf8");

test("what is shipped is what runs, what is native and there, and what styles bring along", () => {
  const all: Sbom = {
    metadata: { component: { name: "site" } },
    components: [
      component("react"),
      component("painter-linux", "optional"),
      component("painter-windows", "optional"),
      component("vitest", "required", "development"),
      component("tailwindcss", "optional", "development"),
    ],
    dependencies: [
      { ref: "site@1.0.0", dependsOn: ["react@1.0.0", "vitest@1.0.0"] },
      { ref: "react@1.0.0", dependsOn: ["painter-linux@1.0.0", "painter-windows@1.0.0"] },
      { ref: "vitest@1.0.0", dependsOn: ["react@1.0.0"] },
    ],
  };
  const shipped = selectShipped(all, (name) => name === "painter-linux" || name === "vitest");
  expect(shipped.components.map(({ name }) => name)).toEqual([
    "react",
    "painter-linux",
    "tailwindcss",
  ]);
  expect(shipped.dependencies).toEqual([
    { ref: "site@1.0.0", dependsOn: ["react@1.0.0"] },
    { ref: "react@1.0.0", dependsOn: ["painter-linux@1.0.0"] },
  ]);
});

test("a package’s own texts and those of what it bundles are copied, and nothing else", () => {
  for (const [file, text] of [
    ["LICENSE", "own"],
    ["LICENSE_FONT", "font"],
    ["dist/compiled/@scope/bundled/license.md", "bundled"],
    ["NOTICE", "notice"],
    ["license.js", "a program"],
    ["README.md", "not a licence"],
    ["node_modules/other/LICENSE", "of another package, which has its own entry"],
  ] as const)
    put(`from/${file}`, text);
  copyLicences(component("a"), join(root, "from"), join(root, "into"));
  expect(read("into/a@1.0.0/LICENSE")).toBe("own");
  expect(read("into/a@1.0.0/LICENSE_FONT")).toBe("font");
  expect(read("into/a@1.0.0/NOTICE")).toBe("notice");
  expect(read("into/a@1.0.0/dist/compiled/@scope/bundled/license.md")).toBe("bundled");
  for (const file of ["license.js", "README.md", "node_modules/other/LICENSE"])
    expect(() => read(`into/a@1.0.0/${file}`), file).toThrow("ENOENT");
});

test("a package without a text says what it declares; one that declares nothing stops the build", () => {
  put("from/index.js", "");
  const declares = {
    ...component("a"),
    licenses: [{ license: { id: "MIT" } }, { expression: "ISC" }],
  };
  copyLicences(declares, join(root, "from"), join(root, "into"));
  expect(read("into/a@1.0.0/LICENSE")).toContain("declares the licence MIT, ISC");
  expect(() => copyLicences(component("b"), join(root, "from"), join(root, "into"))).toThrow(
    /^b 1\.0\.0 says nothing of its licence/,
  );
});
