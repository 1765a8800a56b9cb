import type { KubernetesObject } from "@/lib/kit/render";

/** What judges of all products need: who calls whom with what, and reading objects whose shape nobody promised. */

/** A workload as policies see it. */
export interface Workload {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly account: string;
  /** Without it calls are plaintext and carry no identity. */
  readonly meshed: boolean;
}

export interface Call {
  readonly from: Workload;
  readonly to: Workload;
  /** The Service that is called. */
  readonly service: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly token: "none" | "forged" | "valid";
}

/** The world that a kit is judged in. */
export interface World {
  readonly objects: readonly KubernetesObject[];
  readonly trustDomain: string;
  readonly issuer: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** A list of objects, empty where there is none. */
export const list = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.map(record) : [];

/** An object, empty where there is none. */
export const record = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** A list of texts, empty where there is none. */
export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

export const specOf = (object: KubernetesObject) => record(object.spec);

export const ofKind = ({ objects }: World, kind: string, group: string) =>
  objects.filter((each) => each.kind === kind && each.apiVersion.startsWith(group));

/** Whether a label selector picks these labels; an empty one picks all. */
export function selects(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  const { matchLabels, matchExpressions } = record(selector);
  return (
    Object.entries(record(matchLabels)).every(([key, value]) => labels[key] === value) &&
    list(matchExpressions).every(({ key, operator, values }) => {
      const value = labels[String(key)];
      if (operator === "Exists") return value !== undefined;
      if (operator === "DoesNotExist") return value === undefined;
      const within = value !== undefined && texts(values).includes(value);
      return operator === "In" ? within : !within;
    })
  );
}

/** Istio's and Consul's patterns: a star at the start or end stands for anything. */
export function matches(pattern: string, text: string): boolean {
  if (pattern === "*") return text !== "";
  if (pattern.endsWith("*")) return text.startsWith(pattern.slice(0, -1));
  if (pattern.startsWith("*")) return text.endsWith(pattern.slice(1));
  return pattern === text;
}
