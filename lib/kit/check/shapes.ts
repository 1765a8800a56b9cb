import { z } from "zod";

/** Shapes that the schemas of many kinds share. All objects are closed: a field nobody declared is an error. */

export const label = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, "is no DNS label");
export const subdomain = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    "is no DNS subdomain",
  );
export const hostname = subdomain.refine((text) => text.includes("."), "is no host name");
export const port = z.int().min(1).max(65535);
export const url = z.url({ protocol: /^https$/ });
export const percent = z.int().min(0).max(100);
/** Go's durations as the APIs here take them: 500ms, 2s, 1m, 24h. */
export const duration = z.string().regex(/^([1-9]\d*|0?\.\d+)(ms|s|m|h)$/, "is no duration");
export const cidr = z.union([z.cidrv4(), z.cidrv6()]);

const labelKey = z
  .string()
  .regex(
    /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
    "is no label key",
  );
const labelValue = z
  .string()
  .max(63)
  .regex(/^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/, "is no label value");

export const labels = z.record(labelKey, labelValue);
export const annotations = z.record(labelKey, z.string());
export const matchLabels = z.strictObject({ matchLabels: labels });

export const namespaced = z.strictObject({
  name: subdomain,
  namespace: label,
  labels: labels.optional(),
  annotations: annotations.optional(),
});
export const clusterWide = z.strictObject({
  name: subdomain,
  labels: labels.optional(),
  annotations: annotations.optional(),
});

const expression = z.discriminatedUnion("operator", [
  z.strictObject({
    key: labelKey,
    operator: z.enum(["In", "NotIn"]),
    values: z.array(labelValue).min(1),
  }),
  z.strictObject({ key: labelKey, operator: z.enum(["Exists", "DoesNotExist"]) }),
]);
/** A label selector; the empty one selects all. */
export const selector = z.strictObject({
  matchLabels: labels.optional(),
  matchExpressions: z.array(expression).min(1).optional(),
});

/** The schema of one kind of object. */
export function kind<
  V extends string,
  K extends string,
  M extends z.ZodType,
  R extends z.ZodRawShape,
>(apiVersion: V, name: K, metadata: M, rest: R) {
  return z.strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.literal(name),
    metadata,
    ...rest,
  });
}
