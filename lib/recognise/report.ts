import { numbered } from "@/lib/text/words";
import type { ClusterFacts, Fact, Recognised } from "./recognise";

const kinds: readonly (readonly [label: string, kinds: readonly string[]])[] = [
  [
    "Runs on",
    ["provider", "other-cloud", "distribution", "orchestrator", "control-plane", "development"],
  ],
  ["Nodes", ["nodes", "runtime"]],
  ["Network", ["cni", "policies", "addresses"]],
  [
    "Mesh",
    [
      "mesh",
      "managed-mesh",
      "other-mesh",
      "ended-mesh",
      "registry",
      "mesh-mode",
      "edition",
      "enrolment",
      "data-plane",
      "leftover",
    ],
  ],
  ["Ingress and Gateway API", ["ingress", "gateway"]],
  ["Identity and secrets", ["identity", "secrets"]],
  ["Policy engines", ["policy-engine"]],
  ["Delivery and telemetry", ["delivery", "canary", "telemetry"]],
  ["Workloads", ["batch", "data", "serverless", "machines", "ai", "policies-used"]],
];

/** The facts of a cluster in groups, as the report and the page show them. */
export function groupFacts(facts: readonly Fact[]): { label: string; facts: readonly Fact[] }[] {
  const groups = kinds.map(([label, of]) => ({
    label,
    facts: facts.filter(({ kind, id }) => of.includes(kind) && id !== "kubernetes"),
  }));
  const rest = facts.filter(({ kind }) => !kinds.some(([, of]) => of.includes(kind)));
  return [...groups, { label: "Other", facts: rest }].filter((group) => group.facts.length > 0);
}

/** A fact in words: its name, its versions, and that it is not certain. */
export function factText({ label, versions, certainty, nodes }: Fact, nodeCount: number): string {
  const version = versions.length > 0 ? ` ${versions.join(", ")}` : "";
  const share = nodes > 0 && nodes < nodeCount ? ` on ${nodes} of ${nodeCount} nodes` : "";
  return `${label}${version}${share}${certainty === "sure" ? "" : certainty === "likely" ? " (likely)" : " (a hint)"}`;
}

const counted = [
  ["nodes", "node"],
  ["namespaces", "namespace"],
  ["workloads", "workload"],
  ["pods", "pod"],
  ["services", "service"],
] as const;

/** “3 nodes, 12 services”: what was counted, without what was not read. */
export function countText({ counts }: ClusterFacts): string {
  const parts = counted
    .filter(([key]) => counts[key] > 0)
    .map(([key, word]) => numbered(counts[key], word));
  if (counts.policies > 0)
    parts.push(
      `${numbered(counts.policies, "network policy", "network policies")} in ${numbered(counts.policyNamespaces, "namespace")}`,
    );
  return parts.join(", ");
}

/** “Istio 1.31, 1.30; Consul 1.22”: what is stated for the cluster’s Kubernetes. */
export function statedText({ statedFor }: ClusterFacts): string {
  return statedFor.map(({ mesh, lines }) => `${mesh} ${lines.join(", ")}`).join("; ");
}

/** What was recognised as Markdown, for the context of a decision record. Holds no names of the cluster’s own. */
export function writeReport({ clusters, warnings }: Recognised, today: string): string {
  const lines = [`### The estate, read from the cluster on ${today}`, ""];
  for (const [at, cluster] of clusters.entries()) {
    if (clusters.length > 1) lines.push(`**${cluster.name || `Cluster ${at + 1}`}**`, "");
    if (cluster.kubernetes) lines.push(`- Kubernetes ${cluster.kubernetes}`);
    const stated = statedText(cluster);
    if (stated) lines.push(`- Stated for it by their makers: ${stated}`);
    const counts = countText(cluster);
    if (counts) lines.push(`- Counted: ${counts}`);
    for (const { label, facts } of groupFacts(cluster.facts))
      lines.push(
        `- ${label}: ${facts.map((fact) => factText(fact, cluster.counts.nodes)).join("; ")}`,
      );
    if (cluster.gatewayApi)
      lines.push(
        `- Gateway API definitions ${cluster.gatewayApi.version}${cluster.gatewayApi.channel ? `, ${cluster.gatewayApi.channel} channel` : ""}`,
      );
    if (cluster.refused.length > 0)
      lines.push(`- Not read (no right to, or not there): ${cluster.refused.join(", ")}`);
    lines.push("");
  }
  if (warnings.length > 0) {
    lines.push("Worth knowing:", "");
    for (const { title, cluster } of warnings)
      lines.push(`- ${title}${clusters.length > 1 && cluster ? ` (${cluster})` : ""}`);
    lines.push("");
  }
  return lines.join("\n");
}
