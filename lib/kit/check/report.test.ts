import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { matrix } from "@/lib/matrix/load";
import { reportOn } from "./report";
import { readUpstream } from "./upstream";

const root = mkdtempSync(join(tmpdir(), "kits-check-"));
afterAll(() => rmSync(root, { recursive: true }));

function folder(name: string, files: Readonly<Record<string, unknown>>): string {
  const path = join(root, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(path, file), typeof content === "string" ? content : stringify(content));
  }
  return path;
}

const mode = { type: "string", enum: ["STRICT", "PERMISSIVE"] };
const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  spec: {
    group: "security.istio.io",
    names: { kind: "PeerAuthentication" },
    versions: [
      {
        name: "v1",
        served: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              spec: {
                type: "object",
                properties: { mtls: { type: "object", properties: { mode } } },
                "x-kubernetes-validations": [{ rule: "has(self.mtls)", message: "mtls is needed" }],
              },
            },
          },
        },
      },
      { name: "v1beta1", served: false, schema: { openAPIV3Schema: { type: "object" } } },
    ],
  },
};
const crds = folder("crds", {
  "crds.yaml": { apiVersion: "v1", kind: "List", items: [definition] },
});
const policy = (spec: object, apiVersion = "security.istio.io/v1") => ({
  apiVersion,
  kind: "PeerAuthentication",
  metadata: { name: "default", namespace: "shop" },
  spec,
});
const messagesOf = async (kit: string) =>
  (await reportOn(matrix, crds, kit)).findings.map(({ message }) => message);

describe("a kit of one’s own against the definitions of a cluster", () => {
  test("is valid, and built-in kinds are held to our schemas", async () => {
    const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } };
    const kit = folder("good", {
      "a.yaml": policy({ mtls: { mode: "STRICT" } }),
      "b.yaml": namespace,
    });
    expect(await reportOn(matrix, crds, kit)).toEqual({
      files: 2,
      objects: 1,
      ownSchemaOnly: ["Namespace"],
      findings: [],
    });
  });

  test.each([
    ["unknown", policy({ mtls: { mode: "STRICT" }, surprise: 1 }), "surprise"],
    ["enum", policy({ mtls: { mode: "strict" } }), "equal to one of"],
    ["cel", policy({}), "mtls is needed"],
    ["unserved", policy({ mtls: {} }, "security.istio.io/v1beta1"), "no schema"],
    ["missing", { ...policy({}), kind: "Sidecar" }, "no schema"],
    ["syntax", "a: 1\na: 2\n", "unique"],
  ])("has a finding for what is wrong: %s", async (name, content, message) => {
    const kit = folder(name, { "a.yaml": content });
    expect((await messagesOf(kit)).join("; ")).toContain(message);
  });
});

test("all kits against the definitions of a cluster are judged by those, and the rest by our own", async () => {
  const { files, objects, ownSchemaOnly, findings } = await reportOn(matrix, crds, undefined);
  expect(findings).toEqual([]);
  expect(files).toBeGreaterThan(500);
  expect(objects).toBeGreaterThan(3);
  expect(ownSchemaOnly).toContain("AuthorizationPolicy");
  expect(ownSchemaOnly).not.toContain("PeerAuthentication");
}, 120_000);

test("a folder without schemas is refused", () => {
  expect(() => readUpstream(folder("empty", { "a.yaml": "a: 1\n" }))).toThrow(/holds no schemas/);
});
