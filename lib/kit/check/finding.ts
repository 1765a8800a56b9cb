/** One thing that is wrong with a file: where, and what would be right. */
export interface Finding {
  readonly path: string;
  /** Which check found it: “schema”, “rule”, “syntax”, “upstream”. */
  readonly check: "syntax" | "schema" | "rule" | "upstream";
  /** Object and field: “AuthorizationPolicy shop/orders: spec.rules.0.to”. */
  readonly where: string;
  readonly message: string;
}

/** A Kubernetes object as far as every object goes. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** Whether a parsed document claims to be a Kubernetes object; settings of charts do not. */
export function isKubernetesObject(value: unknown): value is KubernetesObject {
  return typeof value === "object" && value !== null && "apiVersion" in value && "kind" in value;
}

/** “Server shop/orders-http”. */
export function nameOfObject({ kind, metadata }: KubernetesObject): string {
  const name = metadata?.name ?? "without a name";
  return metadata?.namespace === undefined
    ? `${kind} ${name}`
    : `${kind} ${metadata.namespace}/${name}`;
}
