import fc from "fast-check";
import { expect, test } from "vitest";
import type { Load } from "@/lib/costs/load";
import { compileModel, profileOf } from "@/lib/costs/model";
import { type Size, sizeAll, sizeProfile } from "@/lib/costs/size";
import { overheads } from "@/lib/site/overheads";

const model = compileModel(overheads);

const published: Load = {
  pods: 200,
  nodes: 10,
  clusters: 1,
  callsPerSecond: 5000,
  hops: 4,
  layer7: 1,
  waypoints: 10,
  newConnections: false,
};

/** The test vector that came with the sizing model: data plane at the published load. */
const vector = {
  "istio-sidecar": {
    low: { cpu: 3313, memory: 6000, p50: 0.8, p99: [0.8, 1.2] },
    typical: { cpu: 6972, memory: 12000, p50: 5.6, p99: [5.6, 10.8] },
    high: { cpu: 13816, memory: 32000, p50: 11.2, p99: [11.2, 20] },
  },
  linkerd: {
    low: { cpu: 647, memory: 800, p50: 2, p99: [2, 2.8] },
    typical: { cpu: 3028, memory: 2400, p50: 3.8, p99: [3.8, 4.8] },
    high: { cpu: 5057, memory: 6200, p50: 6, p99: [7.2, 14.4] },
  },
  consul: {
    low: { cpu: 1856, memory: 3000, p50: 3.2, p99: [3.2, 3.2] },
    typical: { cpu: 5333, memory: 12000, p50: 4.4, p99: [5.4, 10.8] },
    high: { cpu: 13616, memory: 29000, p50: 11.2, p99: [11.2, 20] },
  },
  "istio-ambient at layer 4": {
    low: { cpu: 370, memory: 440, p50: 0.4, p99: [0.4, 0.6] },
    typical: { cpu: 1440, memory: 650, p50: 0.68, p99: [0.68, 1] },
    high: { cpu: 4350, memory: 1120, p50: 4, p99: [5, 10] },
  },
  "istio-ambient at layer 7": {
    low: { cpu: 1650, memory: 1040, p50: 2, p99: [2, 3.2] },
    typical: { cpu: 3580, memory: 1300, p50: 3, p99: [3, 5.6] },
    high: { cpu: 8340, memory: 2720, p50: 8, p99: [8, 16] },
  },
} as const;

function digest(size: Size, at: "low" | "typical" | "high") {
  const { cpu, memory, p50, p99 } = size;
  if (cpu.kind !== "measured" || memory.kind !== "measured" || p50.kind !== "measured") return {};
  if (p99.kind !== "magnitude") return {};
  const round = (value: number) => Number(value.toFixed(3));
  return {
    cpu: Math.round(cpu[at]),
    memory: memory[at],
    p50: round(p50[at]),
    p99: [round(p99.from[at]), round(p99.to[at])],
  };
}

test.each(Object.entries(vector))(
  "the published test vector comes out exactly: %s",
  (name, expected) => {
    const [id = "", where] = name.split(" at ");
    const load = where === "layer 4" ? { ...published, layer7: 0 } : published;
    const size = sizeProfile(model, profileOf(model, id), load);
    for (const at of ["low", "typical", "high"] as const) {
      expect(digest(size, at), at).toEqual(expected[at]);
    }
  },
);

const loads: fc.Arbitrary<Load> = fc
  .record({
    pods: fc.integer({ min: 1, max: 30_000 }),
    nodes: fc.integer({ min: 1, max: 2000 }),
    clusters: fc.integer({ min: 1, max: 40 }),
    callsPerSecond: fc.double({ min: 0, max: 1e6, noNaN: true }),
    hops: fc.integer({ min: 1, max: 50 }),
    layer7: fc.double({ min: 0, max: 1, noNaN: true }),
    waypoints: fc.integer({ min: 1, max: 500 }),
    replicas: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    newConnections: fc.boolean(),
  })
  .map((load) => ({ ...load, callsPerSecond: Math.min(load.callsPerSecond, load.pods * 1000) }));

/** Every span the sizes hold, by name. */
function spansOf(sizes: readonly Size[]) {
  return sizes.flatMap(({ profile, cpu, memory, p50, p99, control }) => {
    const outputs = {
      cpu,
      memory,
      p50,
      ...(control.kind === "estimated"
        ? { controlMemory: control.memory, cpuQuiet: control.cpuQuiet, rollout: control.cpuRollout }
        : {}),
    };
    const spans = Object.entries(outputs).map(([name, estimate]) => ({
      name: `${profile.id} ${name}`,
      estimate,
    }));
    if (p99.kind !== "magnitude") return spans;
    const tail = { kind: "measured" as const, confidence: "low" as const, beyond: [] };
    return [
      ...spans,
      { name: `${profile.id} p99 from`, estimate: { ...tail, ...p99.from } },
      { name: `${profile.id} p99 to`, estimate: { ...tail, ...p99.to } },
    ];
  });
}

test("low ≤ typical ≤ high, nothing negative, nothing infinite", () => {
  fc.assert(
    fc.property(loads, (load) => {
      for (const { name, estimate } of spansOf(sizeAll(model, load))) {
        if (estimate.kind === "refused") continue;
        const values =
          estimate.kind === "measured"
            ? [estimate.low, estimate.typical, estimate.high]
            : [estimate.low, estimate.high];
        expect(values, name).toEqual([...values].sort((a, b) => a - b));
        for (const value of values) {
          expect(Number.isFinite(value), name).toBe(true);
          expect(value, name).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );
});

test.each(["pods", "nodes", "callsPerSecond", "hops", "waypoints"] as const)(
  "more %s never costs less",
  (input) => {
    fc.assert(
      fc.property(loads, fc.double({ min: 1, max: 3, noNaN: true }), (load, factor) => {
        const more = { ...load, [input]: Math.ceil(load[input] * factor) };
        const before = spansOf(sizeAll(model, load));
        const after = spansOf(sizeAll(model, more));
        for (const [index, { name, estimate }] of before.entries()) {
          const other = after[index]?.estimate;
          if (estimate.kind !== "measured" || other?.kind !== "measured") continue;
          for (const at of ["low", "typical", "high"] as const) {
            expect(other[at], `${name} ${at}`).toBeGreaterThanOrEqual(estimate[at] * (1 - 1e-9));
          }
        }
      }),
    );
  },
);

test("sidecars at rest cost what idle ones cost, and waiting waypoints their idle part", () => {
  const atRest = { ...published, callsPerSecond: 0 };
  const cpuOf = (id: string, load: Load) => {
    const { cpu } = sizeProfile(model, profileOf(model, id), load);
    return cpu.kind === "measured" ? cpu.typical : undefined;
  };
  expect(cpuOf("istio-sidecar", atRest)).toBe(200 * 3);
  expect(cpuOf("linkerd", atRest)).toBeCloseTo(200 * 0.3);
  expect(cpuOf("istio-ambient", atRest)).toBe(10 * 2 + 10 * 4);
  expect(cpuOf("istio-ambient", { ...atRest, layer7: 0 })).toBe(10 * 2);
});

test("memory of sidecars counts pods only, memory of ambient nodes only", () => {
  const memoryOf = (id: string, load: Load) => {
    const { memory } = sizeProfile(model, profileOf(model, id), load);
    return memory.kind === "measured" ? memory.typical : undefined;
  };
  const moreNodes = { ...published, nodes: 20 };
  const morePods = { ...published, pods: 400 };
  expect(memoryOf("istio-sidecar", moreNodes)).toBe(memoryOf("istio-sidecar", published));
  expect(memoryOf("istio-sidecar", morePods)).toBe(24_000);
  expect(memoryOf("istio-ambient", morePods)).toBe(memoryOf("istio-ambient", published));
  expect(memoryOf("istio-ambient", { ...moreNodes, layer7: 0 })).toBe(20 * 65);
});

test("the agent of a CNI grows with the pods of its cluster, and by an Envoy for layer 7", () => {
  const memoryOf = (load: Load) => {
    const { memory } = sizeProfile(model, profileOf(model, "cilium-mesh"), load);
    return memory.kind === "measured" ? memory.typical : Number.NaN;
  };
  const plain = { ...published, layer7: 0, pods: 1024 };
  expect(memoryOf(plain)).toBeCloseTo(10 * (110 + 10.5));
  expect(memoryOf({ ...plain, clusters: 2 })).toBeCloseTo(10 * (110 + 5.25));
  expect(memoryOf({ ...plain, layer7: 0.1 })).toBeCloseTo(10 * (110 + 10.5 + 65));
});

test("a new connection for every call costs ambient more and nobody else anything", () => {
  const kept = sizeAll(model, published);
  const fresh = sizeAll(model, { ...published, newConnections: true });
  for (const [index, size] of kept.entries()) {
    const other = fresh[index]?.cpu;
    if (size.cpu.kind !== "measured" || other?.kind !== "measured") continue;
    if (size.profile.id === "istio-ambient") {
      expect(other.typical - size.cpu.typical).toBeCloseTo(10 * (400 - 142));
    } else expect(other.typical).toBe(size.cpu.typical);
  }
});

test("each cluster has its own control plane; pods are shared between them", () => {
  const memoryOf = (clusters: number) => {
    const { control } = sizeProfile(model, profileOf(model, "istio-sidecar"), {
      ...published,
      clusters,
    });
    return control.kind === "estimated" && control.memory.kind === "measured"
      ? control.memory.typical
      : undefined;
  };
  expect(memoryOf(1)).toBe(2 * (50 + 1300 * 0.2));
  expect(memoryOf(3)).toBe(2 * (3 * 50 + 1300 * 0.2));
});

test("what was never measured is refused, and says why", () => {
  const byId = Object.fromEntries(sizeAll(model, published).map((size) => [size.profile.id, size]));
  const control = (id: string) => {
    const plane = byId[id]?.control;
    return plane?.kind === "estimated" ? plane : undefined;
  };
  expect(control("linkerd")?.cpuRollout).toEqual({ kind: "refused", refused: "control-growth" });
  expect(control("consul")?.cpuRollout).toEqual({ kind: "refused", refused: "control-growth" });
  expect(control("consul")?.memory).toMatchObject({ kind: "bounds", refused: "consul-servers" });
  expect(control("istio-ambient")?.memory).toMatchObject({
    kind: "bounds",
    refused: "ambient-growth",
  });
  expect(byId["none-app"]?.cpu).toEqual({ kind: "refused", refused: "library-work" });
  expect(byId["none-app"]?.p99).toEqual({ kind: "refused", refused: "tail-none" });
  expect(byId["none-cilium"]?.cpu).toMatchObject({ uncounted: "kernel-encryption" });
  expect(byId["none-cilium"]?.p99).toEqual({ kind: "refused", refused: "tail-none" });
});

test("nothing about Consul is claimed with more than low confidence", () => {
  const consul = sizeProfile(model, profileOf(model, "consul"), published);
  expect(consul.cpu).toMatchObject({ confidence: "low" });
  expect(consul.memory).toMatchObject({ confidence: "low" });
  expect(consul.p50).toMatchObject({ confidence: "low" });
});

test("a load beyond the benchmarks is marked, and refused where they end", () => {
  const sidecar = (load: Load) => sizeProfile(model, profileOf(model, "istio-sidecar"), load);
  expect(sidecar(published).cpu).toMatchObject({ beyond: [] });
  expect(sidecar({ ...published, pods: 251 }).cpu).toMatchObject({ beyond: ["pods"] });
  expect(sidecar({ ...published, callsPerSecond: 500 }).cpu).toMatchObject({ beyond: ["rate"] });
  expect(sidecar({ ...published, callsPerSecond: 300_001 }).cpu).toEqual({
    kind: "refused",
    refused: "busy-proxy",
  });
  const ambient = (load: Load) => sizeProfile(model, profileOf(model, "istio-ambient"), load);
  expect(ambient({ ...published, nodes: 26 }).memory).toMatchObject({ beyond: ["nodes"] });
  expect(ambient({ ...published, waypoints: 1 }).cpu).toMatchObject({ refused: "busy-proxy" });
  expect(sidecar({ ...published, pods: 30_001 }).control).toMatchObject({
    memory: { refused: "large-control" },
    cpuRollout: { refused: "large-control" },
  });
});

test("the 99th percentile is a power of ten", () => {
  fc.assert(
    fc.property(loads, (load) => {
      for (const { p99 } of sizeAll(model, load)) {
        if (p99.kind !== "magnitude") continue;
        for (const decade of p99.decades) expect(Number.isInteger(Math.log10(decade))).toBe(true);
        expect(p99.decades[0]).toBeLessThanOrEqual(p99.decades[1]);
      }
    }),
  );
});
