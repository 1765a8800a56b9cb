import { describe, expect, test } from "vitest";
import { buildKit } from "@/lib/kit/kit";
import { readNames } from "@/lib/kit/names";
import { matrix, table } from "@/lib/matrix/load";
import { findingOfFirst, viewFirst } from "./first";
import { viewLayers } from "./layers";
import { planData } from "./load";
import { groundOf } from "./plan.fixtures";

const { names } = readNames({});

function firstOf(variant: string, answers: Parameters<typeof groundOf>[2]) {
  const ground = groundOf(matrix, table, answers);
  const layers = viewLayers(ground, planData, variant);
  const kit = buildKit({ variant, answers, names }, matrix);
  return { layers, kit, groups: viewFirst(planData, layers, kit, (path) => `/kit?file=${path}`) };
}

describe("what first", () => {
  test.each(matrix.variants.map(({ id }) => id))(
    "ranks every duty of %s once, each with a way",
    (variant) => {
      const { layers, groups } = firstOf(variant, { mtls: "must", policy: { l7: "must" } });
      const all = layers.flatMap(({ duties }) => duties.map(({ id }) => id));
      const ranked = groups.flatMap(({ duties }) => duties);
      expect(ranked.map(({ id }) => id).sort()).toEqual([...all].sort());
      for (const { id, way } of ranked)
        expect([id, way?.href]).toEqual([id, expect.stringMatching(/^(https:|\/)/)]);
    },
  );

  test.each([
    ["istio-sidecar", "id-strict-istio", "04-strict/peer-authentication.yaml"],
    ["istio-sidecar", "np-metadata", "07-layers/1-network-policy.yaml"],
    ["linkerd-oss", "id-anchor", "01-install/certificates.sh"],
    ["none-cilium", "np-deny", "05-authorize/1-allow.yaml"],
    ["none-app", "gateway-headers", "06-edge/envoy-gateway.yaml"],
    ["consul-ce", "host-deny", "07-layers/host-guard"],
  ])("%s: %s leads to the kit's %s", (variant, duty, path) => {
    const { groups } = firstOf(variant, {});
    const found = groups.flatMap(({ duties }) => duties).find(({ id }) => id === duty);
    expect(found?.way?.href).toContain(`/kit?file=${path}`);
  });

  test("where the kit has no file, the way is the page that the duty rests on", () => {
    const { groups, kit } = firstOf("istio-sidecar", { platform: "nomad" });
    expect(kit?.files).toEqual([]);
    const ways = groups.flatMap(({ duties }) => duties.map(({ way }) => way?.href ?? ""));
    expect(ways.filter((href) => href.startsWith("/kit"))).toEqual([]);
  });

  test("counts in its finding what the kit does", () => {
    const { groups } = firstOf("istio-sidecar", {});
    const ranked = groups.flatMap(({ duties }) => duties);
    const inKit = ranked.filter(({ way }) => way?.href.startsWith("/kit"));
    expect(findingOfFirst(groups)).toContain(`the kit does ${inKit.length} of ${ranked.length}`);
    expect(inKit.length).toBeGreaterThan(5);
  });
});
