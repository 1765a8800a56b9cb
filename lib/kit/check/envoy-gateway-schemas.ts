import { z } from "zod";
import { annotations, kind, label, namespaced, url } from "./shapes";

const securityPolicy = kind("gateway.envoyproxy.io/v1alpha1", "SecurityPolicy", namespaced, {
  spec: z.strictObject({
    targetRefs: z
      .array(
        z.strictObject({
          group: z.literal("gateway.networking.k8s.io"),
          kind: z.enum(["Gateway", "HTTPRoute"]),
          name: label,
        }),
      )
      .min(1),
    jwt: z.strictObject({
      providers: z
        .array(
          z.strictObject({
            name: label,
            issuer: url,
            audiences: z.array(z.string().min(1)).min(1).max(8),
            remoteJWKS: z.strictObject({ uri: url }),
          }),
        )
        .min(1)
        .max(4),
    }),
  }),
});

const envoyProxy = kind("gateway.envoyproxy.io/v1alpha1", "EnvoyProxy", namespaced, {
  spec: z.strictObject({
    routingType: z.enum(["Service", "Endpoint"]).optional(),
    provider: z.strictObject({
      type: z.literal("Kubernetes"),
      kubernetes: z.strictObject({
        envoyDeployment: z.strictObject({
          replicas: z.int().min(1),
          pod: z.strictObject({ annotations }).optional(),
        }),
      }),
    }),
  }),
});

export type SecurityPolicy = z.infer<typeof securityPolicy>;
export type EnvoyProxy = z.infer<typeof envoyProxy>;
export const envoyGatewaySchemas = [securityPolicy, envoyProxy] as const;
