import { expect, test } from "vitest";
import type { Load } from "@/lib/costs/load";
import { compileModel, profileOf } from "@/lib/costs/model";
import { monthlyCost, reserved } from "@/lib/costs/reserve";
import { sizeProfile } from "@/lib/costs/size";
import { overheads } from "@/lib/site/overheads";

const model = compileModel(overheads);
const load: Load = {
  pods: 200,
  nodes: 10,
  clusters: 1,
  callsPerSecond: 5000,
  hops: 4,
  layer7: 1,
  waypoints: 10,
  newConnections: false,
};
const size = (id: string, at = load) => sizeProfile(model, profileOf(model, id), at);

test("default requests add up over pods, nodes, waypoints and replicas", () => {
  const of = (id: string, plane: "data" | "control", basis: "default" | "advised", at = load) =>
    reserved(profileOf(model, id), at, plane, basis);
  expect(of("istio-sidecar", "data", "default")).toEqual({ cpu: 20_000, memory: 25_600 });
  expect(of("istio-sidecar", "control", "default")).toEqual({ cpu: 1000, memory: 4096 });
  expect(of("istio-ambient", "data", "default")).toEqual({
    cpu: 10 * 300 + 10 * 100,
    memory: 10 * 612 + 10 * 128,
  });
  expect(of("istio-ambient", "data", "default", { ...load, layer7: 0 })?.cpu).toBe(3000);
  expect(of("linkerd", "data", "default")).toEqual({ cpu: 0, memory: 0 });
  expect(of("linkerd", "data", "advised")).toEqual({ cpu: 20_000, memory: 4000 });
  expect(of("linkerd", "control", "default")).toBeUndefined();
  expect(of("consul", "control", "advised", { ...load, clusters: 2 })?.cpu).toBe(
    2 * (3 * 8000 + 50),
  );
  expect(of("none-app", "data", "default")).toBeUndefined();
});

test("the larger of use and reservation is charged, for CPU and memory each", () => {
  // Use is 3.3 / 7.0 / 13.8 cores and 6,000 / 12,000 / 32,000 MiB; 20 cores and 25,600 MiB are reserved.
  const cost = monthlyCost(size("istio-sidecar"), load, "data", { vcpu: 10, gib: 2 });
  expect(cost).toMatchObject({ kind: "measured", low: 250, typical: 250, high: 262.5 });
  // Nothing is reserved for Linkerd by default, so use is charged.
  expect(monthlyCost(size("linkerd"), load, "data", { gib: 1 })).toMatchObject({
    low: 800 / 1024,
    typical: 2400 / 1024,
    high: 6200 / 1024,
  });
});

test("a price left out leaves its part out, and no price gives no cost", () => {
  expect(monthlyCost(size("istio-sidecar"), load, "data", { vcpu: 10 })).toMatchObject({
    typical: 200,
  });
  expect(monthlyCost(size("istio-sidecar"), load, "data", {})).toBeUndefined();
});

test("what is not measured has no price", () => {
  const prices = { vcpu: 10, gib: 2 };
  expect(monthlyCost(size("none-app"), load, "data", prices)).toMatchObject({ kind: "refused" });
  expect(monthlyCost(size("none-app"), load, "control", prices)).toMatchObject({ kind: "refused" });
  expect(monthlyCost(size("consul"), load, "control", prices)).toMatchObject({ kind: "bounds" });
  expect(monthlyCost(size("none-cilium"), load, "data", prices)).toMatchObject({
    uncounted: "kernel-encryption",
  });
});
