import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type KubernetesObject, objectsOf } from "@/lib/kit/render";
import type { Kit, KitFile } from "@/lib/kit/types";

/**
 * Applies and undoes kits on a real API server, the one that KUBECONFIG names: dry run first, then for real, then back,
 * and compares. Charts and scripts are left out, since an API server alone runs neither.
 */

interface Ran {
  readonly code: number;
  readonly said: string;
}

function run(folder: string, command: string): Ran {
  try {
    return {
      code: 0,
      said: execFileSync("bash", ["-c", command], { cwd: folder, encoding: "utf8", stdio: "pipe" }),
    };
  } catch (error) {
    const { status, stderr, stdout } = error as {
      status?: number;
      stderr?: string;
      stdout?: string;
    };
    return { code: status ?? 1, said: `${stdout ?? ""}${stderr ?? ""}` };
  }
}

const kubectl = (args: string) => run(tmpdir(), `kubectl ${args}`);

function create(object: object): Ran {
  return run(tmpdir(), `kubectl create -f - <<'EOF'\n${JSON.stringify(object)}\nEOF`);
}

interface IndexEntry {
  readonly file: string;
  readonly group: string;
  readonly kind: string;
  readonly version: string;
  readonly scope?: string;
}

/** Makes the definitions that the API server lacks, of a folder of schemas with an index.json. */
export function defineMissing(folder: string): number {
  const index: IndexEntry[] = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const groups = Map.groupBy(
    index.filter(
      ({ group }) =>
        (group.includes(".") && !group.endsWith("networking.k8s.io")) ||
        group === "gateway.networking.k8s.io",
    ),
    ({ group, kind }) => `${group} ${kind}`,
  );
  let made = 0;
  for (const versions of groups.values()) {
    const [first] = versions;
    if (!first) continue;
    const { group, kind, scope } = first;
    const singular = kind.toLowerCase();
    const plural =
      singular.endsWith("y") && !/[aeiou]y$/.test(singular)
        ? `${singular.slice(0, -1)}ies`
        : /(s|sh|ch|x)$/.test(singular)
          ? `${singular}es`
          : `${singular}s`;
    const stored = versions.at(-1);
    const definition = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: {
        name: `${plural}.${group}`,
        annotations: { "api-approved.kubernetes.io": "unapproved, for a test" },
      },
      spec: {
        group,
        scope:
          scope ??
          (kind === "GatewayClass" || kind.startsWith("Cluster") || kind.startsWith("CiliumCluster")
            ? "Cluster"
            : "Namespaced"),
        names: { kind, plural, singular },
        versions: versions.map((each) => ({
          name: each.version,
          served: true,
          storage: each === stored,
          schema: {
            openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
          },
        })),
      },
    };
    const strict = structuredClone(definition);
    strict.spec.versions = versions.map((each) => ({
      name: each.version,
      served: true,
      storage: each === stored,
      schema: { openAPIV3Schema: JSON.parse(readFileSync(join(folder, each.file), "utf8")) },
    }));
    // Some catalogues changed the form of their schemas; the open form is better than none.
    if (create(strict).code === 0 || create(definition).code === 0) made += 1;
  }
  return made;
}

const volatile = ["managedFields", "resourceVersion", "uid", "creationTimestamp", "generation"];

/** Everything of some types that the kit could reach, as text that can be compared: others may work in this cluster. */
function snapshot(types: readonly string[], own: string): Map<string, string> {
  const { code, said } = kubectl(`get ${types.join(",")} -A -o json`);
  if (code !== 0) throw new Error(said);
  const { items } = JSON.parse(said) as { items: (KubernetesObject & { status?: unknown })[] };
  const reachable = items.filter(({ kind, metadata: { name, namespace } }) =>
    kind === "Namespace" ? name === own : [undefined, own, "kube-system"].includes(namespace),
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

/** A pilot as a kit expects it, and somebody's own objects beside it, some under the kit's names. */
function settle({ names }: Kit): void {
  const { namespace, from, to } = names;
  create({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: namespace, labels: { team: "theirs" } },
  });
  const metadata = (name: string) => ({ name, namespace });
  for (const app of [from, to]) {
    create({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: metadata(app),
      spec: {
        selector: { matchLabels: { app } },
        template: {
          metadata: { labels: { app } },
          spec: {
            serviceAccountName: app,
            containers: [{ name: app, image: "example.com/app:1" }],
          },
        },
      },
    });
    create({
      apiVersion: "v1",
      kind: "Service",
      metadata: metadata(app),
      spec: { selector: { app }, ports: [{ name: "http", port: 8080 }] },
    });
  }
  create({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadata("theirs"),
    spec: { podSelector: {}, policyTypes: ["Ingress"] },
  });
  create({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadata("mesh-pilot-metrics"),
    spec: { podSelector: {}, policyTypes: ["Ingress"] },
  });
  create({
    apiVersion: "security.istio.io/v1",
    kind: "AuthorizationPolicy",
    metadata: metadata("theirs"),
    spec: { action: "DENY", rules: [{}] },
  });
  create({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "coredns", namespace: "kube-system" },
    data: { Corefile: "theirs\n" },
  });
  create({
    apiVersion: "projectcalico.org/v3",
    kind: "FelixConfiguration",
    metadata: { name: "default" },
    spec: { logSeverityScreen: "Info" },
  });
}

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
export function tryOnServer(kit: Kit): TriedOnServer {
  const folder = mkdtempSync(join(tmpdir(), "kit-apply-"));
  const problems: string[] = [];
  settle(kit);
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
  const before = snapshot(types, kit.names.namespace);
  const taken = (said: string) => /AlreadyExists|already exists/.test(said);
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
      problems.push(`${key} is not as it was: ${value} / ${after.get(key)}`);
  }
  for (const key of after.keys()) if (!before.has(key)) problems.push(`${key} was left`);
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
