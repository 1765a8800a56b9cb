import { z } from "zod";
import { certManagerSchemas } from "./cert-manager-schemas";
import { ciliumSchemas } from "./cilium-schemas";
import { consulSchemas } from "./consul-schemas";
import { envoyGatewaySchemas } from "./envoy-gateway-schemas";
import { type Finding, isKubernetesObject, type KubernetesObject, nameOfObject } from "./finding";
import { gatewayApiSchemas } from "./gateway-api-schemas";
import { istioSchemas } from "./istio-schemas";
import { kubernetesSchemas } from "./kubernetes-schemas";
import { linkerdAnnotations, linkerdSchemas } from "./linkerd-schemas";
import { spireSchemas } from "./spire-schemas";

const schemas = new Map(
  [
    ...kubernetesSchemas,
    ...gatewayApiSchemas,
    ...istioSchemas,
    ...linkerdSchemas,
    ...consulSchemas,
    ...certManagerSchemas,
    ...spireSchemas,
    ...ciliumSchemas,
    ...envoyGatewaySchemas,
  ].map((schema) => [
    `${schema.shape.apiVersion.value} ${schema.shape.kind.value}`,
    schema as z.ZodType,
  ]),
);

/** Labels and annotations of the meshes that the objects here may carry, with what they may say. */
const known: Readonly<Record<string, z.ZodType>> = {
  ...linkerdAnnotations,
  "istio-injection": z.enum(["enabled", "disabled"]),
  "istio.io/dataplane-mode": z.enum(["ambient", "none"]),
  "istio.io/use-waypoint": z.literal("waypoint"),
  "istio.io/waypoint-for": z.enum(["service", "workload", "all", "none"]),
  "istio.io/dry-run": z.literal("true"),
  "topology.istio.io/network": z.string().min(1),
  "service.cilium.io/global": z.literal("true"),
};

function findMetadata(path: string, object: KubernetesObject): Finding[] {
  const entries = [
    ...Object.entries(object.metadata?.labels ?? {}),
    ...Object.entries(object.metadata?.annotations ?? {}),
  ];
  return entries.flatMap(([key, value]) => {
    const bare = key === "app" || key === "version";
    if (bare) return [];
    const schema = known[key];
    const result = schema?.safeParse(value);
    if (result?.success) return [];
    return {
      path,
      check: "schema" as const,
      where: `${nameOfObject(object)}: ${key}`,
      message: schema ? `may not be "${value}"` : "is no label or annotation that this kit knows",
    };
  });
}

/** Checks an object against the closed schema of its kind: unknown kinds, fields and values are findings. */
export function checkObject(path: string, object: unknown): Finding[] {
  if (!isKubernetesObject(object)) {
    return [{ path, check: "schema", where: "document", message: "is no Kubernetes object" }];
  }
  const schema = schemas.get(`${object.apiVersion} ${object.kind}`);
  const where = nameOfObject(object);
  if (!schema) {
    return [
      {
        path,
        check: "schema",
        where,
        message: `${object.apiVersion} ${object.kind} has no schema`,
      },
    ];
  }
  const result = schema.safeParse(object);
  const issues = result.success ? [] : result.error.issues;
  return [
    ...issues.map((issue) => ({
      path,
      check: "schema" as const,
      where: `${where}: ${issue.path.join(".")}`,
      message: issue.message,
    })),
    ...findMetadata(path, object),
  ];
}
