import type { Place } from "@/lib/data/recognition-types";
import type { Inventory } from "./inventory";
import { plausibleName } from "./tables";
import type { Spot } from "./types";

/** What version commands print, and the tool that it is a version of. */
const said: readonly (readonly [RegExp, string, string])[] = [
  [/^control plane version: (\S+)/i, "istio-control-plane", "istioctl version"],
  [/^data plane version: (\S+)/i, "istio-data-plane", "istioctl version"],
  [
    /^server version: ((?:stable|edge|enterprise)-\S+)/i,
    "linkerd-control-plane",
    "linkerd version",
  ],
  [/^server version: (v1\.\d+\S*)/i, "kubernetes", "kubectl version"],
];

/** What `kubectl describe nodes` says of a node, by the name it gives it. */
const nodeLines: readonly (readonly [RegExp, Place])[] = [
  [/^\s*Kubelet Version:\s+(\S+)$/, "node-version"],
  [/^\s*OS Image:\s+(\S.*)$/, "node-os"],
  [/^\s*Container Runtime Version:\s+(\S+)$/, "node-runtime"],
  [/^ProviderID:\s+(\S+)$/, "node-provider"],
];

/** Labels that nodes alone bear: pods and namespaces have others under kubernetes.io. */
const nodeLabel =
  /^(?:(?:beta\.)?kubernetes\.io\/(?:arch|os|hostname|instance-type)=|node(?:-role)?\.kubernetes\.io\/|topology\.kubernetes\.io\/|failure-domain\.beta\.)/;

/** What a description is about, with the labels that were read before it was plain that it is a node. */
export interface Described {
  readonly name: string;
  readonly labels: { readonly label: string; readonly spot: Spot }[];
}

/**
 * Reads a line of `kubectl describe nodes`; `described` is the object that the lines before it were about. Gives the one
 * that the next line is about, or undefined if this is no such line.
 */
export function readDescription(
  inventory: Inventory,
  line: string,
  described: Described | undefined,
  spot: Spot,
): Described | undefined {
  const named = /^Name:\s+(\S+)$/.exec(line)?.[1];
  if (named !== undefined)
    return plausibleName.test(named) ? { name: named, labels: [] } : undefined;
  if (described === undefined) return undefined;
  const { name, labels } = described;
  const label = /^(?:Labels:)?\s+([a-z0-9][\w./-]*=[\w.-]*)$/i.exec(line)?.[1];
  const found = nodeLines.find(([pattern]) => pattern.test(line));
  // Other objects have a name and labels too: only what a node alone has makes it one.
  if (label === undefined && !found) return undefined;
  if (label !== undefined) labels.push({ label, spot });
  if (!found && !nodeLabel.test(label ?? "") && !inventory.nodes.has(name)) return described;
  const node = inventory.node(name);
  if (!node) return undefined;
  inventory.read.add("nodes");
  inventory.see("tool", "kubernetes", spot);
  inventory.seeOnNode(node, "node-name", name, { ...spot, find: "" });
  for (const { label: text, spot: where } of labels.splice(0)) {
    inventory.seeOnNode(node, "node-label", text, { ...where, find: text });
    const role = /^node-role\.kubernetes\.io\/([^=]+)=/.exec(text)?.[1];
    if (role) inventory.seeOnNode(node, "node-role", role, { ...where, find: text });
  }
  const value = found?.[0].exec(line)?.[1]?.trim();
  if (found && value) {
    inventory.seeOnNode(node, found[1], value, { ...spot, find: value });
    if (found[1] === "node-version") node.version = value;
  }
  return described;
}

/** Reads what a version command prints. */
export function readVersionLine(inventory: Inventory, line: string, spot: Spot): boolean {
  const trimmed = line.trim().replace(/^[-#*]\s*/, "");
  if (/^client version: /i.test(trimmed)) return true;
  for (const [pattern, tool, read] of said) {
    const version = pattern.exec(trimmed)?.[1];
    if (version === undefined) continue;
    inventory.read.add(read);
    inventory.see(
      "tool",
      tool,
      { ...spot, find: version },
      tool === "kubernetes" ? undefined : version,
    );
    if (tool === "kubernetes") inventory.see("node-version", version, { ...spot, find: version });
    return true;
  }
  return false;
}
