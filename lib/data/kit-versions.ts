import type { Family, KitData, Product, Versions } from "./kit-types";
import type { MeshVersions } from "./recognition-types";

/** Which versions fit one another: ranges of products as data/ states them, and what they have in common. */

/** Below nought if the first is older. “1.5” comes before “1.5.1”. */
const compareVersions = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/** Whether a version lies in a range whose end is a minor version with all its patches. */
export const isWithin = (version: string, from: string, to: string) =>
  compareVersions(version, from) >= 0 &&
  compareVersions(version.split(".").slice(0, 2).join("."), to) <= 0;

/**
 * Products with the ranges that recognise/versions.json states for their line or, where makers have not stated one for
 * their newest yet, for the newest line before it.
 * @throws {RangeError} where a product names lines that are not there, or states itself what they state.
 */
export function withRanges(
  products: Versions["products"],
  known: readonly MeshVersions[],
): Product[] {
  return products.map(({ lines, kubernetes, gatewayApi, ...product }): Product => {
    const { id, version } = product;
    const stated = known.find(({ thing }) => thing === lines)?.lines;
    if ((lines !== undefined) !== (stated !== undefined))
      throw new RangeError(`${id}: recognise/versions.json has no "${lines}"`);
    if (stated && (kubernetes || gatewayApi?.to))
      throw new RangeError(`${id}: recognise/versions.json states its ranges, so leave them out`);
    const older = (stated ?? []).filter(({ line }) => compareVersions(line, version) <= 0);
    const range = older.find((each) => each.kubernetes);
    const to = gatewayApi?.to ?? older.find((each) => each.gatewayApi)?.gatewayApi?.to;
    if (gatewayApi && to === undefined)
      throw new RangeError(`${id}: nothing says up to which Gateway API it works`);
    return {
      ...product,
      ...(kubernetes ? { kubernetes } : {}),
      ...(range?.kubernetes ? { kubernetes: [range.kubernetes.from, range.kubernetes.to] } : {}),
      ...(range && range.line !== version ? { statedFor: range.line } : {}),
      ...(gatewayApi && to !== undefined ? { gatewayApi: { ...gatewayApi, to } } : {}),
    };
  });
}

/** The products that a family uses. */
export const productsOf = ({ uses }: Family, { versions }: KitData) =>
  uses.map((use) => {
    const product = versions.products.find(({ id }) => id === use);
    if (!product) throw new RangeError(`versions.yaml has no product "${use}"`);
    return product;
  });

/** The versions in which all of the products run, of Kubernetes or of the Gateway API. */
export function commonRange(
  products: readonly Product[],
  of: "kubernetes" | "gatewayApi",
): [from: string, to: string] | undefined {
  const ranges = products.flatMap((product): (readonly [string, string])[] => {
    if (of === "kubernetes") return product.kubernetes ? [product.kubernetes] : [];
    return product.gatewayApi ? [[product.gatewayApi.from, product.gatewayApi.to]] : [];
  });
  const from = ranges
    .map(([low]) => low)
    .toSorted(compareVersions)
    .at(-1);
  const to = ranges.map(([, high]) => high).toSorted(compareVersions)[0];
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** “Linkerd’s makers state Kubernetes versions for 2.19, and not for 2.20 yet.” */
export const saysLate = ({ name, version, statedFor }: Product) =>
  statedFor === undefined
    ? []
    : [
        `The makers of ${name} state Kubernetes versions for ${statedFor}, and not for ${version} yet.`,
      ];
