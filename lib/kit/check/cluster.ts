import { type KubernetesObject, objectsOf } from "@/lib/kit/render";
import type { Kit, KitFile } from "@/lib/kit/types";
import { keyOf, type Leaf, labelPath, ObjectStore, separator } from "./object-store";

/**
 * A cluster in memory that reads the very commands a kit prints: create, server-side apply, deletion by label, charts. A
 * command it does not know is an error, so no kit can print one that was never tried.
 */

/** Charts whose resource definitions are deleted with them; those of the others are marked to be kept. */
const losesDefinitions = /^(linkerd-crds|linkerd-enterprise-crds|consul)$/;

export class Cluster extends ObjectStore {
  readonly files = new Map<string, string>();
  /** Files that commands saved on the reader's machine. */
  readonly saved = new Map<string, unknown>();

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
    if (losesDefinitions.test(release)) this.define(definition, key);
    else if (release === "istio-base") this.define(definition);
  }

  #uninstall(release: string, namespace: string, labels: string): void {
    const key = keyOf("helm", "Release", namespace, release);
    const stored = this.objects.get(key);
    if (!stored?.leaves.has(labelPath(labels))) return;
    this.removeObject(key, `label ${labels}`);
    for (const [child, each] of this.objects)
      if (each.release === key) this.removeObject(child, `release ${release}`);
  }

  #read(path: string): KubernetesObject[] {
    const content = this.files.get(path);
    if (content === undefined) throw new Error(`there is no file ${path}`);
    return objectsOf(content);
  }

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
        for (const object of this.#read(path)) this.createObject(object);
      },
    ],
    [
      /^kubectl get -f (\S+) -o name && kubectl apply --server-side --field-manager=(\S+) -f \1$/,
      ([path = "", manager = ""]) => {
        const objects = this.#read(path);
        if (objects.every(this.exists))
          for (const object of objects) this.applyObject(object, manager);
      },
    ],
    [
      /^kubectl get -f (\S+) -o name && kubectl apply --server-side --field-manager=(\S+) -f - <<< '(.*)'$/,
      ([path = "", manager = "", json = ""]) => {
        if (this.#read(path).every(this.exists)) this.applyObject(JSON.parse(json), manager);
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
            this.removeObject(key, `label ${label}`);
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
          if (!this.exists(object)) throw new Refused("nothing to replace");
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
          this.define(`all${pattern.slice(0, -1).replaceAll("\\", "")}`);
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
      .filter((line) => line !== "" && !/^[#:]/.test(line));
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
