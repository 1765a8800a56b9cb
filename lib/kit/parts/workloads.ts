import type { INamespace } from "kubernetes-models/v1/Namespace";
import type { IService } from "kubernetes-models/v1/Service";
import type { IServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { KitNames } from "@/lib/kit/names";

/** Ports of the example services. */
export const appPort = 8080;
export const metricsPort = 9090;
/** Where the health probe of the example services asks. */
export const probePath = "/healthz";
/** Where Prometheus runs. */
export const monitoringNamespace = "monitoring";

export function namespaceOf(
  { namespace }: KitNames,
  labels: Readonly<Record<string, string>>,
  annotations?: Readonly<Record<string, string>>,
): INamespace {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name: namespace,
      ...(Object.keys(labels).length === 0 ? {} : { labels: { ...labels } }),
      ...(annotations ? { annotations: { ...annotations } } : {}),
    },
  };
}

export function serviceAccountOf({ namespace }: KitNames, name: string): IServiceAccount {
  return { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace } };
}

/** A Service for pods labelled app, or for one version of them. */
export function serviceOf(
  { namespace }: KitNames,
  name: string,
  selector: Readonly<Record<string, string>>,
  extra: { labels?: Record<string, string>; annotations?: Record<string, string> } = {},
): IService {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, namespace, ...extra },
    spec: {
      selector: { ...selector },
      ports: [
        { name: "http", port: appPort, targetPort: appPort, protocol: "TCP", appProtocol: "http" },
      ],
    },
  };
}

/** What must be so before a route by version is applied. */
export const versionLabels = ({ to }: KitNames) =>
  ` Before the route by version is applied, pods of ${to} must run with the label version set to stable, and others with canary: a share of the calls sent to no pod fails.`;

/** The Services that a canary splits traffic between. */
export function versionsOf({ to }: KitNames): { stable: string; canary: string } {
  return { stable: `${to}-stable`, canary: `${to}-canary` };
}
