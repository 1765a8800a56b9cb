import type { Finding, KubernetesObject } from "./finding";
import { nameOfObject } from "./finding";

/**
 * Rules between fields that the products' admission webhooks enforce and no schema says. Objects come here after the
 * closed schemas, so their fields have the types they must have.
 */

type Fields = Readonly<Record<string, unknown>>;
type Rule = (object: KubernetesObject, spec: Fields) => (string | undefined | false)[];

const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration in milliseconds. */
function milliseconds(text: unknown): number {
  const match = /^([\d.]+)(ms|s|m|h)$/.exec(String(text));
  return match ? Number(match[1]) * (units[match[2] ?? ""] ?? Number.NaN) : Number.NaN;
}

function sum(values: readonly unknown[]): number {
  return values.reduce<number>((total, value) => total + Number(value ?? 0), 0);
}

const selectorOrTargets: Rule = (_, spec) => [
  "selector" in spec && "targetRefs" in spec && "spec: has both selector and targetRefs",
];

const certificate: Rule = (_, spec) => [
  milliseconds(spec.renewBefore) >= milliseconds(spec.duration) &&
    "spec.renewBefore: must be shorter than duration",
  milliseconds(spec.duration) < milliseconds("1h") && "spec.duration: must be an hour or more",
  spec.isCA === true && !spec.commonName && "spec.commonName: an authority needs one",
  !spec.commonName && !spec.dnsNames && !spec.uris && "spec: names nothing",
];

const fixedNames: Readonly<Record<string, string>> = {
  ProxyDefaults: "global",
  Mesh: "mesh",
  ExportedServices: "default",
};

const named: Rule = ({ kind, metadata }) => [
  metadata.name !== fixedNames[kind] && `metadata.name: must be ${fixedNames[kind]}`,
];

const ciliumRule =
  (direction: "ingress" | "egress"): ((spec: Fields) => string[]) =>
  (spec) =>
    list(spec[direction]).flatMap((rule, index) => {
      const at = `spec.${direction}.${index}`;
      const peers = Object.keys(rule).filter((key) =>
        /^(from|to)(Endpoints|Entities|CIDR|FQDNs)$/.test(key),
      );
      const http = list(rule.toPorts).some((entry) => "http" in record(entry.rules));
      const protocols = list(rule.toPorts).flatMap((entry) =>
        list(entry.ports).map((each) => each.protocol),
      );
      return [
        ...(peers.length > 1 ? [`${at}: names peers in more than one way`] : []),
        ...("icmps" in rule && "toPorts" in rule ? [`${at}: has both icmps and toPorts`] : []),
        ...(http && protocols.some((protocol) => protocol !== "TCP")
          ? [`${at}: HTTP rules need protocol TCP`]
          : []),
      ];
    });

const cilium: Rule = (_, spec) => [...ciliumRule("ingress")(spec), ...ciliumRule("egress")(spec)];

const rules: Readonly<Record<string, Rule>> = {
  Service: ({ metadata }) => [
    !/^[a-z]/.test(metadata.name) && "metadata.name: a Service begins with a letter",
  ],
  NetworkPolicy: (_, spec) => {
    const types = Array.isArray(spec.policyTypes) ? spec.policyTypes : [];
    const has = (direction: "Ingress" | "Egress") => types.includes(direction);
    return [
      "ingress" in spec && !has("Ingress") && "spec.policyTypes: lacks Ingress",
      "egress" in spec && !has("Egress") && "spec.policyTypes: lacks Egress",
      new Set(types).size < types.length && "spec.policyTypes: says one twice",
    ];
  },
  AuthorizationPolicy: ({ apiVersion, metadata }, spec) => {
    if (apiVersion.startsWith("policy.linkerd.io")) {
      const kinds = list(spec.requiredAuthenticationRefs).map(({ kind }) => kind);
      return [
        new Set(kinds).size < kinds.length &&
          "spec.requiredAuthenticationRefs: names one kind twice",
      ];
    }
    return [
      "selector" in spec && "targetRefs" in spec && "spec: has both selector and targetRefs",
      spec.action === "DENY" &&
        !("rules" in spec) &&
        "spec.rules: a DENY without rules does nothing",
      !("rules" in spec) &&
        metadata.name !== "default-deny" &&
        "spec.rules: is missing, which denies everything",
    ];
  },
  RequestAuthentication: selectorOrTargets,
  VirtualService: (_, spec) =>
    list(spec.http).flatMap((http, index) => {
      const at = `spec.http.${index}`;
      const weights = list(http.route).map(({ weight }) => weight);
      const retries = record(http.retries);
      return [
        weights.length > 1 && sum(weights) !== 100 && `${at}.route: weights must sum to 100`,
        "perTryTimeout" in retries &&
          "timeout" in http &&
          milliseconds(retries.perTryTimeout) > milliseconds(http.timeout) &&
          `${at}.retries.perTryTimeout: is longer than the timeout`,
        index < list(spec.http).length - 1 &&
          !("match" in http) &&
          `${at}: without a match hides what follows`,
      ];
    }),
  ServiceEntry: (_, spec) => [
    spec.resolution === "DNS" &&
      JSON.stringify(spec.hosts).includes("*") &&
      "spec.hosts: DNS resolution takes no wildcard",
  ],
  Gateway: ({ apiVersion }, spec) => {
    if (!apiVersion.startsWith("gateway.networking.k8s.io")) return [];
    const listeners = list(spec.listeners);
    const names = listeners.map(({ name }) => name);
    return [
      new Set(names).size < names.length && "spec.listeners: a name occurs twice",
      ...listeners.map(({ protocol, tls, allowedRoutes }, index) => {
        const namespaces = record(record(allowedRoutes).namespaces);
        if (protocol === "HTTPS" && !record(tls).certificateRefs) {
          return `spec.listeners.${index}.tls: HTTPS needs a certificate`;
        }
        return (
          namespaces.from === "Selector" &&
          !namespaces.selector &&
          `spec.listeners.${index}.allowedRoutes: Selector needs a selector`
        );
      }),
    ];
  },
  MeshTLSAuthentication: (_, spec) => [
    "identities" in spec === "identityRefs" in spec &&
      "spec: needs either identities or identityRefs",
  ],
  ServiceProfile: ({ metadata }) => [
    !metadata.name.endsWith(`.${metadata.namespace}.svc.cluster.local`) &&
      "metadata.name: must be the full name of a Service of its namespace",
  ],
  Certificate: certificate,
  ProxyDefaults: named,
  Mesh: named,
  ExportedServices: named,
  ServiceSplitter: (_, spec) => [
    sum(list(spec.splits).map(({ weight }) => weight)) !== 100 &&
      "spec.splits: weights must sum to 100",
  ],
  ServiceResolver: (_, spec) => [
    "defaultSubset" in spec &&
      !(String(spec.defaultSubset) in record(spec.subsets)) &&
      "spec.defaultSubset: is not among the subsets",
  ],
  ServiceIntentions: (_, spec) => {
    const wildcard = record(spec.destination).name === "*";
    return list(spec.sources).flatMap((source, index) => [
      "action" in source === "permissions" in source &&
        `spec.sources.${index}: needs either action or permissions`,
      wildcard &&
        "permissions" in source &&
        `spec.sources.${index}.permissions: a wildcard destination takes none`,
    ]);
  },
  CiliumNetworkPolicy: cilium,
  CiliumClusterwideNetworkPolicy: cilium,
};

/** What an admission webhook would refuse in one object. */
export function checkObjectRules(path: string, object: KubernetesObject): Finding[] {
  const found = rules[object.kind]?.(object, record(object.spec)) ?? [];
  return found.flatMap((message) =>
    message ? [{ path, check: "rule" as const, where: nameOfObject(object), message }] : [],
  );
}
