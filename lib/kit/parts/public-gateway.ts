import type { IGateway } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway";
import type { IHTTPRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute";
import type { KitNames } from "@/lib/kit/names";
import { appPort } from "./workloads";

/** The name of the Gateway and of the Secret that holds its certificate. */
export const gatewayName = "public";
const certificate = "public-tls";

/** One HTTPS listener for the public host, open to routes of the pilot namespace only. */
export function publicGateway(
  names: KitNames,
  gatewayClassName: string,
  namespace: string,
): IGateway {
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "Gateway",
    metadata: { name: gatewayName, namespace },
    spec: {
      gatewayClassName,
      listeners: [
        {
          name: "https",
          hostname: names.host,
          port: 443,
          protocol: "HTTPS",
          tls: { mode: "Terminate", certificateRefs: [{ kind: "Secret", name: certificate }] },
          allowedRoutes: {
            namespaces: {
              from: "Selector",
              selector: { matchLabels: { "kubernetes.io/metadata.name": names.namespace } },
            },
          },
        },
      ],
    },
  };
}

/** Sends the public host to the calling service. */
export function publicRoute(names: KitNames, gatewayNamespace: string): IHTTPRoute {
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name: names.from, namespace: names.namespace },
    spec: {
      parentRefs: [{ name: gatewayName, namespace: gatewayNamespace }],
      hostnames: [names.host],
      rules: [{ backendRefs: [{ name: names.from, port: appPort }] }],
    },
  };
}

/** What a caller of the public host must see, with a token and without. */
export function gatewayChecks(names: KitNames): string[] {
  return [
    `curl -s -o /dev/null -w '%{http_code}\\n' https://${names.host}/ # 401 or 403`,
    `curl -s -o /dev/null -w '%{http_code}\\n' -H "Authorization: Bearer $TOKEN" https://${names.host}/ # 200`,
  ];
}

/** Why the gateway file needs something first. */
export const gatewayCaution = `The Secret ${certificate} must hold the certificate of the host, in the namespace of the Gateway. Login pages and public paths need a rule of their own, or nobody can sign in.`;

/** Where the issuer publishes its keys, by convention. */
export const jwksOf = ({ issuer }: KitNames) => `https://${issuer}/.well-known/jwks.json`;
export const issuerOf = ({ issuer }: KitNames) => `https://${issuer}`;
