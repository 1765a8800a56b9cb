import { describe, expect, test } from "vitest";
import { buildKit } from "@/lib/kit/kit";
import { readNames } from "@/lib/kit/names";
import { matrix, table } from "@/lib/site/data";
import { planData } from "@/lib/site/plan";
import { findingOfFirst, firstDuties, kitFileOf, viewFirst } from "./first";
import type { DutyView, LayerView } from "./layers";
import { viewLayers } from "./layers";
import { assessmentOf } from "./plan.fixtures";

type Answers = Parameters<typeof assessmentOf>[2];

function firstOf(variant: string, answers: Answers, named?: string) {
  const assessment = assessmentOf(matrix, table, answers);
  const layers = viewLayers(assessment, planData, variant);
  const groups = viewFirst(planData, layers, kitFileOf(assessment, variant, named));
  return { layers, groups, ranked: groups.flatMap(({ duties }) => duties) };
}

describe("what first", () => {
  test.each(matrix.variants.map(({ id }) => id))(
    "ranks every duty of %s once, numbered as shown, each with a way",
    (variant) => {
      const { layers, groups, ranked } = firstOf(variant, { mtls: "must", policy: { l7: "must" } });
      const all = layers.flatMap(({ duties }) => duties.map(({ id }) => id));
      expect(ranked.map(({ id }) => id).sort()).toEqual([...all].sort());
      expect(groups.map(({ duties }) => duties.map(({ number }) => number))).toEqual(
        groups.map(({ duties }, group) => duties.map((_, at) => `${group + 1}.${at + 1}`)),
      );
      for (const { id, file, proof } of ranked)
        expect([id, file !== undefined || proof.sources.length + proof.cells.length > 0]).toEqual([
          id,
          true,
        ]);
    },
  );

  test("follows the order of the data’s groups", () => {
    const ranked = firstOf("istio-sidecar", {}).ranked.map(({ id }) => id);
    const order = planData.first.flatMap(({ duties }) => duties);
    expect(ranked).toEqual(order.filter((id) => ranked.includes(id)));
  });

  test.each([
    ["istio-sidecar", "id-strict-istio", "04-strict/peer-authentication.yaml"],
    ["istio-sidecar", "np-metadata", "07-layers/1-network-policy.yaml"],
    ["linkerd-oss", "id-anchor", "01-install/certificates.sh"],
    ["none-cilium", "np-deny", "05-authorize/1-allow.yaml"],
    ["none-app", "gateway-headers", "06-edge/envoy-gateway.yaml"],
    ["consul-ce", "host-deny", "07-layers/host-guard"],
  ])("%s: %s leads to the kit's %s", (variant, duty, path) => {
    const { names } = readNames({});
    const file = firstOf(variant, {}, variant).ranked.find(({ id }) => id === duty)?.file;
    expect(file?.path.startsWith(path)).toBe(true);
    const query = new URL(`https://example.com${file?.href}`).searchParams;
    expect([query.get("variant"), query.get("file")]).toEqual([variant, file?.path]);
    const kit = buildKit({ variant, answers: {}, names }, matrix);
    expect(kit?.files.map((each) => each.path)).toContain(file?.path);
  });

  test("where there is no kit, no step leads to one, and the finding says so", () => {
    const { groups, ranked } = firstOf("istio-sidecar", { platform: "nomad" });
    expect(ranked.filter(({ file }) => file)).toEqual([]);
    expect(findingOfFirst(groups)).toBe(
      `First close what can be attacked without an identity; all ${ranked.length} steps are done by hand`,
    );
  });

  test("counts in its finding what the kit does", () => {
    const { groups, ranked } = firstOf("istio-sidecar", {});
    const inKit = ranked.filter(({ file }) => file);
    expect(findingOfFirst(groups)).toBe(
      `First close what can be attacked without an identity; the kit does ${inKit.length} of ${ranked.length} steps for the pilot`,
    );
    expect(inKit.length).toBeGreaterThan(5);
  });
});

describe("the first duties", () => {
  const group = (id: string, ...duties: string[]) => ({ id, title: id, why: id, duties });
  const layer = (...duties: (readonly [id: string, text: string])[]) =>
    ({ duties: duties.map(([id, text]) => ({ id, text }) as DutyView) }) as unknown as LayerView;

  test("are the first three of the ranking over all layers, each with its place in the plan", () => {
    const layers = [
      layer(["dns", "Resolve"], ["gateway", "Check"]),
      layer(["host", "Refuse"], ["host-2", "Log"]),
    ];
    const first = [
      group("none", "elsewhere"),
      group("reach", "host", "host-2"),
      group("users", "gateway", "dns"),
    ];
    expect(firstDuties({ first }, layers, "/r/x/plan")).toEqual([
      { id: "host", text: "Refuse", href: "/r/x/plan#duty-host" },
      { id: "host-2", text: "Log", href: "/r/x/plan#duty-host-2" },
      { id: "gateway", text: "Check", href: "/r/x/plan#duty-gateway" },
    ]);
  });

  test.each(matrix.variants.map(({ id }) => id))(
    "with %s are those the plan tells first",
    (variant) => {
      const { layers, ranked } = firstOf(variant, { mtls: "must" });
      expect(firstDuties(planData, layers, "").map(({ id }) => id)).toEqual(
        ranked.slice(0, 3).map(({ id }) => id),
      );
    },
  );

  test("are said in one clause", () => {
    const said = (text: string) =>
      firstDuties({ first: [group("g", "a")] }, [layer(["a", text])], "")[0]?.text;
    expect(said("Set it to STRICT: namespace by namespace.")).toBe("Set it to STRICT");
    expect(said("Check issuer, audience and expiry.")).toBe("Check issuer, audience and expiry");
    expect(said("Leave port 1.2 open.")).toBe("Leave port 1.2 open");
    const long =
      "Forward every query of the cluster to a resolver that validates, over a channel that nobody reads";
    expect(said(long)).toBe("Forward every query of the cluster to a resolver that validates");
  });
});
