import { z } from "zod";
import { clusterWide, duration, kind, label, matchLabels, namespaced, url } from "./shapes";

const vault = z.strictObject({
  server: url,
  path: z.string().min(1),
  auth: z.strictObject({
    kubernetes: z.strictObject({
      role: z.string().min(1),
      mountPath: z.string().startsWith("/v1/auth/"),
      serviceAccountRef: z.strictObject({ name: label }),
    }),
  }),
});
const issuerSpec = z.union([
  z.strictObject({ selfSigned: z.strictObject({}) }),
  z.strictObject({ ca: z.strictObject({ secretName: label }) }),
  z.strictObject({ vault }),
]);
const keyed = z.strictObject({ name: label, key: z.string().min(1) });

export const certManagerSchemas = [
  kind("cert-manager.io/v1", "Issuer", namespaced, { spec: issuerSpec }),
  kind("cert-manager.io/v1", "ClusterIssuer", clusterWide, { spec: issuerSpec }),
  kind("cert-manager.io/v1", "Certificate", namespaced, {
    spec: z.strictObject({
      secretName: label,
      issuerRef: z.strictObject({
        group: z.literal("cert-manager.io").optional(),
        kind: z.enum(["Issuer", "ClusterIssuer"]),
        name: label,
      }),
      isCA: z.boolean().optional(),
      commonName: z.string().max(64).optional(),
      duration,
      renewBefore: duration,
      dnsNames: z.array(z.string()).min(1).optional(),
      uris: z.array(z.string().startsWith("spiffe://")).min(1).optional(),
      usages: z
        .array(z.enum(["digital signature", "key encipherment", "server auth", "client auth"]))
        .min(1)
        .optional(),
      privateKey: z.strictObject({
        algorithm: z.literal("ECDSA"),
        size: z.union([z.literal(256), z.literal(384)]),
        rotationPolicy: z.literal("Always"),
      }),
    }),
  }),
  kind("trust.cert-manager.io/v1alpha1", "Bundle", clusterWide, {
    spec: z.strictObject({
      sources: z
        .array(z.union([z.strictObject({ secret: keyed }), z.strictObject({ configMap: keyed })]))
        .min(1),
      target: z.strictObject({
        configMap: z.strictObject({ key: z.string().min(1) }),
        namespaceSelector: matchLabels,
      }),
    }),
  }),
] as const;
