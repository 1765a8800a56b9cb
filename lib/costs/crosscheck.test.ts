import { expect, test } from "vitest";
import { type CheckResult, runChecks, summariseChecks } from "@/lib/costs/crosscheck";
import { compileModel, profileOf, type SizingModel } from "@/lib/costs/model";
import { overheads } from "@/lib/site/overheads";

const model = compileModel(overheads);
const results = runChecks(model, overheads.crosscheck);

/** How each set-up came out when the parameters were settled: error in per cent, and whether inside the range. */
const recorded = `
livewyer-v4v5-2024 istio-sidecar cpu -4 in
livewyer-v4v5-2024 istio-sidecar cpu -9 in
livewyer-v4v5-2024 istio-sidecar cpu 21 in
livewyer-v4v5-2024 istio-sidecar cpu -15 in
livewyer-v4v5-2024 istio-ambient cpu -64 in
livewyer-v4v5-2024 istio-ambient cpu -65 in
aks-istio-1.19 istio-sidecar cpu -12 in
solo-2024 istio-sidecar cpu -12 in
solo-2024 linkerd cpu 425 out
solo-2024 istio-ambient cpu 2030 out
solo-2024 istio-ambient cpu 170 out
kinvolk-2019 istio-sidecar cpu 0 in
kinvolk-2019 linkerd cpu -59 out
aks-istio-1.19 istio-sidecar memory -17 in
proxyless-grpc-2021 istio-sidecar memory -9 in
kinvolk-2019 istio-sidecar memory 28 in
kinvolk-2019 linkerd memory 111 in
linkerd-2021 istio-sidecar memory -62 in
linkerd-2021 linkerd memory -54 in
livewyer-v4v5-2024 istio-sidecar memory 50 in
livewyer-v4v5-2024 istio-ambient memory -43 in
linkerd-2021 istio-sidecar p50 -82 out
linkerd-2021 linkerd p50 -70 out
linkerd-2025-latency istio-sidecar p50 -31 in
linkerd-2025-latency istio-ambient p50 -41 in
linkerd-2025-latency linkerd p50 none out
imesh-2024 istio-sidecar p99 -25 in
imesh-2024 istio-ambient p99 -90 in
linkerd-2021 istio-sidecar control-memory -70 in
linkerd-2021 linkerd control-memory -14 in
`;

function print({ check, error, inside }: CheckResult): string {
  // Zero without its sign.
  const rounded = error === undefined ? "none" : String(Math.round(error) + 0);
  return `${check.source} ${check.profile} ${check.output} ${rounded} ${inside ? "in" : "out"}`;
}

test("every published set-up comes out with the error that was recorded", () => {
  expect(results.map(print).join("\n")).toBe(recorded.trim());
});

test("the error statistics are those that were recorded", () => {
  const rounded = summariseChecks(results).map((row) => ({
    ...row,
    firstMedianError: Math.round(row.firstMedianError ?? Number.NaN),
    medianError: Math.round(row.medianError ?? Number.NaN),
  }));
  const row = (
    family: string,
    checks: number,
    firstInside: number,
    firstMedianError: number,
    inside: number,
    medianError: number,
  ) => ({ family, checks, firstInside, firstMedianError, inside, medianError });
  expect(rounded).toEqual([
    row("cpu", 13, 7, 31, 9, 21),
    row("memory", 8, 6, 46, 8, 46),
    row("latency", 7, 2, 56, 4, 56),
    row("control plane", 2, 0, 52, 2, 42),
    row("all", 30, 15, 41, 23, 43),
  ]);
});

/** The first fit's typical CPU values, before the held-out set-ups were used. */
function firstFit(): SizingModel {
  const before = structuredClone(model);
  const sidecar = profileOf(before, "istio-sidecar").dataPlane;
  const linkerd = profileOf(before, "linkerd").dataPlane;
  const ambient = profileOf(before, "istio-ambient").dataPlane;
  if (sidecar.kind !== "sidecar" || linkerd.kind !== "sidecar" || ambient.kind !== "ambient") {
    throw new TypeError("the data planes have changed their kinds");
  }
  sidecar.cpuAt1000.typical = 285;
  linkerd.cpuAt1000.typical = 180;
  ambient.ztunnelCpu.typical = 86;
  ambient.waypointCpu.typical = 345;
  return before;
}

test("what is shown as the first fit is what this model said with the first parameters", () => {
  for (const { check, predicted } of runChecks(firstFit(), overheads.crosscheck)) {
    if (check.family !== "cpu") continue;
    const ratio = predicted.typical / check.firstFit.typical;
    expect(Math.abs(ratio - 1), `${check.source} ${check.quantity}`).toBeLessThan(0.025);
  }
});
