import type { MeshVersions, Recognition } from "@/lib/data/recognition-types";
import type { Found } from "./match";
import type { ReadCluster } from "./propose";
import type { Spot } from "./types";
import { compareVersions, lineOf, readVersion } from "./version";

/** Something worth knowing at once, whatever is chosen later. */
export interface Warning {
  readonly id:
    | "mesh-out-of-support"
    | "two-meshes"
    | "kubernetes-untested"
    | "gateway-api-too-new"
    | "policies-not-enforced"
    | "development-cluster";
  readonly cluster: string;
  readonly title: string;
  readonly text: string;
  readonly source?: { readonly url: string; readonly title: string } | undefined;
  readonly spots: readonly Spot[];
}

/** Versions that a company has built have its own dates: they are not judged by the project’s. */
const upstream = /^v?\d+\.\d+\.\d+(-(distroless|debug|rc\.?\d+|ubi\d*))?$/;
const minor = (line: string) => readVersion(line) ?? [0, 0];

/** What is worth a warning, cluster by cluster. `today` decides what is out of support. */
export function warn(
  recognition: Recognition,
  clusters: readonly ReadCluster[],
  today: string,
): Warning[] {
  return clusters.flatMap((cluster) => [
    ...warnOfVersions(recognition, cluster, today),
    ...warnOfTwoMeshes(cluster),
    ...warnOfPolicies(cluster),
    ...warnOfDevelopment(cluster),
  ]);
}

function find(cluster: ReadCluster, id: string): Found | undefined {
  return cluster.found.find(({ thing }) => thing.id === id);
}

/** The last day of a milestone: of a month without a day, its end. */
function lastDay(date: string): string {
  return date.length === 7 ? `${date}-31` : date;
}

function warnOfVersions(recognition: Recognition, cluster: ReadCluster, today: string): Warning[] {
  const kubernetes = kubernetesVersion(cluster);
  const gatewayApi = gatewayApiVersion(cluster);
  const isVendors = cluster.found.some(({ thing }) => thing.kind === "managed-mesh");
  return recognition.versions.flatMap((versions) => {
    const found = find(cluster, versions.thing);
    if (!found) return [];
    const { label } = found.thing;
    const at = { cluster: cluster.name, spots: found.spots };
    return [...new Set(found.versions)].flatMap((version): Warning[] => {
      const line = lineOf(version);
      if (line === undefined) return [];
      const known = versions.lines.find((each) => each.line === line);
      const warnings: Warning[] = [];
      const ended = isVendors ? undefined : whyEnded(recognition, versions, version, line, today);
      if (ended)
        warnings.push({
          id: "mesh-out-of-support",
          ...at,
          title: `${label} ${version} no longer gets fixes`,
          ...ended,
        });
      if (known?.kubernetes && kubernetes) {
        const { from, to, source } = known.kubernetes;
        const numbers = minor(kubernetes);
        if (compareVersions(numbers, minor(from)) < 0 || compareVersions(numbers, minor(to)) > 0)
          warnings.push({
            id: "kubernetes-untested",
            ...at,
            title: `${label} ${line} is not stated for Kubernetes ${kubernetes}`,
            text: `Its makers state Kubernetes ${from} to ${to} for it.`,
            source,
          });
      }
      if (known?.gatewayApi && gatewayApi) {
        const { to, source } = known.gatewayApi;
        if (compareVersions(minor(gatewayApi.version), minor(to)) > 0)
          warnings.push({
            id: "gateway-api-too-new",
            cluster: cluster.name,
            spots: [gatewayApi.spot],
            title: `The Gateway API’s definitions (${gatewayApi.version}) are newer than ${label} ${line} is known to work with`,
            text: `Known to work: up to ${to}. A newer field may be ignored, or the resource with it.`,
            source,
          });
      }
      return warnings;
    });
  });
}

function whyEnded(
  { milestones }: Recognition,
  { lines, older, stable, community }: MeshVersions,
  version: string,
  line: string,
  today: string,
): Pick<Warning, "text" | "source"> | undefined {
  if (/^stable-/.test(version))
    return stable && stable.ended <= today
      ? { text: stable.text, source: stable.source }
      : undefined;
  // “1.21.3+ent” is Consul Enterprise.
  const isEnterprise = /\+ent|-ent/.test(version);
  if (!isEnterprise && !upstream.test(version)) return undefined;
  const known = lines.find((each) => each.line === line);
  const milestone = milestones.find(({ id }) => id === known?.milestone);
  if (milestone && lastDay(milestone.date) < today)
    return { text: `${milestone.title} (${milestone.date}).`, source: milestone.source };
  const oldest = lines.at(-1)?.line ?? line;
  const newest = lines[0]?.line ?? line;
  if (!known && older && compareVersions(minor(line), minor(newest)) < 0)
    return {
      text:
        compareVersions(minor(line), minor(oldest)) < 0
          ? older.text
          : `${older.text} This line is not among them.`,
      source: older.source,
    };
  if (community && !isEnterprise && compareVersions(minor(line), minor(community.newest)) < 0)
    return {
      text: `${community.text} Its newest line is ${community.newest}.`,
      source: community.source,
    };
  return undefined;
}

/** The minor version of Kubernetes that most nodes have. */
export function kubernetesVersion({ inventory }: ReadCluster): string | undefined {
  const counts = new Map<string, number>();
  for (const { version } of inventory.nodes.values()) {
    const line = version && lineOf(version.replace(/^v/, ""));
    if (line) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The version of the Gateway API’s definitions, as their own annotation says it. */
export function gatewayApiVersion({
  inventory,
}: ReadCluster): { version: string; channel: string | undefined; spot: Spot } | undefined {
  for (const { bundle, channel, spot } of inventory.crds.values())
    if (bundle && readVersion(bundle)) return { version: bundle.replace(/^v/, ""), channel, spot };
  return undefined;
}

/** The lines of each mesh whose makers state this version of Kubernetes, newest first. */
export function linesFor(
  { versions, things }: Recognition,
  kubernetes: string | undefined,
): { readonly mesh: string; readonly lines: readonly string[] }[] {
  if (kubernetes === undefined) return [];
  const numbers = minor(kubernetes);
  return versions.flatMap(({ thing, lines }) => {
    const stated = lines.filter(
      ({ kubernetes: range }) =>
        range &&
        compareVersions(numbers, minor(range.from)) >= 0 &&
        compareVersions(numbers, minor(range.to)) <= 0,
    );
    const mesh = things.find(({ id }) => id === thing)?.label ?? thing;
    return stated.length > 0 ? [{ mesh, lines: stated.map(({ line }) => line) }] : [];
  });
}

function warnOfTwoMeshes(cluster: ReadCluster): Warning[] {
  const meshes = cluster.found.filter(
    ({ thing, certainty }) =>
      ["mesh", "other-mesh", "ended-mesh"].includes(thing.kind) && certainty !== "hint",
  );
  if (meshes.length < 2) return [];
  const names = meshes.map(({ thing }) => thing.label);
  return [
    {
      id: "two-meshes",
      cluster: cluster.name,
      title: `More than one mesh is installed: ${names.join(", ")}`,
      text: "Two meshes in one cluster can both capture a pod’s traffic. During a move that is a state to leave; otherwise say which one stays.",
      spots: meshes.flatMap(({ spots }) => spots.slice(0, 1)),
    },
  ];
}

function warnOfPolicies(cluster: ReadCluster): Warning[] {
  const used = find(cluster, "network-policies");
  const networks = cluster.found.filter(({ thing }) => thing.enforcesPolicies !== undefined);
  if (!used || networks.length === 0) return [];
  if (networks.some(({ thing }) => thing.enforcesPolicies === "yes")) return [];
  const names = networks.map(({ thing }) => thing.label).join(", ");
  const isCertain = networks.every(({ thing }) => thing.enforcesPolicies === "no");
  return [
    {
      id: "policies-not-enforced",
      cluster: cluster.name,
      title: isCertain
        ? "Network policies are there, and nothing was seen that enforces them"
        : `Network policies are there, and ${names} enforces them only if told to`,
      text: isCertain
        ? `${names} alone does not. Until something enforces them they look like protection and are none.`
        : "Check the setting: without it they look like protection and are none.",
      source: networks[0]?.thing.source,
      spots: [...used.spots.slice(0, 1), ...networks.flatMap(({ spots }) => spots.slice(0, 1))],
    },
  ];
}

function warnOfDevelopment(cluster: ReadCluster): Warning[] {
  const found = cluster.found.find(({ thing }) => thing.kind === "development");
  if (!found) return [];
  return [
    {
      id: "development-cluster",
      cluster: cluster.name,
      title: `This looks like a cluster on one’s own machine (${found.thing.label})`,
      text: "Answer for the cluster that will carry the services: its network and its nodes are others.",
      source: found.thing.source,
      spots: found.spots.slice(0, 2),
    },
  ];
}
