import type { KubernetesObject } from "@/lib/kit/render";

/**
 * Objects in memory as an API server keeps them: with owners of their fields, create that refuses what exists, server-side
 * apply with conflicts, and owned objects that go with their owner.
 */

export type Leaf = string | number | boolean | null | readonly unknown[];

interface Stored {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** By path: lists are one value, as is an empty map. */
  readonly leaves: Map<string, { value: Leaf; owners: Set<string> }>;
  /** The key of the object it goes with. */
  readonly owner?: string;
  /** The chart release it came with. */
  readonly release?: string;
}

export const separator = "\u0000";

function flatten(value: unknown, path: readonly string[] = []): [string, Leaf][] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, each]) => flatten(each, [...path, key]));
  }
  return [[path.join(separator), value as Leaf]];
}

/** What names an object, and is nobody's to change. */
const identity = new Set([
  "apiVersion",
  "kind",
  ["metadata", "name"].join(separator),
  ["metadata", "namespace"].join(separator),
]);

export const keyOf = (apiVersion: string, kind: string, namespace: string, name: string) =>
  [apiVersion.split("/")[0], kind, namespace, name].join(" ");

export const labelPath = (label: string) => ["metadata", "labels", label].join(separator);

export interface Event {
  readonly what: "created" | "changed" | "deleted" | "refused";
  readonly key: string;
  readonly kind: string;
  /** Why it may be deleted: the kit's label, or the release or owner that it went with. */
  readonly by?: string;
}

export class ObjectStore {
  readonly objects = new Map<string, Stored>();
  readonly events: Event[] = [];

  /** Puts in what was there before, owned by others. */
  put(
    object: KubernetesObject,
    more: { owner?: string; release?: string; by?: string } = {},
  ): string {
    const { apiVersion, kind, metadata } = object;
    const namespace = metadata.namespace ?? "";
    const key = keyOf(apiVersion, kind, namespace, metadata.name);
    const { by = "before", ...rest } = more;
    const leaves = new Map(
      flatten(object).map(([path, value]) => [path, { value, owners: new Set([by]) }]),
    );
    this.objects.set(key, { apiVersion, kind, namespace, name: metadata.name, leaves, ...rest });
    return key;
  }

  /** What is there, as text that can be compared: values only, owners left out. */
  snapshot(): Map<string, string> {
    return new Map(
      [...this.objects]
        .map(([key, { leaves }]): [string, string] => [
          key,
          JSON.stringify([...leaves].map(([path, { value }]) => [path, value]).sort()),
        ])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  protected removeObject(key: string, by: string): void {
    const stored = this.objects.get(key);
    if (!stored) return;
    this.objects.delete(key);
    this.events.push({ what: "deleted", key, kind: stored.kind, by });
    for (const [child, { owner }] of this.objects)
      if (owner === key) this.removeObject(child, `owner ${key}`);
  }

  protected createObject(object: KubernetesObject): void {
    const { apiVersion, kind, metadata } = object;
    const key = keyOf(apiVersion, kind, metadata.namespace ?? "", metadata.name);
    if (this.objects.has(key)) {
      this.events.push({ what: "refused", key, kind });
      return;
    }
    this.put(object, { by: "kit" });
    this.events.push({ what: "created", key, kind });
    if (kind !== "Gateway") return;
    // Controllers copy a Gateway's labels to the proxies they run for it.
    for (const child of ["Deployment", "Service"]) {
      this.put(
        {
          apiVersion: child === "Service" ? "v1" : "apps/v1",
          kind: child,
          metadata: { ...metadata, name: `${metadata.name}-proxy` },
        },
        { owner: key, by: "controller" },
      );
    }
  }

  protected applyObject(object: KubernetesObject, manager: string): void {
    const { apiVersion, kind, metadata } = object;
    const key = keyOf(apiVersion, kind, metadata.namespace ?? "", metadata.name);
    const stored = this.objects.get(key);
    if (!stored) {
      this.put(object, { by: manager });
      this.events.push({ what: "created", key, kind });
      return;
    }
    const wanted = new Map(flatten(object));
    for (const [path, value] of wanted) {
      const leaf = stored.leaves.get(path);
      const others = [...(leaf?.owners ?? [])].some((owner) => owner !== manager);
      if (leaf && others && JSON.stringify(leaf.value) !== JSON.stringify(value)) {
        this.events.push({ what: "refused", key, kind });
        return;
      }
    }
    for (const [path, leaf] of stored.leaves) {
      if (identity.has(path) || wanted.has(path) || !leaf.owners.delete(manager)) continue;
      if (leaf.owners.size === 0) stored.leaves.delete(path);
    }
    for (const [path, value] of wanted) {
      if (identity.has(path)) continue;
      const leaf = stored.leaves.get(path) ?? { value, owners: new Set<string>() };
      leaf.value = value;
      leaf.owners.add(manager);
      stored.leaves.set(path, leaf);
    }
    this.events.push({ what: "changed", key, kind });
  }

  protected define(name: string, release?: string): void {
    this.put(
      {
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        metadata: { name },
      },
      { by: "kit", ...(release ? { release } : {}) },
    );
  }

  protected readonly exists = ({ apiVersion, kind, metadata }: KubernetesObject) =>
    this.objects.has(keyOf(apiVersion, kind, metadata.namespace ?? "", metadata.name));
}
