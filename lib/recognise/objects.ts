import { z } from "zod";
import type { Inventory } from "./inventory";
import { isSystemNamespace } from "./inventory";
import type { Spot } from "./types";

const text = z.string().max(512);
const strings = z.record(z.string(), z.unknown()).catch({});
const container = z.object({ image: text.optional().catch(undefined) });
const containers = z.array(z.unknown()).max(200).catch([]);

const objectSchema = z.object({
  kind: text,
  metadata: z.object({
    name: text,
    namespace: text.optional().catch(undefined),
    labels: strings.optional(),
    annotations: strings.optional(),
  }),
  spec: z.record(z.string(), z.unknown()).optional().catch(undefined),
  status: z.record(z.string(), z.unknown()).optional().catch(undefined),
  handler: text.optional().catch(undefined),
});
type KubernetesObject = z.infer<typeof objectSchema>;

const nodeStatus = z.object({
  nodeInfo: z
    .object({
      kubeletVersion: text.optional(),
      osImage: text.optional(),
      containerRuntimeVersion: text.optional(),
      architecture: text.optional(),
      operatingSystem: text.optional(),
    })
    .partial()
    .catch({}),
  addresses: z
    .array(z.object({ type: text, address: text }))
    .max(50)
    .catch([]),
});
const podSpec = z.object({ containers, initContainers: containers }).partial();
const template = z.object({ template: z.object({ spec: podSpec }) });
const jobTemplate = z.object({ jobTemplate: z.object({ spec: template }) });
const serviceSpec = z.object({
  ipFamilies: z.array(text).max(4).catch([]),
  type: text.optional().catch(undefined),
});
const names = z.object({ group: text.optional() });
const controller = z.object({ controller: text, controllerName: text }).partial().catch({});

const releaseSchema = z.object({ name: text, chart: text, app_version: text.optional() });
const composeSchema = z.object({
  services: z.record(z.string(), z.object({ image: text.optional().catch(undefined) }).loose()),
});
const istioctlSchema = z.object({
  meshVersion: z
    .array(z.object({ Component: text, Info: z.object({ version: text }) }))
    .max(200)
    .catch([]),
  dataPlaneVersion: z
    .array(z.object({ IstioVersion: text.optional(), Version: text.optional() }))
    .max(100_000)
    .catch([]),
});
const kubectlSchema = z.object({ serverVersion: z.object({ gitVersion: text }) });
const nomadSchema = z.object({ ID: text, Name: text, SchedulingEligibility: text });
const unreadSchema = z.object({ unread: text });

/** Reads one value that was JSON or YAML. Says whether it was anything that is known. */
export function readValue(inventory: Inventory, value: unknown, spot: Spot): boolean {
  const object = objectSchema.safeParse(value);
  if (object.success) return readObject(inventory, object.data, spot);
  const unread = unreadSchema.safeParse(value);
  if (unread.success) {
    inventory.refused.add(unread.data.unread);
    return true;
  }
  const release = releaseSchema.safeParse(value);
  if (release.success) {
    readRelease(inventory, release.data.chart, release.data.app_version, spot);
    return true;
  }
  const compose = composeSchema.safeParse(value);
  if (compose.success) {
    inventory.read.add("docker compose config");
    for (const [name, { image }] of Object.entries(compose.data.services)) {
      inventory.see("tool", "compose-service", { ...spot, find: name });
      inventory.services.set(`compose/${name}`, { ...spot, find: name });
      if (image) inventory.seeImage(image, { ...spot, find: image });
    }
    return true;
  }
  const kubectl = kubectlSchema.safeParse(value);
  if (kubectl.success) {
    const { gitVersion } = kubectl.data.serverVersion;
    inventory.read.add("kubectl version");
    inventory.see("tool", "kubernetes", { ...spot, find: gitVersion });
    inventory.see("node-version", gitVersion, { ...spot, find: gitVersion });
    return true;
  }
  const nomad = nomadSchema.safeParse(value);
  if (nomad.success) {
    inventory.read.add("nomad node status");
    inventory.see("tool", "nomad-client", { ...spot, find: nomad.data.Name });
    return true;
  }
  const istioctl = istioctlSchema.safeParse(value);
  if (!istioctl.success || (value as object) === null) return false;
  const { meshVersion, dataPlaneVersion } = istioctl.data;
  if (meshVersion.length === 0 && dataPlaneVersion.length === 0) return false;
  inventory.read.add("istioctl version");
  for (const { Info } of meshVersion)
    inventory.see("tool", "istio-control-plane", { ...spot, find: Info.version }, Info.version);
  for (const { IstioVersion, Version } of dataPlaneVersion)
    inventory.see("tool", "istio-data-plane", spot, IstioVersion ?? Version);
  return true;
}

/** A chart as Helm names it, “istiod-1.31.0”, and the version of what it installs. */
export function readRelease(
  inventory: Inventory,
  chart: string,
  appVersion: string | undefined,
  spot: Spot,
): void {
  const name = chart.replace(/-v?\d+\.\d+.*$/, "");
  inventory.read.add("helm list");
  inventory.see("tool", "kubernetes", spot);
  inventory.see("chart", name, { ...spot, find: chart }, appVersion || undefined);
}

/** “key=value” for each label that has a value of a sensible length. */
function pairsOf(labels: Readonly<Record<string, unknown>> | undefined): string[] {
  return Object.entries(labels ?? {})
    .slice(0, 200)
    .flatMap(([key, value]) => (typeof value === "string" ? [`${key}=${value}`] : []));
}

function readObject(inventory: Inventory, object: KubernetesObject, spot: Spot): boolean {
  const { kind, metadata, spec = {}, status = {} } = object;
  const namespace = metadata.namespace ?? "default";
  const here = { ...spot, find: metadata.name };
  inventory.see("tool", "kubernetes", here);
  switch (kind) {
    case "Node":
      readNode(inventory, object, status, spot);
      break;
    case "Namespace":
      inventory.namespaces.add(metadata.name);
      inventory.see("namespace", metadata.name, here);
      for (const pair of pairsOf(metadata.labels)) seeNamespaceLabel(inventory, pair, spot);
      if (typeof metadata.annotations?.["linkerd.io/inject"] === "string")
        seeNamespaceLabel(
          inventory,
          `linkerd.io/inject=${metadata.annotations["linkerd.io/inject"]}`,
          spot,
        );
      break;
    case "Pod":
      inventory.pods.add(`${namespace}/${metadata.name}`);
      readImages(inventory, spec, spot);
      break;
    case "Deployment":
    case "DaemonSet":
    case "StatefulSet":
    case "Job": {
      inventory.seeWorkload(namespace, metadata.name, kind, here);
      const parsed = template.safeParse(spec);
      if (parsed.success) readImages(inventory, parsed.data.template.spec, spot);
      break;
    }
    case "CronJob": {
      inventory.seeWorkload(namespace, metadata.name, kind, here);
      const parsed = jobTemplate.safeParse(spec);
      if (parsed.success) readImages(inventory, parsed.data.jobTemplate.spec.template.spec, spot);
      break;
    }
    case "Service":
      readService(inventory, namespace, metadata.name, spec, here);
      break;
    case "NetworkPolicy":
    case "CiliumNetworkPolicy":
      seePolicy(inventory, namespace, metadata.name, here);
      break;
    case "CustomResourceDefinition":
      readDefinition(inventory, object, spot);
      break;
    case "RuntimeClass":
      inventory.see("class", `runtime/${object.handler ?? metadata.name}`, here);
      break;
    case "IngressClass":
      inventory.see("class", `ingress/${controller.parse(spec).controller ?? metadata.name}`, here);
      break;
    case "GatewayClass":
      inventory.see(
        "class",
        `gateway/${controller.parse(spec).controllerName ?? metadata.name}`,
        here,
      );
      break;
    default:
      return false;
  }
  inventory.read.add(`${kind.toLowerCase()}s`);
  return true;
}

export function seeNamespaceLabel(inventory: Inventory, pair: string, spot: Spot): void {
  const [key = "", value = ""] = pair.split("=");
  inventory.see("namespace-label", pair, { ...spot, find: key });
  if (value === "" && key !== "") inventory.see("namespace-label", key, { ...spot, find: key });
}

export function seePolicy(inventory: Inventory, namespace: string, name: string, spot: Spot): void {
  const policies = inventory.policies.get(namespace) ?? new Set();
  policies.add(name);
  inventory.policies.set(namespace, policies);
  if (!isSystemNamespace(namespace)) inventory.see("object", "NetworkPolicy", spot);
}

function readNode(
  inventory: Inventory,
  { metadata, spec }: KubernetesObject,
  status: Readonly<Record<string, unknown>>,
  spot: Spot,
): void {
  const node = inventory.node(metadata.name);
  if (!node) return;
  const { nodeInfo, addresses } = nodeStatus.parse({ nodeInfo: {}, addresses: [], ...status });
  const see = (
    at: Parameters<Inventory["seeOnNode"]>[1],
    value: string | undefined,
    find = value,
  ) => {
    if (value) inventory.seeOnNode(node, at, value, { ...spot, find: find ?? "" });
  };
  see("node-name", metadata.name);
  for (const pair of pairsOf(metadata.labels)) {
    const [key = ""] = pair.split("=");
    see("node-label", pair, key);
    const role = key.match(/^node-role\.kubernetes\.io\/(.+)$/)?.[1];
    if (role) see("node-role", role, key);
  }
  if (nodeInfo.architecture)
    see("node-label", `kubernetes.io/arch=${nodeInfo.architecture}`, nodeInfo.architecture);
  if (nodeInfo.operatingSystem)
    see("node-label", `kubernetes.io/os=${nodeInfo.operatingSystem}`, nodeInfo.operatingSystem);
  see("node-version", nodeInfo.kubeletVersion);
  see("node-os", nodeInfo.osImage);
  see("node-runtime", nodeInfo.containerRuntimeVersion);
  const provider = spec?.providerID;
  if (typeof provider === "string") see("node-provider", provider);
  if (nodeInfo.kubeletVersion) node.version = nodeInfo.kubeletVersion;
  for (const { type, address } of addresses) if (type === "InternalIP") noteAddress(node, address);
  const podNetwork = spec?.podCIDR;
  if (typeof podNetwork === "string" && inventory.podNetworks.size < 5_000)
    inventory.podNetworks.set(podNetwork, { ...spot, find: podNetwork });
}

/** Which family an address is of. */
export function noteAddress(node: { hasIPv4?: boolean; hasIPv6?: boolean }, address: string): void {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) node.hasIPv4 = true;
  else if (/^[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*$/i.test(address)) node.hasIPv6 = true;
}

function readImages(inventory: Inventory, spec: unknown, spot: Spot): void {
  const parsed = podSpec.safeParse(spec);
  if (!parsed.success) return;
  for (const each of [...(parsed.data.containers ?? []), ...(parsed.data.initContainers ?? [])]) {
    const image = container.safeParse(each).data?.image;
    if (image) inventory.seeImage(image, { ...spot, find: image });
  }
}

function readService(
  inventory: Inventory,
  namespace: string,
  name: string,
  spec: unknown,
  spot: Spot,
): void {
  inventory.namespaces.add(namespace);
  if (!(namespace === "default" && name === "kubernetes"))
    inventory.services.set(`${namespace}/${name}`, spot);
  const families = serviceSpec.safeParse(spec).data?.ipFamilies ?? [];
  if (families.includes("IPv4") && families.includes("IPv6"))
    inventory.see("object", "DualStackService", { ...spot, find: "ipFamilies" });
}

function readDefinition(
  inventory: Inventory,
  { metadata, spec }: KubernetesObject,
  spot: Spot,
): void {
  const here = { ...spot, find: metadata.name };
  inventory.see("crd", metadata.name, here);
  if (
    names.safeParse(spec).data?.group !== "gateway.networking.k8s.io" &&
    !metadata.name.endsWith(".gateway.networking.k8s.io")
  )
    return;
  const annotation = (key: string) => {
    const value = metadata.annotations?.[`gateway.networking.k8s.io/${key}`];
    return typeof value === "string" ? value : undefined;
  };
  inventory.crds.set(metadata.name, {
    bundle: annotation("bundle-version"),
    channel: annotation("channel"),
    spot: { ...spot, find: "gateway.networking.k8s.io/bundle-version" },
  });
}
