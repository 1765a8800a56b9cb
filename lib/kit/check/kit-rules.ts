import type { Finding, KubernetesObject } from "./finding";
import { nameOfObject } from "./finding";

/** An object and the file it is in; files are applied in the order of their paths. */
export interface Placed {
  readonly path: string;
  readonly object: KubernetesObject;
}

type Fields = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** Namespaces that the installation makes: what lives there is not in the kit. */
const outside = /^(istio-|linkerd|consul|cert-manager|envoy-gateway-system|monitoring|kube-system)/;

/** References of one object to others by kind, namespace and name. */
function referencesOf({ object }: Placed): { kind: string; namespace: string; name: string }[] {
  const { kind, apiVersion, metadata } = object;
  const namespace = metadata.namespace ?? "";
  const spec = record(object.spec);
  const here = (target: string, name: unknown, other = namespace) => ({
    kind: target,
    namespace: other,
    name: String(name),
  });
  const fromHost = (host: unknown) => {
    const [name = "", other = ""] = String(host).split(".");
    return here("Service", name, other);
  };
  switch (kind) {
    case "HTTPRoute":
    case "TLSRoute":
      return [
        ...list(spec.parentRefs).map((ref) =>
          here(String(ref.kind ?? "Gateway"), ref.name, String(ref.namespace ?? namespace)),
        ),
        ...list(spec.rules).flatMap((rule) =>
          list(rule.backendRefs).map((ref) => here(String(ref.kind ?? "Service"), ref.name)),
        ),
      ];
    case "VirtualService":
      return list(spec.http).flatMap((http) =>
        [...list(http.route), ...list(http.mirrors)].map((each) =>
          fromHost(record(each.destination).host),
        ),
      );
    case "DestinationRule":
      return [fromHost(spec.host)];
    case "AuthorizationPolicy":
      if (apiVersion.startsWith("policy.linkerd.io")) {
        const target = record(spec.targetRef);
        return [
          here(String(target.kind), target.name),
          ...list(spec.requiredAuthenticationRefs).map((ref) => here(String(ref.kind), ref.name)),
        ];
      }
      return [
        ...list(spec.targetRefs).map((ref) => here(String(ref.kind), ref.name)),
        ...list(spec.rules).flatMap((rule) =>
          list(rule.from).flatMap((from) =>
            texts(record(from.source).principals).flatMap((principal) => {
              const [, , other = "", , account = ""] = principal.split("/");
              // Gateways have service accounts that Istio makes, named after the Gateway.
              return account === "waypoint" || account.endsWith("-istio")
                ? here("Gateway", account.replace(/-istio$/, ""), other)
                : here("ServiceAccount", account, other);
            }),
          ),
        ),
      ];
    case "RequestAuthentication":
    case "Telemetry":
      return list(spec.targetRefs).map((ref) => here(String(ref.kind), ref.name));
    case "MeshTLSAuthentication":
      return list(spec.identityRefs).map((ref) => here("ServiceAccount", ref.name));
    case "Certificate": {
      const ref = record(spec.issuerRef);
      return [here(String(ref.kind), ref.name, ref.kind === "ClusterIssuer" ? "" : namespace)];
    }
    case "ServiceIntentions":
      return list(record(spec.jwt).providers).map((ref) => here("JWTProvider", ref.name));
    case "ServiceRouter":
      return list(spec.routes).flatMap((route) => {
        const destination = record(route.destination);
        return "serviceSubset" in destination ? [here("ServiceResolver", destination.service)] : [];
      });
    case "ServiceSplitter":
      return [here("ServiceResolver", metadata.name)];
    default:
      return [];
  }
}

function findDangling(placed: readonly Placed[]): Finding[] {
  const keys = new Set(
    placed.map(
      ({ object: { kind, metadata } }) => `${kind} ${metadata.namespace ?? ""} ${metadata.name}`,
    ),
  );
  return placed.flatMap((each) =>
    referencesOf(each)
      .filter(
        ({ kind, namespace, name }) =>
          !keys.has(`${kind} ${namespace} ${name}`) &&
          !(kind === "ServiceAccount" && outside.test(namespace)),
      )
      .map(({ kind, namespace, name }) => ({
        path: each.path,
        check: "rule" as const,
        where: nameOfObject(each.object),
        message: `refers to ${kind} ${namespace ? `${namespace}/` : ""}${name}, which is not in the kit`,
      })),
  );
}

const opensPort = (ports: unknown, protocol: string, port: number) =>
  list(ports).some(
    (each) =>
      String(each.port) === String(port) && (each.protocol === protocol || each.protocol === "ANY"),
  );

/** Of two objects of one name the second replaces the first: across files on purpose, within one by mistake. */
function findDoubles(placed: readonly Placed[]): Finding[] {
  const seen = new Set<string>();
  return placed.flatMap(({ path, object }) => {
    const { apiVersion, kind, metadata } = object;
    const key = `${path} ${apiVersion} ${kind} ${metadata.namespace ?? ""} ${metadata.name}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = "stands twice in one file";
    return [{ path, check: "rule" as const, where: nameOfObject(object), message }];
  });
}

/** A star stands for the characters of one label; two at the start for any number of labels, since Cilium 1.19. */
function ciliumPattern(pattern: string): RegExp {
  const literal = (text: string) => text.replaceAll(".", "[.]").replaceAll("*", "[-a-z0-9_]*");
  const deep = pattern.startsWith("**.");
  const rest = literal(deep ? pattern.slice(3) : pattern);
  return new RegExp(`^${deep ? "([-a-z0-9_]+[.])+" : ""}${rest}$`);
}

/** Denying egress without allowing DNS stops everything; denying before allowing stops the pilot. */
function findLockouts(placed: readonly Placed[]): Finding[] {
  const findings: Finding[] = [];
  const find = (each: Placed, message: string) =>
    findings.push({ path: each.path, check: "rule", where: nameOfObject(each.object), message });
  const specOf = ({ object }: Placed) => record(object.spec);
  const ofKind = (kind: string, version?: string) =>
    placed.filter(
      ({ object }) => object.kind === kind && (!version || object.apiVersion.startsWith(version)),
    );
  const order = new Map(placed.map((each, index) => [each, index]));
  const before = (a: Placed, b: Placed) => (order.get(a) ?? 0) < (order.get(b) ?? 0);

  for (const deny of ofKind("NetworkPolicy").filter(
    ({ object }) => object.metadata.name === "default-deny",
  )) {
    const dns = ofKind("NetworkPolicy").find((each) =>
      list(specOf(each).egress).some(
        ({ ports }) => opensPort(ports, "UDP", 53) && opensPort(ports, "TCP", 53),
      ),
    );
    if (!dns) find(deny, "denies egress and nothing allows DNS over UDP and TCP");
    for (const other of ofKind("NetworkPolicy")) {
      if (other !== deny && !before(other, deny))
        find(other, "comes after the denial of everything");
    }
  }
  for (const deny of ofKind("CiliumNetworkPolicy").filter(
    ({ object }) => object.metadata.name === "default-deny",
  )) {
    const dns = ofKind("CiliumNetworkPolicy").find((each) =>
      list(specOf(each).egress).some((rule) =>
        list(rule.toPorts).some(({ ports }) => opensPort(ports, "UDP", 53)),
      ),
    );
    if (!dns || !before(dns, deny)) find(deny, "denies egress and nothing before it allows DNS");
  }
  for (const each of ofKind("CiliumNetworkPolicy")) {
    const names = list(specOf(each).egress)
      .flatMap((rule) => list(rule.toPorts))
      .map(({ rules }) => list(record(rules).dns))
      .filter((rules) => rules.length > 0);
    for (const rules of names) {
      const unknown = ofKind("Service").find(({ object: { metadata } }) => {
        const name = `${metadata.name}.${metadata.namespace}.svc.cluster.local`;
        return !rules.some(
          ({ matchName, matchPattern }) =>
            matchName === name || ciliumPattern(String(matchPattern)).test(name),
        );
      });
      if (unknown) find(each, `lets nobody look up ${nameOfObject(unknown.object)}`);
    }
  }
  const enforced = ofKind("AuthorizationPolicy", "security.istio.io").filter(
    ({ object }) => object.metadata.annotations?.["istio.io/dry-run"] === undefined,
  );
  for (const deny of enforced.filter((each) => !("rules" in specOf(each)))) {
    const allowed = enforced.some(
      (each) =>
        specOf(each).action === "ALLOW" &&
        each.object.metadata.namespace === deny.object.metadata.namespace &&
        before(each, deny),
    );
    if (!allowed) find(deny, "denies everything before anything is allowed");
  }
  for (const server of ofKind("Server").filter((each) => specOf(each).accessPolicy === undefined)) {
    const { name } = server.object.metadata;
    const routes = ofKind("HTTPRoute", "policy.linkerd.io")
      .filter((each) => list(specOf(each).parentRefs).some((ref) => ref.name === name))
      .map(({ object }) => object.metadata.name);
    const allowed = ofKind("AuthorizationPolicy", "policy.linkerd.io").filter((each) => {
      const target = record(specOf(each).targetRef);
      return target.kind === "Server" ? target.name === name : routes.includes(String(target.name));
    });
    if (!allowed.some((each) => before(each, server))) {
      find(server, "refuses everything before anything is allowed");
    }
  }
  const strict = ofKind("PeerAuthentication").find(
    (each) => record(specOf(each).mtls).mode === "STRICT",
  );
  const permissive = ofKind("PeerAuthentication").find(
    (each) => record(specOf(each).mtls).mode === "PERMISSIVE",
  );
  if (strict && (!permissive || !before(permissive, strict))) {
    find(strict, "is strict before it was permissive");
  }
  return findings;
}

/** ztunnel judges layer 4 only: a rule on requests in a policy that selects pods becomes deny-all there. */
function findAmbientMistakes(placed: readonly Placed[]): Finding[] {
  const ambient = placed.some(
    ({ object }) => object.metadata.labels?.["istio.io/dataplane-mode"] === "ambient",
  );
  if (!ambient) return [];
  return placed.flatMap((each) => {
    const { object } = each;
    if (object.kind !== "AuthorizationPolicy" || !("selector" in record(object.spec))) return [];
    const onRequests = list(record(object.spec).rules).some(
      (rule) =>
        list(rule.from).some((from) => "requestPrincipals" in record(from.source)) ||
        list(rule.to).some(
          (to) => "methods" in record(to.operation) || "paths" in record(to.operation),
        ),
    );
    return onRequests
      ? {
          path: each.path,
          check: "rule" as const,
          where: nameOfObject(object),
          message: "has a rule on requests that ztunnel cannot judge: attach it to the waypoint",
        }
      : [];
  });
}

/** Kinds that are deleted together with what others keep in them or run under them. */
const holdsOthers = new Set(["Namespace", "ServiceAccount", "CustomResourceDefinition"]);

/**
 * Undoing a file by deleting its objects must not take the pilot along, nor an object that an earlier file had made
 * and this one replaced: then the earlier file is applied again.
 */
export function findHarmfulUndo(
  path: string,
  undo: readonly string[],
  placed: readonly Placed[],
): Finding[] {
  if (!undo.some((command) => /\bdelete\b/.test(command) && command.endsWith(`-f ${path}`)))
    return [];
  const key = ({ object: { apiVersion, kind, metadata } }: Placed) =>
    `${apiVersion} ${kind} ${metadata.namespace ?? ""} ${metadata.name}`;
  const restored = (other: string) =>
    undo.some((command) => /\bapply\b/.test(command) && command.endsWith(`-f ${other}`));
  return placed
    .filter((each) => each.path === path)
    .flatMap((each) => {
      const find = (message: string) => [
        { path, check: "rule" as const, where: nameOfObject(each.object), message },
      ];
      if (holdsOthers.has(each.object.kind)) return find("is deleted by the undo of its file");
      // Only Consul's entries are replaced by ones that must stay: a policy of Istio or Linkerd may go.
      if (!each.object.apiVersion.startsWith("consul.hashicorp.com")) return [];
      const earlier = placed.findLast((other) => other.path < path && key(other) === key(each));
      return earlier && !restored(earlier.path)
        ? find(`is deleted by the undo of its file, though ${earlier.path} made it before`)
        : [];
    });
}

const reads = new Set(["GET", "HEAD"]);

/** What failed with an answer may have been done all the same: only reads are tried again then. */
function findUnsafeRetries(placed: readonly Placed[]): Finding[] {
  const onAnswers = (conditions: unknown) =>
    String(conditions ?? "")
      .split(",")
      .some((each) => /^(\d+|5xx|gateway-error|reset)$/.test(each));
  const allRead = (methods: readonly unknown[]) =>
    methods.length > 0 && methods.every((method) => reads.has(String(method)));
  const isUnsafe = ({ kind, metadata, ...object }: KubernetesObject): boolean => {
    const spec = record(object.spec);
    switch (kind) {
      case "VirtualService":
        return list(spec.http).some(
          ({ match, retries }) =>
            onAnswers(record(retries).retryOn) &&
            !allRead(list(match).map(({ method }) => record(method).exact)),
        );
      case "ServiceRouter":
        return list(spec.routes).some(
          ({ match, destination }) =>
            texts(record(destination).retryOnStatusCodes).length > 0 &&
            !allRead(texts(record(record(match).http).methods)),
        );
      case "HTTPRoute":
        return (
          metadata.annotations?.["retry.linkerd.io/http"] !== undefined &&
          !list(spec.rules).every(({ matches }) =>
            allRead(list(matches).map(({ method }) => method)),
          )
        );
      default:
        return false;
    }
  };
  return placed
    .filter(({ object }) => isUnsafe(object))
    .map(({ path, object }) => ({
      path,
      check: "rule",
      where: nameOfObject(object),
      message: "repeats calls that are not reads after they were answered",
    }));
}

/** What is wrong between the objects of a kit, taken in the order in which they are applied. */
export function checkKitRules(placed: readonly Placed[]): Finding[] {
  return [
    ...findDangling(placed),
    ...findDoubles(placed),
    ...findLockouts(placed),
    ...findAmbientMistakes(placed),
    ...findUnsafeRetries(placed),
  ];
}
