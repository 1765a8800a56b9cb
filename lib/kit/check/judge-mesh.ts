import type { KubernetesObject } from "@/lib/kit/render";
import {
  type Call,
  list,
  matches,
  ofKind,
  record,
  selects,
  specOf,
  texts,
  type World,
} from "./calls";

/** What Istio, Linkerd and Consul make of a call, by their documentation, as far as the kits use them. */

const principalOf = ({ from }: Call, { trustDomain }: World) =>
  from.meshed ? `${trustDomain}/ns/${from.namespace}/sa/${from.account}` : "";

/** Policies that hold for a workload: its namespace's, its own by selector, or by the Service or Gateway they target. */
function forWorkload(
  policies: readonly KubernetesObject[],
  { to, service }: Call,
  target: string | undefined,
): KubernetesObject[] {
  return policies.filter((policy) => {
    if (policy.metadata.namespace !== to.namespace) return false;
    const { selector, targetRefs } = specOf(policy);
    const refs = list(targetRefs);
    if (refs.length > 0)
      return refs.some(
        ({ kind, name }) =>
          target === `${kind}/${name}` ||
          (target === "Service" && kind === "Service" && name === service),
      );
    // A waypoint and a gateway judge what targets them; their own pods are judged by selectors.
    return target === undefined || target.startsWith("Gateway/")
      ? selects(selector, to.labels)
      : false;
  });
}

function istioRuleMatches(
  rule: Readonly<Record<string, unknown>>,
  call: Call,
  world: World,
): boolean {
  const principal = principalOf(call, world);
  const user = call.token === "valid" ? `https://${world.issuer}/user` : "";
  const from = list(rule.from);
  const to = list(rule.to);
  const any = (patterns: unknown, text: string) =>
    patterns === undefined || texts(patterns).some((pattern) => matches(pattern, text));
  const rightSource =
    from.length === 0 ||
    from.some(({ source }) => {
      const { principals, requestPrincipals, namespaces } = record(source);
      return (
        any(principals, principal) &&
        any(requestPrincipals, user) &&
        any(namespaces, call.from.meshed ? call.from.namespace : "")
      );
    });
  const rightOperation =
    to.length === 0 ||
    to.some(({ operation }) => {
      const { ports, methods, paths } = record(operation);
      return any(ports, String(call.port)) && any(methods, call.method) && any(paths, call.path);
    });
  return rightSource && rightOperation;
}

/** What only a layer 7 proxy can see of a request. */
const readsHttp = (rule: Readonly<Record<string, unknown>>) =>
  list(rule.when).length > 0 ||
  list(rule.from).some(({ source }) => record(source).requestPrincipals !== undefined) ||
  list(rule.to).some(({ operation }) => {
    const { methods, paths, hosts } = record(operation);
    return methods !== undefined || paths !== undefined || hosts !== undefined;
  });

function istioPolicies(call: Call, world: World, target: string | undefined): boolean {
  // In ambient mode ztunnel judges what hangs on pods: it reads no tokens, and leaves out rules on requests.
  const byZtunnel =
    target === undefined &&
    ofKind(world, "Namespace", "v1").some(
      ({ metadata }) => metadata.labels?.["istio.io/dataplane-mode"] === "ambient",
    );
  const tokens = byZtunnel
    ? []
    : forWorkload(ofKind(world, "RequestAuthentication", "security.istio.io"), call, target);
  if (tokens.length > 0 && call.token === "forged") return false;
  const policies = forWorkload(
    ofKind(world, "AuthorizationPolicy", "security.istio.io"),
    call,
    target,
  );
  return (
    policies.length === 0 ||
    policies.some((policy) =>
      list(specOf(policy).rules).some(
        (rule) =>
          !(byZtunnel && readsHttp(rule)) &&
          // Without a request authentication nobody has looked at the token.
          istioRuleMatches(rule, tokens.length > 0 ? call : { ...call, token: "none" }, world),
      ),
    )
  );
}

/** Whether Istio lets a call through: strictness, tokens and policies; through a waypoint where the Service names one. */
export function passesIstio(call: Call, world: World): boolean {
  const strict = ofKind(world, "PeerAuthentication", "security.istio.io").some(
    (policy) =>
      policy.metadata.namespace === call.to.namespace &&
      record(specOf(policy).mtls).mode === "STRICT" &&
      selects(specOf(policy).selector, call.to.labels),
  );
  if (strict && !call.from.meshed) return false;
  const gateway = call.to.labels["gateway.networking.k8s.io/gateway-name"];
  if (gateway !== undefined) return istioPolicies(call, world, `Gateway/${gateway}`);
  const service = ofKind(world, "Service", "v1").find(
    ({ metadata }) => metadata.name === call.service && metadata.namespace === call.to.namespace,
  );
  const waypoint = service?.metadata.labels?.["istio.io/use-waypoint"];
  const runs = ofKind(world, "Gateway", "gateway.networking.k8s.io").some(
    ({ metadata }) => metadata.name === waypoint && metadata.namespace === call.to.namespace,
  );
  // A caller outside the mesh goes past the waypoint, as all do past one that does not run, and meets the pod's own rules.
  if (waypoint === undefined || !call.from.meshed || !runs)
    return istioPolicies(call, world, undefined);
  // The Service has one port; no waypoint stands before another.
  if (call.port !== 8080) return false;
  const from = { ...call.from, account: waypoint, namespace: call.to.namespace };
  return (
    istioPolicies(call, world, "Service") && istioPolicies({ ...call, from }, world, undefined)
  );
}

/** Whether Linkerd lets a call through: the Server of the port if there is one, else the namespace's default. */
export function passesLinkerd(call: Call, world: World): boolean {
  const { to, from } = call;
  const inNamespace = (kind: string) =>
    ofKind(world, kind, "policy.linkerd.io").filter(
      ({ metadata }) => metadata.namespace === to.namespace,
    );
  const server = inNamespace("Server").find(
    (each) =>
      Number(specOf(each).port) === call.port && selects(specOf(each).podSelector, to.labels),
  );
  if (!server) {
    const namespaces = ofKind(world, "Namespace", "v1").filter(
      ({ metadata }) => metadata.name === to.namespace,
    );
    const policy = namespaces
      .map(({ metadata }) => metadata.annotations?.["config.linkerd.io/default-inbound-policy"])
      .findLast((each) => each !== undefined);
    return policy === "all-authenticated" ? from.meshed : policy !== "deny";
  }
  const identity = from.meshed
    ? `${from.account}.${from.namespace}.serviceaccount.identity.linkerd.${world.trustDomain}`
    : "";
  const authenticated = (kind: string, name: string) =>
    inNamespace(kind)
      .filter(({ metadata }) => metadata.name === name)
      .some((each) => {
        const { identities, identityRefs, networks } = specOf(each);
        if (kind === "NetworkAuthentication") return list(networks).length > 0;
        return (
          identity !== "" &&
          (texts(identities).some((pattern) => matches(pattern, identity)) ||
            list(identityRefs).some(
              ({ name: account, namespace }) =>
                account === from.account && (namespace ?? to.namespace) === from.namespace,
            ))
        );
      });
  const allowed = (kind: string, name: string) =>
    inNamespace("AuthorizationPolicy")
      .filter((policy) => {
        const target = record(specOf(policy).targetRef);
        return target.kind === kind && target.name === name;
      })
      .some((policy) =>
        list(specOf(policy).requiredAuthenticationRefs).every((ref) =>
          authenticated(String(ref.kind), String(ref.name)),
        ),
      );
  if (allowed("Server", server.metadata.name)) return true;
  const routes = inNamespace("HTTPRoute").filter((route) =>
    list(specOf(route).parentRefs).some(({ name }) => name === server.metadata.name),
  );
  return routes.some(
    (route) =>
      list(specOf(route).rules).some(({ matches: each }) =>
        list(each).some(({ method, path }) => {
          const { type, value } = record(path);
          const text = String(value ?? "/");
          const rightPath = type === "Exact" ? call.path === text : call.path.startsWith(text);
          return (method === undefined || method === call.method) && rightPath;
        }),
      ) && allowed("HTTPRoute", route.metadata.name),
  );
}

/** Whether Consul lets a call through: mutual TLS always, then the intention of the called service. */
export function passesConsul(call: Call, world: World, enterprise: boolean): boolean {
  const { from, to } = call;
  const injected = ofKind(world, "Deployment", "apps").some((deployment) => {
    const { metadata } = record(specOf(deployment).template);
    return (
      deployment.metadata.name === call.service &&
      record(record(metadata).annotations)["consul.hashicorp.com/connect-inject"] === "true"
    );
  });
  if (!injected) return true;
  if (!from.meshed || (call.port !== 8080 && call.port !== 20000)) return false;
  const intention = ofKind(world, "ServiceIntentions", "consul.hashicorp.com").find(
    (each) =>
      record(specOf(each).destination).name === call.service &&
      each.metadata.namespace === to.namespace,
  );
  if (!intention) return false;
  const providers = list(record(specOf(intention).jwt).providers);
  const known = providers.every(({ name }) =>
    ofKind(world, "JWTProvider", "consul.hashicorp.com").some(
      ({ metadata }) => metadata.name === name,
    ),
  );
  if (providers.length > 0 && (!known || call.token !== "valid")) return false;
  // The most exact source decides, as Consul sorts them.
  const source = list(specOf(intention).sources)
    .filter(
      ({ name, namespace }) =>
        (name === "*" || name === from.account) &&
        (!enterprise || namespace === "*" || namespace === from.namespace),
    )
    .toSorted((a, b) => Number(a.name === "*") - Number(b.name === "*"))[0];
  if (!source) return false;
  const permissions = list(source.permissions);
  if (permissions.length === 0) return source.action === "allow";
  return permissions.some(({ action, http }) => {
    const { pathPrefix, methods } = record(http);
    return (
      action === "allow" &&
      call.path.startsWith(String(pathPrefix ?? "/")) &&
      (methods === undefined || texts(methods).includes(call.method))
    );
  });
}
