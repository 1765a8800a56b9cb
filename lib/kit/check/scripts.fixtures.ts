import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Running the scripts of a kit where no cluster is. */

/** A folder with programs that stand in for real ones. */
export function stage(
  programs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), "kit-scripts-"));
  mkdirSync(join(folder, "bin"));
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(join(folder, "bin", name), `#!/usr/bin/env bash\n${body}\n`);
    chmodSync(join(folder, "bin", name), 0o755);
  }
  for (const [name, body] of Object.entries(files)) writeFileSync(join(folder, name), body);
  return folder;
}

/** Runs a script while servers of this process go on answering. */
export function runIn(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const child = spawn("bash", args, {
    cwd: folder,
    env: { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}`, ...env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      said += part;
    });
  }
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, said })),
  );
}

/** What kubectl says of a cluster where both services run as the kit expects them, and nothing else; by what its arguments hold. */
export const emptyEstate: Readonly<Record<string, string>> = {
  "--raw /version": '{"gitVersion": "v1.34.2"}',
  "config current-context": "test",
  "k8s-app=kube-dns -o jsonpath={.items[0].spec.clusterIPs[*]}": "10.96.0.10",
  "k8s-app=kube-dns -o jsonpath={.items[0].spec.ports": "53 53 9153",
  "get service web -n shop": "10.96.1.1 8080",
  "get service orders -n shop": "10.96.1.2 8080",
  "get namespace shop -o name": "namespace/shop",
  "deployment web -n shop -o jsonpath={.spec.template.spec.serviceAccountName}": "web",
  "deployment orders -n shop -o jsonpath={.spec.template.spec.serviceAccountName}": "orders",
  "deployment web -n shop -o jsonpath={.spec.template.metadata.labels.app}": "web",
  "deployment orders -n shop -o jsonpath={.spec.template.metadata.labels.app}": "orders",
  "get namespace envoy-gateway-system -o name": "namespace/envoy-gateway-system",
  "get daemonsets -A -o name": "daemonset.apps/calico-node",
};

/** Runs 00-look.sh on a cluster that is told by answers to kubectl. */
export async function look(script: string, there: Readonly<Record<string, string>>) {
  const cases = Object.entries(there).map(
    ([pattern, answer]) => `*"${pattern}"*) printf '%s\\n' '${answer}' ;;`,
  );
  const kubectl = `case "$*" in\n${cases.join("\n")}\n*) exit 1 ;;\nesac`;
  const folder = stage({ kubectl }, { "look.sh": script });
  const result = await runIn(folder, ["look.sh"]);
  rmSync(folder, { recursive: true });
  return result;
}
