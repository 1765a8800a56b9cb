import { describe, expect, test } from "vitest";
import { kitsFrom } from "@/lib/kit/kits.fixtures";
import type { KubernetesObject } from "@/lib/kit/render";
import { matrix } from "@/lib/site/data";
import { nameOfObject } from "./finding";
import { objectsIn, reportOn } from "./report";

const { variants, kitsOf } = kitsFrom(matrix);
const placed = objectsIn(variants.flatMap(kitsOf).map(({ kit }) => kit));

/** Packages that hold models of kinds, by API group; Linkerd, Consul, Envoy Gateway and Calico have none. */
const packages: Readonly<Record<string, string>> = {
  "security.istio.io": "@kubernetes-models/istio",
  "telemetry.istio.io": "@kubernetes-models/istio",
  "networking.istio.io": "@kubernetes-models/istio",
  "gateway.networking.k8s.io": "@kubernetes-models/gateway-api",
  "cilium.io": "@kubernetes-models/cilium",
  "networking.k8s.io": "kubernetes-models",
  "": "kubernetes-models",
};

interface Model {
  new (value: object): { validate(): void };
}

async function modelOf({ apiVersion, kind }: KubernetesObject): Promise<Model | undefined> {
  const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
  const name = packages[group];
  if (name === undefined) return undefined;
  const loaded: Record<string, unknown> = await import(`${name}/${apiVersion}/${kind}`);
  return loaded[kind] as Model;
}

const covered = placed.filter(
  ({ object }) =>
    packages[object.apiVersion.includes("/") ? (object.apiVersion.split("/")[0] ?? "") : ""],
);
const folder = process.env.KIT_SCHEMAS;

describe("every object of every kit", () => {
  test("is one that the published models take", async () => {
    const wrong: string[] = [];
    for (const { path, object } of covered) {
      // What is applied in part, by server-side apply, lacks what others own.
      if (["Service", "Namespace"].includes(object.kind)) continue;
      const model = await modelOf(object);
      try {
        if (model) new model(object).validate();
      } catch (error) {
        wrong.push(`${path}: ${nameOfObject(object)}: ${error}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(covered.length).toBeGreaterThan(80);
  });

  const skipped = `skipped: ${placed.length} objects, ${placed.length - covered.length} of them of kinds that no package models. Set KIT_SCHEMAS to a folder of definitions, or run npm run kits:check -- --schemas with those of your cluster (kubectl get crd -o json)`;
  test.skipIf(!folder)(
    `is one that the products' own definitions take, closed and with their CEL rules${folder ? "" : ` (${skipped})`}`,
    () => {
      const { findings, objects, unchecked } = reportOn(placed, folder ?? "");
      expect(findings).toEqual([]);
      expect(objects).toBeGreaterThan(100);
      // Built into Kubernetes or without a published schema: named here, so that no other kind slips through.
      expect(
        Object.keys(unchecked).filter(
          (kind) => !["FelixConfiguration", "ResourceQuota"].includes(kind),
        ),
      ).toEqual([]);
    },
  );

  test.skipIf(!folder)("would be refused with one field misspelt, whichever its kind", () => {
    const kinds = [
      ...new Map(
        placed
          .filter(
            ({ object }) =>
              "spec" in object && object.spec && Object.keys(object.spec as object).length > 0,
          )
          .map((each) => [each.object.kind, each]),
      ).values(),
    ];
    const unnoticed = kinds.filter(({ path, object }) => {
      const [[key, value] = ["", undefined]] = Object.entries(object.spec as object);
      const { [key]: _, ...rest } = object.spec as Record<string, unknown>;
      const { findings, unchecked } = reportOn(
        [{ path, object: { ...object, spec: { ...rest, [`${key}x`]: value } } }],
        folder ?? "",
      );
      return findings.length === 0 && Object.keys(unchecked).length === 0;
    });
    expect(unnoticed.map(({ object }) => object.kind)).toEqual([]);
  });
});
