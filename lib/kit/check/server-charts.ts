import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Kit, KitFile } from "@/lib/kit/types";
import { kubectl, run } from "./server";
import type { Estate } from "./server-estate";

/**
 * The scripts that install, on a real API server with the real helm: charts and addresses are replaced by small ones of our
 * own, since no address may be reachable from a test; the commands, labels and refusals are those of the kit.
 */

const chart = {
  "Chart.yaml": "apiVersion: v2\nname: stub\nversion: 1.0.0\n",
  "templates/map.yaml":
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: stub-{{ .Release.Name }}\ndata: { owner: kit }\n",
};

/** In place of the programs: the chart is ours, and so is a definition that would come from an address. */
const programs = (stub: string) => ({
  helm: `
if [ "$1" != install ]; then exec "$REAL_HELM" "$@"; fi
name="$2"; shift 3; args=()
while [ $# -gt 0 ]; do case "$1" in --repo | --version | --set-file | --set | -f) shift 2 ;; *) args+=("$1"); shift ;; esac; done
exec "$REAL_HELM" install "$name" ${stub} "\${args[@]}"`,
  kubectl: `
case "$*" in *https://*) echo "would apply \${*: -1}" ;; *) exec "$REAL_KUBECTL" "$@" ;; esac`,
});

const where = (program: string) => run(tmpdir(), `command -v ${program}`).said.trim();

/** Charts of a kit's scripts: release and namespace. */
const releasesIn = ({ content }: KitFile) =>
  [...content.matchAll(/^helm install (\S+) .*? -n (\S+) /gm)].map(
    ([, release = "", namespace = ""]) => ({
      release,
      namespace,
    }),
  );

/** Installs and uninstalls on the server what a kit installs; undefined where helm is not here. */
export function tryCharts(kit: Kit, estate: Estate): readonly string[] | undefined {
  const helm = where("helm");
  if (helm === "") return undefined;
  const folder = mkdtempSync(join(tmpdir(), "kit-charts-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(chart)) write(`stub/${path}`, text);
  for (const [name, body] of Object.entries(programs(join(folder, "stub")))) {
    write(`bin/${name}`, `#!/usr/bin/env bash${body}\n`);
    chmodSync(join(folder, "bin", name), 0o755);
  }
  for (const { path, content } of kit.files) write(path, content);
  const env = {
    REAL_HELM: helm,
    BUOYANT_LICENSE: "test",
    REAL_KUBECTL: where("kubectl"),
    PATH: `${join(folder, "bin")}:${process.env.PATH}`,
  };
  const problems: string[] = [];
  const list = () => run(folder, "helm list -A -o json", env).said;
  for (const file of kit.files.filter(({ path }) => path.endsWith("install.sh"))) {
    const releases = releasesIn(file);
    const [first] = releases;
    if (!first) continue;
    // Somebody's own, under the name of the kit's first chart.
    if (estate === "occupied")
      run(
        folder,
        `"$REAL_HELM" install ${first.release} stub -n ${first.namespace} --create-namespace`,
        env,
      );
    const before = list();
    const { code, said } = run(folder, `bash ${file.path}`, env);
    const after = list();
    if (estate === "occupied") {
      if (code === 0)
        problems.push(`${file.path}: went on although ${first.release} is somebody's`);
      if (after !== before) problems.push(`${file.path}: changed the releases of others`);
    } else if (code !== 0 || releases.some(({ release }) => !after.includes(`"${release}"`))) {
      problems.push(`${file.path}: ${said}`);
    }
    for (const command of file.undo) {
      const undone = run(folder, command, env);
      if (undone.code !== 0) problems.push(`${file.path}: ${command}: ${undone.said}`);
    }
    const left = list();
    if (estate === "occupied" && left !== before)
      problems.push(`${file.path}: its undo changed the releases of others`);
    for (const { release } of estate === "empty" ? releases : [])
      if (left.includes(`"${release}"`) && !file.undoNote?.includes(`The release ${release} stays`))
        problems.push(`${file.path}: ${release} was left`);
    for (const { namespace } of releases)
      if (kubectl(`get namespace ${namespace}`).code !== 0)
        problems.push(`${file.path}: the namespace ${namespace} is gone`);
    for (const { release, namespace } of releases)
      run(folder, `"$REAL_HELM" uninstall ${release} -n ${namespace}`, env);
  }
  rmSync(folder, { recursive: true });
  return problems;
}
