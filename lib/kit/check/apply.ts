import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type KubernetesObject, objectsOf } from "@/lib/kit/render";
import type { Kit, KitFile } from "@/lib/kit/types";
import { kubectl, run } from "./server";
import { type Estate, settle } from "./server-estate";

/**
 * Applies and undoes kits on a real API server, the one that KUBECONFIG names: dry run first, then for real, then back,
 * and compares. Charts and scripts are left out, since an API server alone runs neither.
 */

const volatile = ["managedFields", "resourceVersion", "uid", "creationTimestamp", "generation"];

/** Everything of some types that the kit could reach, as text that can be compared: others may work in this cluster. */
function snapshot(types: readonly string[], own: string): Map<string, string> {
  const { code, said } = kubectl(`get ${types.join(",")} -A -o json`);
  if (code !== 0) throw new Error(said);
  const { items } = JSON.parse(said) as { items: (KubernetesObject & { status?: unknown })[] };
  const reachable = items.filter(({ kind, metadata: { name, namespace } }) =>
    kind === "Namespace"
      ? [own, "istio-system"].includes(name)
      : [undefined, own, "kube-system", "istio-system"].includes(namespace),
  );
  return new Map(
    reachable.map((item) => {
      const { status: _, metadata, ...rest } = item;
      const kept = Object.fromEntries(
        Object.entries(metadata).filter(([key]) => !volatile.includes(key)),
      );
      return [
        `${item.kind} ${metadata.namespace ?? ""}/${metadata.name}`,
        JSON.stringify({ ...rest, metadata: kept }),
      ];
    }),
  );
}

const typeOf = ({ apiVersion, kind }: KubernetesObject) =>
  `${kind.toLowerCase()}${apiVersion.includes("/") ? `.${apiVersion.split("/")[0]}` : ""}`;

/** What differs is seen on the server; a definition fills pages. */
const brief = (text = "gone") => (text.length > 600 ? `${text.slice(0, 600)}…` : text);

const isServers = ({ how }: KitFile) => how === "create" || how === "own" || how === "replace";
const forServer = (commands: readonly string[]) =>
  commands.filter((command) => !/^kubectl (rollout|diff) /.test(command));

/** “Kind.group” of everything that the server knows. */
function knownTypes(): Set<string> {
  const rows = kubectl("api-resources --no-headers").said.trim().split("\n");
  return new Set(
    rows.map((row) => {
      const columns = row.trim().split(/\s+/);
      const [version = ""] = columns.filter((column) => /^([a-z0-9.-]+\/)?v\d/.test(column));
      const group = version.includes("/") ? `.${version.split("/")[0]}` : "";
      return `${columns.at(-1)?.toLowerCase()}${group}`;
    }),
  );
}

/** What came of one kit on the server; no problems if it can be applied and every step taken back. */
export interface TriedOnServer {
  readonly problems: readonly string[];
  readonly applied: number;
  /** Files with kinds that the server does not know. */
  readonly skipped: readonly string[];
}

/** Applies one kit in its namespace, takes it back, and deletes the namespace. */
export function tryOnServer(kit: Kit, estate: Estate): TriedOnServer {
  const folder = mkdtempSync(join(tmpdir(), "kit-apply-"));
  const problems: string[] = [];
  settle(kit, estate);
  for (const { path, content } of kit.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const known = knownTypes();
  const isKnown = ({ content }: KitFile) =>
    objectsOf(content).every((object) => known.has(typeOf(object)));
  const files = kit.files.filter((file) => isServers(file) && isKnown(file));
  const skipped = kit.files
    .filter((file) => isServers(file) && !isKnown(file))
    .map(({ path }) => path);
  const objects = files.flatMap(({ content }) => objectsOf(content));
  const types = [
    ...new Set([
      ...objects.map(typeOf),
      "namespace",
      "deployment.apps",
      "service",
      "configmap",
      "networkpolicy.networking.k8s.io",
    ]),
  ];
  const definitions = () =>
    kubectl(
      "get crd -o custom-columns=NAME:.metadata.name,GENERATION:.metadata.generation --no-headers",
    ).said;
  const defined = definitions();
  const before = snapshot(types, kit.names.namespace);
  const taken = (said: string) =>
    /AlreadyExists|already exists|Apply failed with \d+ conflict/.test(said);
  for (const file of files) {
    const dry = run(
      folder,
      `kubectl ${file.how === "own" ? "apply --server-side --field-manager=dry" : file.how} --dry-run=server -f ${file.path}`,
    );
    if (dry.code !== 0 && !taken(dry.said)) problems.push(`${file.path}: dry run: ${dry.said}`);
    for (const command of forServer(file.apply)) {
      const { code, said } = run(folder, command);
      if (code !== 0 && !taken(said)) problems.push(`${file.path}: ${command}: ${said}`);
    }
  }
  const applied = snapshot(types, kit.names.namespace).size - before.size;
  // Once in the middle, then all: a step taken back must not take another along.
  const middle = files[Math.floor(files.length / 2)];
  if (middle) {
    const between = snapshot(types, kit.names.namespace);
    for (const command of forServer(middle.undo)) run(folder, command);
    const own = new Set(
      objectsOf(middle.content).map(
        (object) => `${object.kind} ${object.metadata.namespace ?? ""}/${object.metadata.name}`,
      ),
    );
    for (const [key, value] of snapshot(types, kit.names.namespace)) {
      if (!own.has(key) && between.get(key) !== value)
        problems.push(`${middle.path}: its undo changed ${key}`);
    }
  }
  for (const { path, undo } of files.toReversed()) {
    for (const command of forServer(undo)) {
      const { code, said } = run(folder, command);
      if (code !== 0) problems.push(`${path}: undo: ${command}: ${said}`);
    }
  }
  const after = snapshot(types, kit.names.namespace);
  for (const [key, value] of before) {
    if (after.get(key) !== value)
      problems.push(`${key} is not as it was: ${brief(value)} / ${brief(after.get(key))}`);
  }
  for (const key of after.keys()) if (!before.has(key)) problems.push(`${key} was left`);
  if (definitions() !== defined) problems.push("definitions are not as they were");
  rmSync(folder, { recursive: true });
  kubectl(`delete namespace ${kit.names.namespace} --wait=false`);
  return { problems, applied, skipped };
}

/** Whether an API server answers, and which. */
export function serverVersion(): string | undefined {
  if (!process.env.KUBECONFIG) return undefined;
  const { code, said } = kubectl("get --raw /version");
  if (code !== 0) return undefined;
  const { major, minor } = JSON.parse(said) as { major: string; minor: string };
  return `${major}.${minor}`;
}
