import type { Thing } from "@/lib/data/recognition-types";

/** What is asked of the cluster, and what of each object leaves the terminal. */
const asked = [
  "nodes",
  "namespaces",
  "deployments",
  "daemonsets",
  "statefulsets",
  "jobs",
  "cronjobs",
  "services",
  "networkpolicies",
  "customresourcedefinitions",
  "ingressclasses",
  "gatewayclasses",
  "runtimeclasses",
];

/** The keys of labels that a sign looks for, so that no others leave the cluster. */
function labelKeys(things: readonly Thing[]): string[] {
  const keys = things
    .flatMap(({ signs }) => signs)
    .filter(({ at }) => at === "node-label" || at === "namespace-label")
    .map(({ is }) => (is.split("=")[0] ?? "").replace(/\*$/, ""));
  return [...new Set(keys)].sort();
}

/**
 * The read-only script that the page gives to copy. Each kind is asked for by itself, so that a role which may not list
 * one of them still gets the rest. jq keeps names, images, versions and the labels that rules look for: no environment,
 * no other annotations, no secrets.
 */
export function makeScript(things: readonly Thing[]): string {
  const keys = labelKeys(things).map((key) => JSON.stringify(key));
  return `for kind in ${asked.join(" ")}; do
  kubectl get "$kind" --all-namespaces --output=json 2>/dev/null ||
    printf '{"unread":"%s"}' "$kind"
done | jq --compact-output '
  def known: [${keys.join(", ")}];
  def labels: (. // {}) | with_entries(select(.key as $key
    | ($key | startswith("node-role.kubernetes.io/")) or any(known[]; . as $k
      | $key == $k or (($k | endswith("/")) and ($key | startswith($k))))));
  def images: {spec: {containers: [((.containers // []) + (.initContainers // []))[] | {image}]}};
  if .unread then . else .items[] | {
    kind,
    metadata: {
      name: .metadata.name,
      namespace: .metadata.namespace,
      labels: (.metadata.labels | labels),
      annotations: ((.metadata.annotations // {}) | with_entries(select(.key
        | . == "linkerd.io/inject" or startswith("gateway.networking.k8s.io/"))))
    },
    spec: (
      if .kind == "Node" then {podCIDR: .spec.podCIDR, providerID: ((.spec.providerID // "") | split("://")
        | if length > 1 then .[0] + "://" else .[0] | split(".")[0:2] | join(".") end)}
      elif .kind == "CronJob" then {jobTemplate: {spec: {template: (.spec.jobTemplate.spec.template.spec | images)}}}
      elif .kind == "Service" then {type: .spec.type, ipFamilies: .spec.ipFamilies}
      elif .kind == "CustomResourceDefinition" then {group: .spec.group}
      elif .kind == "IngressClass" then {controller: .spec.controller}
      elif .kind == "GatewayClass" then {controllerName: .spec.controllerName}
      elif .spec.template.spec then {template: (.spec.template.spec | images)}
      else {} end),
    status: (if .kind == "Node" then {
      nodeInfo: (.status.nodeInfo | {kubeletVersion, osImage, containerRuntimeVersion, architecture, operatingSystem}),
      addresses: [.status.addresses[]? | select(.type == "InternalIP")
        | {type, address: (if .address | contains(":") then "::" else "0.0.0.0" end)}]
    } else {} end)
  } + (if .kind == "RuntimeClass" then {handler} else {} end) end'
`;
}
