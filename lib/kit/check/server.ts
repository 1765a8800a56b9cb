import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real API server, the one that KUBECONFIG names, by kubectl. */

/** What came of a command. */
interface Ran {
  readonly code: number;
  readonly said: string;
}

/** Runs a command in a folder. */
export function run(
  folder: string,
  command: string,
  env: Readonly<Record<string, string>> = {},
): Ran {
  try {
    return {
      code: 0,
      said: execFileSync("bash", ["-c", command], {
        cwd: folder,
        encoding: "utf8",
        stdio: "pipe",
        env: { ...process.env, ...env },
      }),
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

export const kubectl = (args: string) => run(tmpdir(), `kubectl ${args}`);

/** Makes an object, or says why not. */
export function create(object: object): Ran {
  return run(tmpdir(), `kubectl create -f - <<'EOF'\n${JSON.stringify(object)}\nEOF`);
}

interface IndexEntry {
  readonly file: string;
  readonly group: string;
  readonly kind: string;
  readonly version: string;
  readonly scope?: string;
}

/** A kind of which no schema is published, as the server that has it would store it: Calico's own API server serves this one. */
function openDefinition(group: string, kind: string): boolean {
  const singular = kind.toLowerCase();
  return (
    create({
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: `${singular}s.${group}` },
      spec: {
        group,
        scope: "Cluster",
        names: { kind, plural: `${singular}s`, singular },
        versions: [
          {
            name: "v3",
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
            },
          },
        ],
      },
    }).code === 0
  );
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
  return made + (openDefinition("projectcalico.org", "FelixConfiguration") ? 1 : 0);
}
