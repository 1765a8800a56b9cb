import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { matrix, reference } from "@/lib/site/data";
import { buildSearchIndex, matchCapabilities, searchIndex } from "./search";

const index = buildSearchIndex(matrix, reference);
const firstCell = (query: string) => {
  const cell = searchIndex(index, query).cells[0];
  return cell && `${cell.capability} ${cell.variant}`;
};

/** What people type, and the row they look for. */
const firstCapabilities = {
  retries: "retries",
  "retry budget": "retry-budget",
  mtls: "mtls-auto",
  "mutual tls": "mtls-auto",
  "strict mtls": "mtls-strict",
  windows: "windows-workloads",
  vm: "vm-workloads",
  "rate limiting": "rate-limit-global",
  "global rate limit": "rate-limit-global",
  canary: "traffic-split",
  "argo rollouts": "progressive-delivery",
  egress: "egress-control",
  "post-quantum": "pqc",
  "dual stack": "dual-stack",
  nomad: "non-k8s-orchestrators",
  ecs: "non-k8s-orchestrators",
  "shadow traffic": "mirroring",
  "circuit breaker": "circuit-breaking",
  "zone aware": "locality-lb",
  jwt: "jwt-auth",
  tokens: "jwt-auth",
  opa: "ext-authz",
  wasm: "extensibility",
  "gateway api": "gateway-api-mesh",
  spiffe: "workload-identity",
  vault: "external-ca",
  "cert-manager": "external-ca",
  opentelemetry: "tracing",
  grpc: "http2-grpc",
  "air gapped": "air-gapped",
  memory: "low-resource-overhead",
  licence: "license",
  license: "license",
  autopilot: "gke-autopilot",
  fargate: "serverless-pods",
  "dry run": "policy-dry-run",
  "access log": "access-logs",
};

describe("search", () => {
  test("a mesh and a capability lead to the cell", () => {
    expect(firstCell("istio ambient retries")).toBe("retries istio-ambient");
    expect(firstCell("fips linkerd enterprise")).toBe("fips linkerd-enterprise");
  });

  test.each(Object.entries(firstCapabilities))("%s leads to %s", (query, capability) => {
    expect(searchIndex(index, query).capabilities[0]?.id).toBe(capability);
  });

  test("a question in words is a search too", () => {
    const cells = searchIndex(index, "Does Linkerd support retry budgets?").cells;
    expect(cells.slice(0, 2).map(({ capability }) => capability)).toContain("retry-budget");
    expect(cells[0]?.variant).toMatch(/^linkerd/);
  });

  test("another name of a term finds what the term names", () => {
    const byName = searchIndex(index, "shadow traffic");
    expect(byName.terms[0]?.id).toBe("mirroring");
    expect(byName.capabilities.map(({ id }) => id)).toContain("mirroring");
  });

  test("every word must be found", () => {
    expect(searchIndex(index, "retries zzzz")).toEqual({ capabilities: [], cells: [], terms: [] });
    expect(searchIndex(index, "   ")).toEqual({ capabilities: [], cells: [], terms: [] });
  });

  test("special characters are words or nothing", () => {
    expect(() => searchIndex(index, "(.*)[ \\")).not.toThrow();
    expect(searchIndex(index, "TLS 1.3").cells.length).toBeGreaterThan(0);
  });

  test("words of a single note keep its row in the matrix", () => {
    const notes = Object.values(
      matrix.capabilities.find(({ id }) => id === "retry-budget")?.cells ?? {},
    ).map(({ note }) => note);
    expect(notes.join(" ")).toContain("retryBudget");
    expect(matchCapabilities(index, "retryBudget").has("retry-budget")).toBe(true);
    expect(matchCapabilities(index, "zzzz").size).toBe(0);
  });

  test("the index stays small enough to fetch on the first key", () => {
    expect(gzipSync(JSON.stringify(index)).length).toBeLessThan(90_000);
  });
});
