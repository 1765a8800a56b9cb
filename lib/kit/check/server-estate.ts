import type { Kit } from "@/lib/kit/types";
import { create, kubectl } from "./server";

/** What a kit finds on a real API server: the pilot alone, or a mesh in production beside it. */

export type Estate = "empty" | "occupied";

/** A pilot as a kit expects it, and somebody's own objects beside it, some under the kit's names. */
export function settle({ names }: Kit, estate: Estate): void {
  const { namespace, from, to } = names;
  create({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: namespace, labels: { team: "theirs" } },
  });
  const metadata = (name: string) => ({ name, namespace });
  for (const app of [from, to]) {
    create({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: metadata(app),
      spec: {
        selector: { matchLabels: { app } },
        template: {
          metadata: { labels: { app } },
          spec: {
            serviceAccountName: app,
            containers: [{ name: app, image: "example.com/app:1" }],
          },
        },
      },
    });
    create({
      apiVersion: "v1",
      kind: "Service",
      metadata: metadata(app),
      spec: { selector: { app }, ports: [{ name: "http", port: 8080 }] },
    });
  }
  create({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadata("theirs"),
    spec: { podSelector: {}, policyTypes: ["Ingress"] },
  });
  create({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadata("mesh-pilot-metrics"),
    spec: { podSelector: {}, policyTypes: ["Ingress"] },
  });
  create({
    apiVersion: "security.istio.io/v1",
    kind: "AuthorizationPolicy",
    metadata: metadata("theirs"),
    spec: { action: "DENY", rules: [{}] },
  });
  create({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "coredns", namespace: "kube-system" },
    data: { Corefile: "theirs\n" },
  });
  create({
    apiVersion: "projectcalico.org/v3",
    kind: "FelixConfiguration",
    metadata: { name: "default" },
    spec: { logSeverityScreen: "Info" },
  });
  if (estate === "occupied") occupy(names);
}

/** A mesh in production before the kit came: its namespace, its labels on the pilot's, and rules under the kit's own names. */
function occupy({ namespace, from, to }: Kit["names"]): void {
  kubectl(
    `label namespace ${namespace} istio-injection=enabled istio.io/dataplane-mode=ambient --overwrite`,
  );
  kubectl(
    `annotate namespace ${namespace} linkerd.io/inject=enabled config.linkerd.io/default-inbound-policy=deny --overwrite`,
  );
  kubectl(`label service ${to} -n ${namespace} istio.io/use-waypoint=theirs`);
  create({ apiVersion: "v1", kind: "Namespace", metadata: { name: "istio-system" } });
  const objects: readonly (readonly [string, string, string, object, string?])[] = [
    ["v1", "ConfigMap", "istio", { data: { mesh: "trustDomain: theirs" } }, "istio-system"],
    [
      "security.istio.io/v1",
      "PeerAuthentication",
      "default",
      { spec: { mtls: { mode: "PERMISSIVE" } } },
    ],
    ["security.istio.io/v1", "AuthorizationPolicy", to, { spec: { action: "ALLOW", rules: [{}] } }],
    [
      "security.istio.io/v1",
      "RequestAuthentication",
      "public",
      { spec: { jwtRules: [{ issuer: "https://theirs.example" }] } },
    ],
    ["telemetry.istio.io/v1", "Telemetry", "mesh-pilot", { spec: {} }],
    [
      "gateway.networking.k8s.io/v1",
      "Gateway",
      "public",
      {
        spec: {
          gatewayClassName: "theirs",
          listeners: [{ name: "http", port: 80, protocol: "HTTP" }],
        },
      },
    ],
    [
      "gateway.networking.k8s.io/v1",
      "HTTPRoute",
      "public",
      { spec: { parentRefs: [{ name: "theirs" }] } },
    ],
    [
      "policy.linkerd.io/v1beta3",
      "Server",
      `${to}-http`,
      { spec: { podSelector: {}, port: 8080 } },
    ],
    ["policy.linkerd.io/v1alpha1", "MeshTLSAuthentication", from, { spec: { identities: ["*"] } }],
    [
      "consul.hashicorp.com/v1alpha1",
      "ServiceIntentions",
      to,
      { spec: { destination: { name: to }, sources: [{ name: "*", action: "allow" }] } },
    ],
    [
      "cilium.io/v2",
      "CiliumNetworkPolicy",
      "mesh-pilot-in",
      { spec: { endpointSelector: {}, ingress: [{}] } },
    ],
    [
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "mesh-pilot-dns",
      { spec: { podSelector: {}, policyTypes: ["Egress"], egress: [{}] } },
    ],
  ];
  for (const [apiVersion, kind, name, rest, home = namespace] of objects)
    create({ apiVersion, kind, metadata: { name, namespace: home }, ...rest });
}
