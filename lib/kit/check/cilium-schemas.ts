import { z } from "zod";
import { cidr, clusterWide, hostname, kind, labels, namespaced } from "./shapes";

/** Cilium's labels carry their source: k8s:app. */
const endpoints = z.strictObject({
  matchLabels: z.record(z.string().min(1), z.string()).optional(),
});
const portList = z
  .array(
    z.strictObject({
      port: z.string().regex(/^\d{1,5}$/),
      protocol: z.enum(["TCP", "UDP", "ANY"]),
    }),
  )
  .min(1)
  .max(40);
const toPorts = z
  .array(
    z.strictObject({
      ports: portList,
      rules: z
        .union([
          z.strictObject({
            http: z
              .array(
                z.strictObject({
                  method: z.enum(["GET", "POST"]),
                  path: z.string().startsWith("/"),
                }),
              )
              .min(1),
          }),
          z.strictObject({
            dns: z
              .array(
                z.union([
                  z.strictObject({ matchName: hostname }),
                  z.strictObject({ matchPattern: z.string().regex(/^[-a-z0-9*.]+$/) }),
                ]),
              )
              .min(1),
          }),
        ])
        .optional(),
    }),
  )
  .min(1);
const entity = z.enum([
  "all",
  "cluster",
  "remote-node",
  "health",
  "kube-apiserver",
  "host",
  "world",
]);
const icmps = z
  .array(
    z.strictObject({
      fields: z
        .array(z.strictObject({ family: z.enum(["IPv4", "IPv6"]), type: z.int().min(0).max(255) }))
        .min(1)
        .max(40),
    }),
  )
  .min(1);

const ingress = z.strictObject({
  fromEndpoints: z.array(endpoints).min(1).optional(),
  fromEntities: z.array(entity).min(1).optional(),
  fromCIDR: z.array(cidr).min(1).optional(),
  toPorts: toPorts.optional(),
  icmps: icmps.optional(),
});
const egress = z.strictObject({
  toEndpoints: z.array(endpoints).min(1).optional(),
  toEntities: z.array(entity).min(1).optional(),
  toFQDNs: z
    .array(z.strictObject({ matchName: hostname }))
    .min(1)
    .optional(),
  toPorts: toPorts.optional(),
});
const rules = {
  description: z.string().min(1),
  enableDefaultDeny: z.strictObject({ ingress: z.boolean(), egress: z.boolean() }).optional(),
  ingress: z.array(ingress).min(1).optional(),
  egress: z.array(egress).min(1).optional(),
};

export const ciliumSchemas = [
  kind("cilium.io/v2", "CiliumNetworkPolicy", namespaced, {
    spec: z.strictObject({ endpointSelector: endpoints, ...rules }),
  }),
  kind("cilium.io/v2", "CiliumClusterwideNetworkPolicy", clusterWide, {
    spec: z.strictObject({
      nodeSelector: z.strictObject({ matchLabels: labels.optional() }),
      ...rules,
    }),
  }),
] as const;
