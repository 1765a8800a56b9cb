import type { KubernetesObject } from "@/lib/kit/render";

/** One thing that is wrong with a file: where, and what would be right. */
export interface Finding {
  readonly path: string;
  /** Object and field: “AuthorizationPolicy shop/orders: spec.rules.0.to”. */
  readonly where: string;
  readonly message: string;
}

/** “Server shop/orders-http”. */
export function nameOfObject({ kind, metadata }: KubernetesObject): string {
  const name = metadata?.name ?? "without a name";
  return metadata?.namespace === undefined
    ? `${kind} ${name}`
    : `${kind} ${metadata.namespace}/${name}`;
}
