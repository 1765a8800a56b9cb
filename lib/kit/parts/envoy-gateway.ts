import type { IGatewayClass } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/GatewayClass";
import { present } from "@/lib/kit/asks";
import type { EnvoyProxy, SecurityPolicy } from "@/lib/kit/check/envoy-gateway-schemas";
import { type Context, manifest } from "@/lib/kit/context";
import type { KitFile, Preparation } from "@/lib/kit/types";
import {
  gatewayCaution,
  gatewayChecks,
  gatewayName,
  issuerOf,
  jwksOf,
  publicGateway,
  publicRoute,
} from "./public-gateway";

export const envoyGatewayNamespace = "envoy-gateway-system";
const version = "Envoy Gateway 1.9";

/** Installs Envoy Gateway, which brings the Gateway API resources along. */
export const envoyGatewayPreparation: Preparation = {
  what: `${version}, the gateway of this kit, with the Gateway API resources.`,
  commands: [
    `helm upgrade --install envoy-gateway oci://docker.io/envoyproxy/gateway-helm --version v1.9.0 -n ${envoyGatewayNamespace} --create-namespace --wait`,
  ],
  undo: [`helm uninstall envoy-gateway -n ${envoyGatewayNamespace}`],
};

/** A gateway that lets in only requests with a valid token; with Linkerd it joins the mesh. */
export function envoyGatewayFile(context: Context, meshed: "linkerd" | undefined): KitFile {
  const { names, asks } = context;
  const policy: SecurityPolicy = {
    apiVersion: "gateway.envoyproxy.io/v1alpha1",
    kind: "SecurityPolicy",
    metadata: { name: gatewayName, namespace: envoyGatewayNamespace },
    spec: {
      targetRefs: [{ group: "gateway.networking.k8s.io", kind: "Gateway", name: gatewayName }],
      jwt: {
        providers: [
          {
            name: "users",
            issuer: issuerOf(names),
            audiences: [names.host],
            remoteJWKS: { uri: jwksOf(names) },
          },
        ],
      },
    },
  };
  const proxy: EnvoyProxy = {
    apiVersion: "gateway.envoyproxy.io/v1alpha1",
    kind: "EnvoyProxy",
    metadata: { name: gatewayName, namespace: envoyGatewayNamespace },
    spec: {
      ...(meshed ? { routingType: "Service" as const } : {}),
      provider: {
        type: "Kubernetes",
        kubernetes: {
          envoyDeployment: {
            replicas: 2,
            ...(meshed
              ? {
                  pod: {
                    annotations: {
                      "linkerd.io/inject": "enabled",
                      "config.linkerd.io/skip-inbound-ports": "10443",
                    },
                  },
                }
              : {}),
          },
        },
      },
    },
  };
  const gatewayClass: IGatewayClass = {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "GatewayClass",
    metadata: { name: gatewayName },
    spec: {
      controllerName: "gateway.envoyproxy.io/gatewayclass-controller",
      parametersRef: {
        group: "gateway.envoyproxy.io",
        kind: "EnvoyProxy",
        name: gatewayName,
        namespace: envoyGatewayNamespace,
      },
    },
  };
  return manifest(
    context,
    {
      step: "gateway",
      name: "gateway.yaml",
      purpose: `Opens ${names.host} over TLS and lets in only requests with a valid token of ${names.issuer}${meshed ? "; its pods join the mesh, so that calls to " : ""}${meshed ? `${names.from} carry an identity` : ""}.`,
      because: [
        { layer: "A layer of every kit: authentication of users at the gateway" },
        ...present(asks.of("requests", "jwt"), asks.of("routing", "ingress")),
      ],
      writtenFor: `${version}, Gateway API 1.6`,
      caution: gatewayCaution,
      verify: {
        what: "Without a token the gateway answers 401, with one it passes the request on.",
        commands: [
          `kubectl -n ${envoyGatewayNamespace} wait gateway/${gatewayName} --for=condition=Programmed --timeout=120s`,
          ...gatewayChecks(names),
        ],
      },
    },
    [
      proxy,
      gatewayClass,
      policy,
      publicGateway(names, gatewayName, envoyGatewayNamespace),
      publicRoute(names, envoyGatewayNamespace),
    ],
  );
}
