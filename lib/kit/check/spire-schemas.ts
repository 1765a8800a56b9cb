import { z } from "zod";
import { clusterWide, duration, kind, matchLabels, selector } from "./shapes";

const clusterSpiffeId = kind("spire.spiffe.io/v1alpha1", "ClusterSPIFFEID", clusterWide, {
  spec: z.strictObject({
    spiffeIDTemplate: z.string().startsWith("spiffe://{{ .TrustDomain }}/"),
    namespaceSelector: matchLabels,
    podSelector: selector,
    dnsNameTemplates: z.array(z.string().min(1)).min(1),
    ttl: duration,
  }),
});

export type ClusterSPIFFEID = z.infer<typeof clusterSpiffeId>;
export const spireSchemas = [clusterSpiffeId] as const;
