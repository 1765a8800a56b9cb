import fc from "fast-check";
import { expect, test } from "vitest";
import { type ComparedOutput, compareSizes } from "@/lib/costs/compare";
import type { Load } from "@/lib/costs/load";
import { compileModel, profileOf } from "@/lib/costs/model";
import { sizeAll, sizeProfile } from "@/lib/costs/size";
import { rankAll } from "@/lib/costs/wording";
import { overheads } from "@/lib/site/overheads";

const model = compileModel(overheads);
const base: Load = {
  pods: 200,
  nodes: 10,
  clusters: 1,
  callsPerSecond: 5000,
  hops: 4,
  layer7: 0.5,
  waypoints: 10,
  newConnections: false,
};

function compare(a: string, b: string, output: ComparedOutput, layer7 = base.layer7) {
  const load = { ...base, layer7 };
  const size = (id: string) => sizeProfile(model, profileOf(model, id), load);
  return compareSizes(model, size(a), size(b), output, layer7);
}

test("overlapping ranges are ranked only by benchmarks that measured both and agree", () => {
  expect(compare("linkerd", "istio-sidecar", "cpu")).toMatchObject({
    kind: "shared",
    less: "linkerd",
    low: 0.36,
    high: 0.94,
  });
  expect(compare("istio-ambient", "istio-sidecar", "cpu", 0)).toMatchObject({
    kind: "shared",
    less: "istio-ambient",
    low: 0.28,
    high: 0.67,
  });
});

test("benchmarks that disagree rank nothing", () => {
  expect(compare("linkerd", "istio-sidecar", "p50")).toEqual({
    kind: "contradicted",
    of: "linkerd",
    to: "istio-sidecar",
    low: 0.35,
    high: 1.08,
  });
  expect(compare("istio-ambient", "istio-sidecar", "cpu", 1)).toMatchObject({
    kind: "contradicted",
  });
});

test("a ratio measured without waypoints says nothing about a mixture", () => {
  expect(compare("istio-ambient", "istio-sidecar", "cpu", 0.5)).toEqual({ kind: "overlap" });
});

test("no shared benchmark, no order", () => {
  expect(compare("linkerd", "consul", "cpu")).toEqual({ kind: "overlap" });
  expect(compare("linkerd", "istio-ambient", "p50", 0)).toEqual({ kind: "overlap" });
});

test("ranges that do not touch may be ranked", () => {
  expect(compare("istio-ambient", "istio-sidecar", "memory", 0)).toEqual({
    kind: "apart",
    less: "istio-ambient",
    more: "istio-sidecar",
  });
});

test("no mesh is never called cheaper in what was not counted", () => {
  for (const other of ["istio-sidecar", "linkerd", "consul", "istio-ambient"]) {
    expect(compare("none-app", other, "cpu").kind).toBe("unmeasured");
    expect(compare("none-app", other, "memory").kind).not.toBe("apart");
    expect(compare("none-app", other, "p50").kind).not.toBe("apart");
    for (const output of ["cpu", "p50"] as const) {
      const cni = compare("none-cilium", other, output);
      expect(cni.kind === "apart" && cni.less === "none-cilium").toBe(false);
    }
  }
});

test("the order of the question does not change the answer", () => {
  const ids = model.profiles.map(({ id }) => id);
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      fc.constantFrom(...ids),
      fc.constantFrom("cpu" as const, "memory" as const, "p50" as const),
      fc.constantFrom(0, 0.3, 1),
      (a, b, output, layer7) => {
        fc.pre(a !== b);
        expect(compare(a, b, output, layer7)).toEqual(compare(b, a, output, layer7));
      },
    ),
  );
});

test("doubtful ratios are left out", () => {
  const result = compare("linkerd", "istio-sidecar", "cpu");
  expect(result.kind === "shared" && result.sources).not.toContain("solo-2024");
});

test("what may be said is said in sentences, and the rest is counted", () => {
  const [cpu, memory, latency] = rankAll(model, sizeAll(model, { ...base, layer7: 0 }), 0);
  expect(cpu?.sentences).toContain(
    "Linkerd takes less CPU than Istio sidecars, 0.36 to 0.94 of it in all seven benchmarks that measured both, though the ranges overlap.",
  );
  expect(cpu?.rest).toContain(
    "Building blocks, Cilium service mesh, Cilium at layer 4 and Calico are not ranked",
  );
  expect(memory?.sentences).toContain(
    "Istio ambient takes less memory than Istio sidecars: the ranges do not overlap.",
  );
  expect(latency?.sentences).toContain(
    "Linkerd and Istio sidecars are not ranked: in the benchmarks that measured both, the first took 0.35 to 1.1 of the latency of the second.",
  );
});
