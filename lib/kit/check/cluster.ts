import { type KubernetesObject, objectsOf } from "@/lib/kit/render";
import type { Kit, KitFile } from "@/lib/kit/types";

/**
 * A cluster in memory that reads the very commands a kit prints: objects with owners of their fields, create that
 * refuses what exists, server-side apply with conflicts, deletion by label, charts, and owned objects that go with their
 * owner. A command it does not know is an error, so no kit can print one that was never tried.
 */

type Leaf = string | number | boolean | null | readonly unknown[];

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

const separator = "\u0000";

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

const keyOf = (apiVersion: string, kind: string, namespace: string, name: string) =>
  [apiVersion.split("/")[0], kind, namespace, name].join(" ");

const labelPath = (label: string) => ["metadata", "labels", label].join(separator);

/** Charts whose resource definitions are deleted with them; those of the others are marked to be kept. */
const losesDefinitions = /^(linkerd-crds|linkerd-enterprise-crds|consul)$/;

export interface Event {
  readonly what: "created" | "changed" | "deleted" | "refused";
  readonly key: string;
  readonly kind: string;
  /** Why it may be deleted: the kit's label, or the release or owner that it went with. */
  readonly by?: string;
}

export class Cluster {
  readonly objects = new Map<string, Stored>();
  readonly files = new Map<string, string>();
  /** Files that commands saved on the reader's machine. */
  readonly saved = new Map<string, unknown>();
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

  #remove(key: string, by: string): void {
    const stored = this.objects.get(key);
    if (!stored) return;
    this.objects.delete(key);
    this.events.push({ what: "deleted", key, kind: stored.kind, by });
    for (const [child, { owner }] of this.objects)
      if (owner === key) this.#remove(child, `owner ${key}`);
  }

  #create(object: KubernetesObject): void {
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

  #apply(object: KubernetesObject, manager: string): void {
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

  #define(name: string, release?: string): void {
    this.put(
      {
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        metadata: { name },
      },
      { by: "kit", ...(release ? { release } : {}) },
    );
  }

  #install(release: string, namespace: string, labels: string): void {
    const key = keyOf("helm", "Release", namespace, release);
    if (this.objects.has(key)) {
      this.events.push({ what: "refused", key, kind: "Release" });
      throw new Refused(`the release ${release} is in use`);
    }
    const metadata = { name: release, namespace };
    // Helm takes over nothing that another made.
    if (this.objects.has(keyOf("apps/v1", "Deployment", namespace, release))) {
      this.events.push({ what: "refused", key, kind: "Release" });
      throw new Refused(`a Deployment ${release} is there that no chart made`);
    }
    if (!this.objects.has(keyOf("v1", "Namespace", "", namespace))) {
      this.put(
        { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } },
        { by: "kit" },
      );
    }
    this.put(
      {
        apiVersion: "helm/v1",
        kind: "Release",
        metadata: { ...metadata, labels: { [labels]: "" } },
      },
      { by: "kit" },
    );
    this.put({ apiVersion: "apps/v1", kind: "Deployment", metadata }, { by: "helm", release: key });
    const definition = `${release}.example.com`;
    if (losesDefinitions.test(release)) this.#define(definition, key);
    else if (release === "istio-base") this.#define(definition);
  }

  #uninstall(release: string, namespace: string, labels: string): void {
    const key = keyOf("helm", "Release", namespace, release);
    const stored = this.objects.get(key);
    if (!stored?.leaves.has(labelPath(labels))) return;
    this.#remove(key, `label ${labels}`);
    for (const [child, each] of this.objects)
      if (each.release === key) this.#remove(child, `release ${release}`);
  }

  #read(path: string): KubernetesObject[] {
    const content = this.files.get(path);
    if (content === undefined) throw new Error(`there is no file ${path}`);
    return objectsOf(content);
  }

  #exists = ({ apiVersion, kind, metadata }: KubernetesObject) =>
    this.objects.has(keyOf(apiVersion, kind, metadata.namespace ?? "", metadata.name));

  /** Runs one command. What a shell would end with an error for throws Refused; what nobody knows throws an Error. */
  run(command: string): void {
    for (const [pattern, act] of this.#commands) {
      const match = command.match(pattern);
      if (!match) continue;
      act(match.slice(1).map((each) => each ?? ""));
      return;
    }
    throw new Error(`not a command this cluster knows: ${command}`);
  }

  readonly #commands: readonly [RegExp, (parts: string[]) => void][] = [
    [
      /^kubectl create -f (\S+)$/,
      ([path = ""]) => {
        for (const object of this.#read(path)) this.#create(object);
      },
    ],
    [
      /^kubectl get -f (\S+) -o name && kubectl apply --server-side --field-manager=(\S+) -f \1$/,
      ([path = "", manager = ""]) => {
        const objects = this.#read(path);
        if (objects.every(this.#exists)) for (const object of objects) this.#apply(object, manager);
      },
    ],
    [
      /^kubectl get -f (\S+) -o name && kubectl apply --server-side --field-manager=(\S+) -f - <<< '(.*)'$/,
      ([path = "", manager = "", json = ""]) => {
        if (this.#read(path).every(this.#exists)) this.#apply(JSON.parse(json), manager);
      },
    ],
    [
      /^kubectl delete (\S+)(?: -n (\S+))? -l (\S+)=(\S+) --ignore-not-found$/,
      ([types = "", namespace = "", label = "", value = ""]) => {
        const wanted = new Set(types.split(","));
        for (const [key, stored] of this.objects) {
          const group = stored.apiVersion.includes("/")
            ? `.${stored.apiVersion.split("/")[0]}`
            : "";
          if (stored.namespace !== namespace || !wanted.has(stored.kind.toLowerCase() + group))
            continue;
          if (stored.leaves.get(labelPath(label))?.value === value)
            this.#remove(key, `label ${label}`);
        }
      },
    ],
    [
      /^\[ -e (\S+) \] \|\| kubectl get (\w+)\/(\S+) -n (\S+) -o yaml \| sed '.*' > \1$/,
      ([file = "", kind = "", name = "", namespace = ""]) => {
        if (this.saved.has(file)) return;
        const stored = [...this.objects.values()].find(
          (each) =>
            each.kind.toLowerCase() === kind && each.name === name && each.namespace === namespace,
        );
        if (stored)
          this.saved.set(
            file,
            structuredClone([...stored.leaves].map(([path, { value }]) => [path, value])),
          );
      },
    ],
    [
      /^kubectl replace -f (\S+\.before\.yaml)$/,
      ([file = ""]) => {
        const leaves = this.saved.get(file) as [string, Leaf][] | undefined;
        if (!leaves) throw new Refused(`${file} is not there`);
        const find = (name: string) => String(leaves.find(([path]) => path === name)?.[1] ?? "");
        const key = keyOf(
          find("apiVersion"),
          find("kind"),
          find(`metadata${separator}namespace`),
          find(`metadata${separator}name`),
        );
        const stored = this.objects.get(key);
        if (!stored) throw new Refused(`${key} is not there`);
        stored.leaves.clear();
        for (const [path, value] of leaves)
          stored.leaves.set(path, { value, owners: new Set(["before"]) });
      },
    ],
    [
      /^kubectl replace -f (\S+)$/,
      ([path = ""]) => {
        for (const object of this.#read(path)) {
          if (!this.#exists(object)) throw new Refused("nothing to replace");
          this.put(object, { by: "kit" });
          this.events.push({ what: "changed", key: "", kind: object.kind });
        }
      },
    ],
    [
      /^there="\$\(kubectl get crd -o name\)"; grep '(\S+)' <<< "\$there" \|\| kubectl apply --server-side -f https:\S+$/,
      ([pattern = ""]) => {
        const group = new RegExp(pattern);
        const names = [...this.objects.values()]
          .filter(({ kind }) => kind === "CustomResourceDefinition")
          .map(({ name }) => name);
        if (!names.some((name) => group.test(name)))
          this.#define(`all${pattern.slice(0, -1).replaceAll("\\", "")}`);
      },
    ],
    [
      /^helm install (\S+) \S+ .*-n (\S+) --create-namespace --labels (\S+) .*--wait$/,
      ([release = "", namespace = "", labels = ""]) => this.#install(release, namespace, labels),
    ],
    [
      /^helm list -n (\S+) -l (\S+) --filter '\^(\S+)\$' -q \| xargs -r helm uninstall -n \1$/,
      ([namespace = "", labels = "", release = ""]) => this.#uninstall(release, namespace, labels),
    ],
    [
      /^\[ -e (\S+) \] \|\| helm list -n kube-system --filter '\^cilium\$' .* > \1$/,
      ([file = ""]) => {
        const release = this.objects.get(keyOf("helm/v1", "Release", "kube-system", "cilium"));
        if (release && !this.saved.has(file))
          this.saved.set(file, structuredClone(release.leaves.get("values")?.value ?? "none"));
      },
    ],
    [
      /^helm upgrade cilium cilium --repo \S+ -n kube-system --version .* --reuse-values -f (\S+)$/,
      ([path = ""]) => {
        const release = this.objects.get(keyOf("helm/v1", "Release", "kube-system", "cilium"));
        if (!release) throw new Refused("there is no release cilium");
        release.leaves.set("values", {
          value: this.files.get(path) ?? "",
          owners: new Set(["helm"]),
        });
        this.events.push({ what: "changed", key: "cilium", kind: "Release" });
      },
    ],
    [
      /^helm rollback cilium "\$\(cat (\S+)\)" -n kube-system --wait$/,
      ([file = ""]) => {
        const release = this.objects.get(keyOf("helm/v1", "Release", "kube-system", "cilium"));
        if (!release || !this.saved.has(file)) throw new Refused("nothing to go back to");
        release.leaves.set("values", {
          value: this.saved.get(file) as Leaf,
          owners: new Set(["before"]),
        });
      },
    ],
    [/^bash (\S+install\.sh)$/, ([path = ""]) => this.#script(path)],
    // A restart writes when it was, and nothing of what this is about.
    [/^kubectl (rollout (restart|status)|diff) /, () => {}],
    [/^(sudo )?bash \S+\.sh( |$)/, () => {}],
  ];

  #script(path: string): void {
    const lines = (this.files.get(path) ?? "")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    for (const line of lines) if (line !== "set -euo pipefail") this.run(line);
  }

  /** Applies a file, as the runbook says; a command that refuses ends it, as a reader would stop there. */
  apply({ apply }: KitFile): void {
    this.#each(apply);
  }

  undo({ undo }: KitFile): void {
    this.#each(undo);
  }

  #each(commands: readonly string[]): void {
    for (const command of commands) {
      try {
        this.run(command);
      } catch (error) {
        if (error instanceof Refused) return;
        throw error;
      }
    }
  }

  /** Lays the files of a kit where its commands look for them. */
  unpack({ files }: Pick<Kit, "files">): void {
    for (const { path, content } of files) this.files.set(path, content);
  }
}

/** A command that ends with an error and changes nothing. */
class Refused extends Error {
  override name = "Refused";
}
