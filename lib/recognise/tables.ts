import { type Inventory, ownersOfPod } from "./inventory";
import { noteAddress, readRelease, seeNamespaceLabel, seePolicy } from "./objects";
import type { Spot } from "./types";

/** What a table lists, told by its header. */
type Table =
  | "nodes"
  | "pods"
  | "pods of a node"
  | "helm"
  | "crds"
  | "daemonsets"
  | "deployments"
  | "statefulsets"
  | "services"
  | "policies"
  | "cronjobs"
  | "jobs"
  | "namespaces"
  | "gateway"
  | "ingress"
  | "runtime"
  | "consul"
  | "nomad";

/** The words that only this table has, most telling first. */
const headers: readonly (readonly [Table, readonly string[]])[] = [
  ["helm", ["CHART"]],
  ["pods of a node", ["Namespace", "Name", "Requests", "Limits"]],
  ["nodes", ["STATUS", "ROLES", "VERSION"]],
  ["pods", ["READY", "STATUS", "RESTARTS"]],
  ["crds", ["NAME", "CREATED"]],
  ["cronjobs", ["SCHEDULE", "SUSPEND"]],
  ["jobs", ["COMPLETIONS"]],
  ["daemonsets", ["DESIRED", "CURRENT", "AVAILABLE"]],
  ["deployments", ["UP-TO-DATE", "AVAILABLE"]],
  ["services", ["CLUSTER-IP"]],
  ["policies", ["POD-SELECTOR"]],
  ["gateway", ["CONTROLLER", "ACCEPTED"]],
  ["ingress", ["CONTROLLER", "PARAMETERS"]],
  ["runtime", ["HANDLER"]],
  ["namespaces", ["NAME", "STATUS", "AGE"]],
  ["statefulsets", ["NAME", "READY", "AGE"]],
  ["consul", ["Node", "Address", "Type", "Build"]],
  ["nomad", ["ID", "Eligibility", "Status"]],
];

export interface Header {
  readonly table: Table;
  readonly columns: readonly string[];
  readonly hasNamespace: boolean;
}

/** The header that a line is, if it is one. */
export function readHeader(line: string): Header | undefined {
  if (line.length > 2_000 || !/^\s*(NAME|NAMESPACE|Namespace\s|Node\s|ID\s)/.test(line))
    return undefined;
  const words = line.trim().split(/\s+/);
  const found = headers.find(([, telling]) => telling.every((word) => words.includes(word)));
  if (!found) return undefined;
  // In a header of kubectl get every word is in capitals; a sentence that starts with NAME is not.
  const isMixed = ["consul", "nomad", "pods of a node"].includes(found[0]);
  if (!isMixed && !words.slice(0, 5).every((word) => /^[A-Z][A-Z0-9()_-]*$/.test(word)))
    return undefined;
  return {
    table: found[0],
    columns: cells(line),
    hasNamespace: words[0]?.toUpperCase() === "NAMESPACE",
  };
}

function cells(line: string): string[] {
  const trimmed = line.trim();
  return (/\t/.test(trimmed) ? trimmed.split("\t") : trimmed.split(/ {2,}/)).map((cell) =>
    cell.trim(),
  );
}

const age = /^(\d+(y|d|h|m|s))+$|^<unknown>$|^<invalid>$/;
const nodeStatus = /^(Not)?Ready(,[A-Za-z]+)*$/;
const kubernetesVersion = /^v1\.\d{1,3}(\.\d{1,4})?\S{0,60}$/;
const resource =
  /^(pod|node|service|deployment|daemonset|statefulset|cronjob|job|replicaset)(?:\.(?:apps|batch))?\/(\S+)$/;
const podRow = /^\d{1,3}\/\d{1,3}$/;
const podStatus =
  /^(Running|Completed|Pending|Succeeded|Failed|Unknown|Error|Evicted|Terminating|ContainerCreating|PodInitializing|CrashLoopBackOff|ImagePullBackOff|ErrImagePull|OOMKilled|Init:\S+)$/;

const kinds: Readonly<Record<string, string>> = {
  deployment: "Deployment",
  daemonset: "DaemonSet",
  statefulset: "StatefulSet",
  cronjob: "CronJob",
  job: "Job",
};

/** Tokens of a node’s row: where its status stands, so that a row that was broken between words is still found. */
export function findNode(words: readonly string[], from = 0): number {
  for (let at = Math.max(1, from); at + 3 < words.length; at += 1)
    if (
      nodeStatus.test(words[at] ?? "") &&
      age.test(words[at + 2] ?? "") &&
      kubernetesVersion.test(words[at + 3] ?? "")
    )
      return at;
  return -1;
}

/** What a Kubernetes object may be called. */
export const plausibleName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** Reads the node whose status stands at a place of the words; what follows its version up to `end` describes it. */
export function readNodeWords(
  inventory: Inventory,
  words: readonly string[],
  at: number,
  end: number,
  spot: Spot,
): boolean {
  const name = (words[at - 1] ?? "").replace(/^node\//, "");
  if (!plausibleName.test(name)) return false;
  const node = inventory.node(name);
  if (!node) return false;
  const [roles = "", , version = ""] = words.slice(at + 1, at + 4);
  const here = { ...spot, find: name };
  inventory.read.add("nodes");
  inventory.see("tool", "kubernetes", here);
  inventory.seeOnNode(node, "node-name", name, here);
  for (const role of roles.split(","))
    if (role !== "<none>") inventory.seeOnNode(node, "node-role", role, here);
  inventory.seeOnNode(node, "node-version", version, here);
  node.version = version;
  const rest = words.slice(at + 4, end);
  const [internal = "", external = ""] = rest;
  noteAddress(node, internal);
  const runtime = rest.findIndex((word) => /^[a-z-]{3,20}:\/\/\S{1,80}$/.test(word));
  if (runtime > 2) {
    inventory.seeOnNode(node, "node-runtime", rest[runtime] ?? "", here);
    // Addresses first, then the system in words, then the kernel in one word, perhaps with its architecture.
    const isArchitecture = /^\(.*\)$/.test(rest[runtime - 1] ?? "");
    const os = rest.slice(external === "" ? 1 : 2, runtime - (isArchitecture ? 2 : 1)).join(" ");
    inventory.seeOnNode(node, "node-os", os, here);
  }
  const labels = rest.find((word) => word.includes("=") && /^[a-z0-9./_-]+=/i.test(word));
  for (const pair of labels?.split(",").slice(0, 200) ?? [])
    inventory.seeOnNode(node, "node-label", pair, { ...spot, find: pair.split("=")[0] ?? "" });
  return true;
}

/**
 * Reads a line as the row of a table. Says whether it was one. `asked` is the namespace that rows stand in which name
 * none.
 */
export function readRow(
  inventory: Inventory,
  line: string,
  header: Header | undefined,
  spot: Spot,
  asked = "default",
): boolean {
  const words = line.trim().split(/\s+/, 60);
  const first = resource.exec(words[0] ?? "");
  const second = resource.exec(words[1] ?? "");
  if (second) return readResource(inventory, words[0] ?? asked, second, words.slice(2), spot);
  if (first && first[1] !== "node")
    return readResource(inventory, asked, first, words.slice(1), spot);

  const pod = words.findIndex(
    (word, at) => at > 0 && at < 3 && podRow.test(word) && podStatus.test(words[at + 1] ?? ""),
  );
  if (pod > 0)
    return readPod(
      inventory,
      pod === 2 ? (words[0] ?? "") : asked,
      words[pod - 1] ?? "",
      words.slice(pod),
      spot,
    );
  return header ? readRowOf(inventory, header, line, words, spot, asked) : false;
}

function readPod(
  inventory: Inventory,
  namespace: string,
  name: string,
  rest: readonly string[],
  spot: Spot,
): boolean {
  if (!plausibleName.test(name) || !plausibleName.test(namespace)) return false;
  const here = { ...spot, find: name };
  inventory.read.add("pods");
  inventory.see("tool", "kubernetes", here);
  inventory.pods.add(`${namespace}/${name}`);
  for (const owner of ownersOfPod(name)) inventory.seeWorkload(namespace, owner, "Pod", here);
  // A CronJob names its Jobs by the minute they were due, counted since 1970.
  if (/-[23]\d{7}-[a-z0-9]{5}$/.test(name))
    inventory.seeWorkload(namespace, name.replace(/-[23]\d{7}-[a-z0-9]{5}$/, ""), "Job", here);
  // With -o wide: the address and the node, by whose name more can be told.
  const address = rest.findIndex(
    (word, at) => at > 2 && /^[0-9a-f.:]{3,}$/i.test(word) && /[.:]/.test(word),
  );
  const node = address > 0 ? (rest[address + 1] ?? "") : "";
  if (node !== "<none>" && plausibleName.test(node))
    inventory.see("node-name", node, { ...spot, find: node });
  return true;
}

function readResource(
  inventory: Inventory,
  namespace: string,
  [, kind = "", name = ""]: RegExpExecArray,
  rest: readonly string[],
  spot: Spot,
): boolean {
  if (!plausibleName.test(name) || !plausibleName.test(namespace)) return false;
  const here = { ...spot, find: name };
  if (kind === "pod")
    return podRow.test(rest[0] ?? "") && readPod(inventory, namespace, name, rest, spot);
  inventory.see("tool", "kubernetes", here);
  if (kind === "service") seeService(inventory, namespace, name, here);
  else if (kind in kinds) inventory.seeWorkload(namespace, name, kinds[kind] ?? "", here);
  inventory.read.add(`${kind}s`);
  return true;
}

function seeService(inventory: Inventory, namespace: string, name: string, spot: Spot): void {
  inventory.namespaces.add(namespace);
  if (!(namespace === "default" && name === "kubernetes"))
    inventory.services.set(`${namespace}/${name}`, spot);
}

function readRowOf(
  inventory: Inventory,
  { table, columns, hasNamespace }: Header,
  line: string,
  words: readonly string[],
  spot: Spot,
  asked: string,
): boolean {
  const row = cells(line);
  const cell = (column: string) => row[columns.indexOf(column)] ?? "";
  const namespace = hasNamespace ? (words[0] ?? "") : asked;
  const name = words[hasNamespace ? 1 : 0] ?? "";
  const here = { ...spot, find: name };
  const hasAge = words.some((word) => age.test(word));
  const isRow = plausibleName.test(name) && plausibleName.test(namespace) && hasAge;
  const seen = (read: string) => {
    inventory.read.add(read);
    inventory.see("tool", "kubernetes", here);
    return true;
  };
  switch (table) {
    case "helm": {
      const chart = cell("CHART") || words.find((word) => /^[a-z0-9-]+-v?\d+\.\d+/.test(word));
      if (!chart || !/^[a-z0-9][a-z0-9.+_-]*-v?\d+\.\d+\S*$/i.test(chart)) return false;
      if (/\bfailed\b|\buninstalled\b/.test(line)) return true;
      readRelease(inventory, chart, cell("APP VERSION") || words.at(-1), here);
      return true;
    }
    case "pods of a node":
      // “250m (0%)”, and at the end the age: nothing else has both.
      return isRow && /\(\d+%\)/.test(line) && readPod(inventory, namespace, name, [], spot);
    case "crds":
      if (
        !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(words[0] ?? "") ||
        !/^\d{4}-\d\d-\d\dT/.test(words[1] ?? "")
      )
        return false;
      inventory.see("crd", words[0] ?? "", { ...spot, find: words[0] ?? "" });
      inventory.crds.set(words[0] ?? "", { spot });
      return seen("crds");
    case "deployments":
    case "daemonsets":
    case "statefulsets":
    case "cronjobs":
    case "jobs": {
      if (!isRow) return false;
      inventory.seeWorkload(namespace, name, kinds[table.slice(0, -1)] ?? "", here);
      for (const image of cell("IMAGES").split(","))
        if (image) inventory.seeImage(image, { ...spot, find: image });
      return seen(table);
    }
    case "services":
      if (!isRow || !/\b(ClusterIP|NodePort|LoadBalancer|ExternalName)\b/.test(line)) return false;
      seeService(inventory, namespace, name, here);
      return seen("services");
    case "policies":
      if (!isRow) return false;
      seePolicy(inventory, namespace, name, here);
      return seen("networkpolicies");
    case "namespaces":
      if (!isRow || !/^(Active|Terminating)$/.test(words[1] ?? "")) return false;
      inventory.namespaces.add(name);
      inventory.see("namespace", name, here);
      for (const pair of (words[3] ?? "").split(",").slice(0, 100))
        if (pair.includes("=")) seeNamespaceLabel(inventory, pair, spot);
      return seen("namespaces");
    case "gateway":
    case "ingress":
    case "runtime":
      if (!isRow || !words[1]) return false;
      inventory.see("class", `${table}/${words[1]}`, here);
      return seen(`${table} classes`);
    case "consul": {
      const build = words.findIndex((word) => /^\d+\.\d+\.\d+([+-]\S*)?$/.test(word));
      if (build < 3 || !/^(server|client)$/.test(words[build - 1] ?? "")) return false;
      inventory.read.add("consul members");
      inventory.see("tool", "consul-agent", here, words[build]);
      return true;
    }
    case "nomad":
      if (!/^(eligible|ineligible)$/.test(words.at(-2) ?? "")) return false;
      inventory.read.add("nomad node status");
      inventory.see("tool", "nomad-client", here);
      return true;
    default:
      return false;
  }
}
