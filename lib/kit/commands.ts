import { isIPv6 } from "node:net";
import type { Family, FrontMatter, KitData } from "@/lib/data/kit-types";
import type { KubernetesObject } from "./render";
import { kitLabel } from "./render";

/** Commands that apply and undo, made here alone: what deletes does so by the kit's label, and nothing is overwritten. */

interface Ways {
  readonly apply: string[];
  readonly undo: string[];
}

/** The label of a file: “05-authorize/2-allow.yaml” → “05-authorize.2-allow”. */
export const labelOf = (path: string) => path.replace(/\.[a-z0-9]+$/, "").replaceAll("/", ".");

function groupOf({ apiVersion }: KubernetesObject): string {
  return apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
}

/** “authorizationpolicy.security.istio.io”, as kubectl takes it. */
function typeOf(object: KubernetesObject): string {
  const group = groupOf(object);
  return `${object.kind.toLowerCase()}${group === "" ? "" : `.${group}`}`;
}

function deleteCommands(objects: readonly KubernetesObject[], label: string): string[] {
  const scopes = new Map<string, Set<string>>();
  for (const object of objects.toReversed()) {
    const scope = object.metadata.namespace ?? "";
    scopes.set(scope, (scopes.get(scope) ?? new Set()).add(typeOf(object)));
  }
  return [...scopes].map(
    ([namespace, types]) =>
      `kubectl delete ${[...types].join(",")}${namespace === "" ? "" : ` -n ${namespace}`} -l ${kitLabel}=${label} --ignore-not-found`,
  );
}

const bare = ({ apiVersion, kind, metadata: { name, namespace } }: KubernetesObject) =>
  JSON.stringify({
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
  });

function restart(names: readonly string[], namespace: string): string[] {
  const deployments = names.map((name) => `deployment/${name}`).join(" ");
  return [
    `kubectl rollout restart -n ${namespace} ${deployments}`,
    ...names.map(
      (name) => `kubectl rollout status -n ${namespace} deployment/${name} --timeout=5m`,
    ),
  ];
}

const cilium = {
  saved: "cilium-revision-before",
  version: `"$(helm list -n kube-system --filter '^cilium$' -o json | sed 's/.*"app_version":"\\([^"]*\\)".*/\\1/')"`,
  restart: [
    "kubectl rollout restart -n kube-system daemonset/cilium deployment/cilium-operator",
    "kubectl rollout status -n kube-system daemonset/cilium --timeout=15m",
  ],
};

/** The commands for a file, by how it reaches the cluster. */
export function waysOf(
  path: string,
  { how, restart: restarts, apply, undoCommands }: FrontMatter,
  objects: readonly KubernetesObject[],
  pilot: { readonly namespace: string; readonly workloads: readonly string[] },
): Ways {
  const label = labelOf(path);
  const after = restarts ? restart(pilot.workloads, pilot.namespace) : [];
  switch (how) {
    case "create":
      // Not “apply”: what is there already is somebody's, and stays as it is.
      return { apply: [`kubectl create -f ${path}`], undo: deleteCommands(objects, label) };
    case "own": {
      // Server-side apply under a name of its own: it owns the fields it writes, refuses to take over those of others,
      // and giving the fields up again leaves each as it was.
      const manager = `--field-manager=${kitLabel.split("/")[0]}.${label}`;
      return {
        apply: [
          `kubectl get -f ${path} -o name && kubectl apply --server-side ${manager} -f ${path}`,
          ...after,
        ],
        undo: [
          ...objects.toReversed().map(
            (object) =>
              // Only if it is there: applying what is gone would make it anew.
              `kubectl get -f ${path} -o name && kubectl apply --server-side ${manager} -f - <<< '${bare(object)}'`,
          ),
          ...after,
        ],
      };
    }
    case "cilium":
      return {
        apply: [
          `[ -e ${cilium.saved} ] || helm list -n kube-system --filter '^cilium$' -o json | sed 's/.*"revision":"\\([0-9]*\\)".*/\\1/' > ${cilium.saved}`,
          `helm upgrade cilium cilium --repo https://helm.cilium.io -n kube-system --version ${cilium.version} --reuse-values -f ${path}`,
          ...cilium.restart,
        ],
        undo: [
          `helm rollback cilium "$(cat ${cilium.saved})" -n kube-system --wait`,
          ...cilium.restart,
        ],
      };
    case "replace": {
      const saved = `${label}.before.yaml`;
      const [object] = objects;
      const target = `${object?.kind.toLowerCase()}/${object?.metadata.name} -n ${object?.metadata.namespace}`;
      return {
        apply: [
          // Without its version, or the server refuses to put it back once it has changed.
          `[ -e ${saved} ] || kubectl get ${target} -o yaml | sed '/^  resourceVersion:/d; /^  uid:/d' > ${saved}`,
          `kubectl diff -f ${path}`,
          `kubectl replace -f ${path}`,
        ],
        undo: [`kubectl replace -f ${saved}`],
      };
    }
    case "script":
      return { apply: apply ?? [`bash ${path}`], undo: undoCommands ?? [] };
    case "values":
      return { apply: [], undo: [] };
  }
}

const installed = "mesh-pilot=installed";

/** Commands of a script that installs, those that take it back, and what stays. */
export interface Installation {
  readonly product: string;
  readonly commands: readonly string[];
  readonly undo: readonly string[];
  readonly stays: readonly string[];
}

/**
 * Brings the definitions of a group where there is not one of it: whoever brought one owns them all, and an older bundle
 * over a newer one is a downgrade. The list is read first, so that an API server that fails to answer ends the script.
 */
const bringDefinitions = (group: string, url: string) =>
  `there="$(kubectl get crd -o name)"; grep '\\.${group.replaceAll(".", "\\.")}$' <<< "$there" || kubectl apply --server-side -f ${url}`;

/** Installs a chart that is not there (“install” refuses a name in use), and takes away only what this installed. */
export function installChart(
  entry: Family["install"][number],
  versions: KitData["versions"],
  valuesPath: string | undefined,
): Installation {
  const chart = versions.charts.find(({ id }) => id === entry.chart);
  const product = versions.products.find(({ id }) => id === chart?.product);
  if (!chart || !product) throw new RangeError(`versions.yaml has no chart "${entry.chart}"`);
  const install = [
    `helm install ${entry.release} ${chart.chart}`,
    ...(chart.repo ? [`--repo ${chart.repo}`] : []),
    `--version '${chart.version}' -n ${entry.namespace} --create-namespace --labels ${installed}`,
    ...(valuesPath ? [`-f ${valuesPath}`] : []),
    ...entry.flags,
    "--wait",
  ].join(" ");
  return {
    product: `${product.name} ${product.version}`,
    commands: [
      ...(chart.definitions ? [bringDefinitions("gateway.envoyproxy.io", chart.definitions)] : []),
      install,
    ],
    undo: entry.keep
      ? []
      : [
          `helm list -n ${entry.namespace} -l ${installed} --filter '^${entry.release}$' -q | xargs -r helm uninstall -n ${entry.namespace}`,
        ],
    stays: entry.keep ? [`The release ${entry.release} stays. ${entry.keep}`] : [],
  };
}

/** Brings the Gateway API where there is none. A version that is there is never replaced. */
export function installGatewayApi(versions: KitData["versions"], version: string): Installation {
  const url = versions.gatewayApi.url.replace("{version}", version);
  return {
    product: `Gateway API ${version}`,
    commands: [bringDefinitions("gateway.networking.k8s.io", url)],
    undo: [],
    stays: [
      "Resource definitions stay, since deleting one deletes every object of its kind in the cluster.",
    ],
  };
}

/** An address as a network: “10.96.0.10/32”. */
export const asNetwork = (address: string) => `${address}/${isIPv6(address) ? 128 : 32}`;
