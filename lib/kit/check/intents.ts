import { parse } from "yaml";
import type { Intents, StepId } from "@/lib/data/kit-types";
import { loadKits } from "@/lib/data/kits";
import { allApply, objectsOf, type Setting } from "@/lib/kit/render";
import type { Kit } from "@/lib/kit/types";
import { type Call, list, ofKind, record, specOf, texts, type Workload, type World } from "./calls";
import { passesConsul, passesIstio, passesLinkerd } from "./judge-mesh";
import { passesNetwork, toConnection } from "./judge-network";

/** What a kit must bring about (data/kits/intents.yaml), judged on its rendered objects. */

export interface Verdict {
  readonly id: string;
  readonly says: string;
  readonly needs: readonly string[];
  readonly holds: boolean;
}

type Party = Intents["calls"][number]["from"];

interface Judge {
  readonly kit: Kit;
  readonly world: World;
  readonly setting: Setting;
}

/** The port on which the mesh carries a call, as network policies see it. */
const hbone = 15008;
const meshPorts: Readonly<Record<string, number>> = {
  linkerd: 4143,
  consul: 20000,
};

function portOnTheWire({ kit }: Judge, port: number, meshed: boolean): number {
  if (!meshed) return port;
  // HBONE hides the port that is meant from the network.
  if (kit.variant.id === "istio-ambient") return hbone;
  return port === 8080 ? (meshPorts[kit.family] ?? port) : port;
}

function workload({ kit }: Judge, party: Party): Workload {
  const { names, family } = kit;
  const meshed = ["istio", "linkerd", "consul"].includes(family);
  const app = (name: string, namespace = names.namespace): Workload => ({
    namespace,
    labels: { app: name },
    account: name,
    meshed,
  });
  switch (party) {
    case "caller":
      return app(names.from);
    case "called":
      return app(names.to);
    case "third":
      return app("third");
    case "stranger":
      return { ...app("other"), account: "default" };
    case "namesake":
      return app(names.from, "elsewhere");
    case "outsider":
      return { ...app("other", "default"), account: "default", meshed: false };
    case "gateway":
      if (family === "istio") {
        return {
          ...app("gateway"),
          account: "public-istio",
          labels: { "gateway.networking.k8s.io/gateway-name": "public" },
        };
      }
      if (family === "consul") {
        return {
          ...app("gateway"),
          account: "public",
          labels: { "gateway.consul.hashicorp.com/name": "public" },
        };
      }
      return app("envoy", names.gatewayNamespace);
  }
}

function passesMesh({ kit, world }: Judge, call: Call): boolean {
  switch (kit.family) {
    case "istio":
      return passesIstio(call, world);
    case "linkerd":
      return passesLinkerd(call, world);
    case "consul":
      return passesConsul(call, world, kit.variant.id === "consul-enterprise");
    default:
      return true;
  }
}

/** Through a waypoint the network sees two connections: to the waypoint, and from it. */
function passesOnTheWire(judge: Judge, call: Call, ends: "both" | "arrival"): boolean {
  const { world } = judge;
  const port = portOnTheWire(judge, call.port, call.from.meshed);
  const service = ofKind(world, "Service", "v1").find(
    ({ metadata }) => metadata.name === call.service,
  );
  const waypoint = service?.metadata.labels?.["istio.io/use-waypoint"];
  if (waypoint === undefined || !call.from.meshed)
    return passesNetwork(world, toConnection(call, port), ends);
  const proxy: Workload = {
    namespace: call.to.namespace,
    labels: { "gateway.networking.k8s.io/gateway-name": waypoint },
    account: waypoint,
    meshed: true,
  };
  return (
    passesNetwork(world, toConnection({ ...call, to: proxy }, port), ends) &&
    passesNetwork(world, toConnection({ ...call, from: proxy }, port), ends)
  );
}

/** The same kit before a step is applied. */
function withoutStep(judge: Judge, step: StepId): Judge {
  const files = judge.kit.files.filter((file) => file.step !== step);
  return { ...judge, world: { ...judge.world, objects: objectsOfFiles(files) } };
}

const objectsOfFiles = (files: Kit["files"]) =>
  files.filter(({ language }) => language === "yaml").flatMap(({ content }) => objectsOf(content));

function judgeCall(judge: Judge, intent: Intents["calls"][number]): boolean {
  const { names } = judge.kit;
  const service =
    intent.to === "called" ? names.to : intent.to === "caller" ? names.from : intent.to;
  const call: Call = {
    from: workload(judge, intent.from),
    to: workload(judge, intent.to),
    service: intent.around === undefined ? service : "",
    port: intent.port,
    method: intent.method,
    path: intent.path,
    token: intent.token,
  };
  const left = new Set(intent.without);
  const before = left.has("authorize") ? withoutStep(judge, "authorize") : judge;
  const passes =
    (left.has("mesh") || passesMesh(before, call)) &&
    (left.has("network") || passesOnTheWire(before, call, left.has("egress") ? "arrival" : "both"));
  return passes === (intent.expect === "allowed");
}

function judgeEdge({ kit, world }: Judge, intent: Intents["edge"][number]): boolean {
  const route = ofKind(world, "HTTPRoute", "gateway.networking.k8s.io").find((each) =>
    list(specOf(each).parentRefs).some(({ name }) => name === "public"),
  );
  if (!route) return false;
  if (intent.strips) {
    const strips = intent.strips;
    return list(specOf(route).rules).every((rule) => {
      const removed = list(rule.filters).flatMap(({ requestHeaderModifier }) =>
        texts(record(requestHeaderModifier).remove),
      );
      return strips.every((header) => removed.includes(header));
    });
  }
  const token = intent.token ?? "none";
  const passes =
    kit.family === "istio" ? istioEdge(kit, world, token) : envoyEdge(kit, world, token);
  return passes === (intent.expect === "allowed");
}

function istioEdge({ names }: Kit, world: World, token: Call["token"]): boolean {
  const outside: Workload = { namespace: "", labels: {}, account: "", meshed: false };
  const gateway = {
    namespace: names.namespace,
    labels: { "gateway.networking.k8s.io/gateway-name": "public" },
    account: "public-istio",
    meshed: true,
  };
  // Users have no mesh identity, and the gateway's own listener asks for none.
  const open = {
    ...world,
    objects: world.objects.filter(({ kind }) => kind !== "PeerAuthentication"),
  };
  return passesIstio(
    { from: outside, to: gateway, service: "public", port: 443, method: "GET", path: "/", token },
    open,
  );
}

function envoyEdge({ family, names }: Kit, world: World, token: Call["token"]): boolean {
  if (family === "consul" || family === "linkerd") return true;
  const policies = ofKind(world, "SecurityPolicy", "gateway.envoyproxy.io").filter((policy) =>
    list(specOf(policy).targetRefs).some(
      ({ kind, name }) => kind === "Gateway" && name === "public",
    ),
  );
  const providers = policies.flatMap((policy) => list(record(specOf(policy).jwt).providers));
  const rightIssuer = providers.some(
    ({ issuer, audiences }) =>
      issuer === `https://${names.issuer}` && texts(audiences).includes(names.host),
  );
  return providers.length === 0 || (token === "valid" && rightIssuer);
}

function judgeDns(judge: Judge, { mode }: Intents["dns"][number]): boolean {
  const { kit, world } = judge;
  const from = { workload: workload(judge, "stranger") };
  const pods = (app: string) => ({
    workload: { namespace: "kube-system", labels: { "k8s-app": app }, account: app, meshed: false },
  });
  // With Cilium a cache in the network of the host is the host; for NetworkPolicy it is an address.
  const onHost = (address: string) =>
    kit.family === "cilium" ? { host: true as const } : { address };
  const to = {
    none: pods("kube-dns"),
    "service-address": onHost(kit.names.clusterDns),
    "own-address": onHost("169.254.20.10"),
    kubespray: onHost("169.254.25.10"),
    redirect: pods("node-local-dns"),
  }[mode];
  return (["UDP", "TCP"] as const).every((protocol) =>
    passesNetwork(world, { from, to, port: 53, protocol }),
  );
}

function judgeOutside(judge: Judge, intent: Intents["outside"][number]): boolean {
  const pod = { workload: workload(judge, "called") };
  const { address = "", from, port } = intent;
  const ends =
    from === undefined ? { from: pod, to: { address } } : { from: { address: from }, to: pod };
  const passes = passesNetwork(judge.world, { ...ends, port, protocol: "TCP" });
  return passes === (intent.expect === "allowed");
}

function judgeSetting({ kit }: Judge, { file, at, is }: Intents["settings"][number]): boolean {
  const content = kit.files.find(({ path }) => path === file)?.content;
  if (content === undefined) return false;
  const found = at.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined,
    parse(content),
  );
  return is === "absent" ? found === undefined : found === is;
}

interface Scope {
  readonly when: readonly string[];
  readonly families?: readonly string[] | undefined;
  readonly variants?: readonly string[] | undefined;
  readonly unless?: readonly string[] | undefined;
}

/** Every intent that applies to a kit, and whether it holds. What has no file of a layer is not asked about it. */
export function judgeKit(kit: Kit, setting: Setting, { intents } = loadKits()): Verdict[] {
  const objects = objectsOfFiles(kit.files);
  const judge: Judge = {
    kit,
    setting,
    world: { objects, trustDomain: kit.names.trustDomain, issuer: kit.names.issuer },
  };
  const inScope = ({ when, families, variants, unless }: Scope) =>
    allApply(when, setting) &&
    (families === undefined || families.includes(kit.family)) &&
    (variants === undefined || variants.includes(kit.variant.id)) &&
    !unless?.includes(kit.family);
  const judgeAll = <T extends Scope & { id: string; says: string; needs: readonly string[] }>(
    all: readonly T[],
    holds: (judge: Judge, intent: T) => boolean,
  ) =>
    all.filter(inScope).map((intent) => ({
      id: intent.id,
      says: intent.says,
      needs: intent.needs,
      holds: holds(judge, intent),
    }));
  if (kit.files.length === 0 || !objects.some(({ kind }) => /NetworkPolicy$/.test(kind))) return [];
  const hasEdge = kit.files.some(({ step }) => step === "edge");
  return [
    ...judgeAll(intents.calls, judgeCall),
    ...(hasEdge ? judgeAll(intents.edge, judgeEdge) : []),
    ...judgeAll(intents.dns, judgeDns),
    ...judgeAll(intents.outside, judgeOutside),
    ...judgeAll(
      intents.settings.filter(({ file }) => kit.files.some(({ path }) => path === file)),
      judgeSetting,
    ),
  ];
}
