import type { KubernetesObject } from "./finding";

/**
 * Kinds that a folder of schemas may lack: they are then held to the closed schema of this project alone, which was
 * written from the CRDs of Envoy Gateway 1.9. Any other kind without a schema is an error.
 */
export const kindsOfOwnSchemaOnly: ReadonlySet<string> = new Set(["SecurityPolicy", "EnvoyProxy"]);

/** Whether Kubernetes itself defines the kind: a cluster's CustomResourceDefinitions never hold it. */
export function isBuiltIn({ apiVersion }: KubernetesObject): boolean {
  return apiVersion === "v1" || apiVersion === "networking.k8s.io/v1";
}
