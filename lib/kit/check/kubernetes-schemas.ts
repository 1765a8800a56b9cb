import { z } from "zod";
import { cidr, clusterWide, kind, label, labels, namespaced, port, selector } from "./shapes";

const servicePort = z.strictObject({
  name: label,
  port,
  targetPort: port,
  protocol: z.enum(["TCP", "UDP"]),
  appProtocol: z.enum(["http", "tcp"]),
});

const peer = z
  .strictObject({
    podSelector: selector.optional(),
    namespaceSelector: selector.optional(),
    ipBlock: z.strictObject({ cidr, except: z.array(cidr).min(1).optional() }).optional(),
  })
  .refine(
    ({ podSelector, namespaceSelector, ipBlock }) =>
      ipBlock ? !podSelector && !namespaceSelector : podSelector || namespaceSelector,
    "has either an ipBlock or selectors",
  );
const ports = z.array(z.strictObject({ protocol: z.enum(["TCP", "UDP", "SCTP"]), port })).min(1);

export const kubernetesSchemas = [
  kind("v1", "Namespace", clusterWide, {}),
  kind("v1", "ServiceAccount", namespaced, {}),
  kind("v1", "Service", namespaced.extend({ name: label }), {
    spec: z.strictObject({ selector: labels, ports: z.array(servicePort).min(1) }),
  }),
  kind("v1", "ConfigMap", namespaced, { data: z.record(z.string(), z.string()) }),
  kind("networking.k8s.io/v1", "NetworkPolicy", namespaced, {
    spec: z.strictObject({
      podSelector: selector,
      policyTypes: z.array(z.enum(["Ingress", "Egress"])).min(1),
      ingress: z
        .array(z.strictObject({ from: z.array(peer).min(1), ports: ports.optional() }))
        .optional(),
      egress: z.array(z.strictObject({ to: z.array(peer).min(1), ports })).optional(),
    }),
  }),
] as const;
