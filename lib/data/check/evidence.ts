import { evidenceOf, findingsOf } from "@/lib/data/findings";
import { publisherOf } from "@/lib/data/publishers";
import type { Matrix, Finding as MatrixFinding, Reference } from "@/lib/data/types";
import { listed } from "@/lib/text/words";
import type { Finding, Path } from "./finding";

/** What a cell’s sources must be, beyond their shape. */
export function checkEvidence(matrix: Matrix, reference: Reference): Finding[] {
  const products = new Map(matrix.variants.map(({ id, version }) => [id, productsIn(version)]));
  return matrix.capabilities.flatMap((capability) =>
    Object.entries(capability.cells).flatMap(([variant, cell]) =>
      findingsOf(cell).flatMap((finding, index) => {
        const scope = index === 0 ? [] : ["scopes", index - 1];
        const path = ["cells", variant, ...scope];
        const file = `capabilities/${capability.id}.json`;
        return [
          ...checkFinding(finding, file, path, reference),
          ...checkSubject(cell, finding, products, variant, file, path),
        ];
      }),
    ),
  );
}

function checkFinding(
  finding: MatrixFinding,
  file: string,
  path: Path,
  { publishers }: Reference,
): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  finding.evidence.forEach(({ url, claim }, index) => {
    const key = `${url} ${claim}`;
    if (seen.has(key))
      findings.push({
        file,
        path: [...path, "evidence", index],
        message: "says the same as a source before it: remove one",
      });
    seen.add(key);
  });
  const kinds = finding.evidence.map(({ url }) => publisherOf(url, publishers)?.kind);
  const isFirstHand = kinds.some(
    (kind) => kind === "project" || kind === "vendor" || kind === "standards",
  );
  if (finding.confidence === "high" && !isFirstHand)
    findings.push({
      file,
      path: [...path, "confidence"],
      message:
        "is high, but no source is by a maker or a standards body: cite one, or make it medium",
    });
  return findings;
}

/** What a column is made of: “Buoyant Enterprise for Linkerd 2.20” is Buoyant and Linkerd; of several parts none stands for it. */
function productsIn(version: string): readonly string[] {
  if (version.includes(",")) return [];
  return [...version.matchAll(/\b[A-Z][a-z]+/g)].map(([name]) => name).filter(isNoEdition);
}

const isNoEdition = (name: string) => name !== "Enterprise";

/** A source that speaks only of another column’s product says nothing of this cell, unless the cell names that product too. */
function checkSubject(
  cell: MatrixFinding,
  { note, limits, evidence }: MatrixFinding,
  products: ReadonlyMap<string, readonly string[]>,
  variant: string,
  file: string,
  path: Path,
): Finding[] {
  const own = products.get(variant) ?? [];
  if (own.length === 0) return [];
  const told = `${own.join(" ")} ${note} ${limits ?? cell.limits ?? ""}`.toLowerCase();
  const others = [...new Set([...products.values()].flat())];
  return evidence.flatMap(({ url, title, version, claim }, index) => {
    const source = `${url} ${title} ${version} ${claim}`.toLowerCase();
    const named = others.filter((name) => source.includes(name.toLowerCase()));
    if (named.length === 0 || named.some((name) => told.includes(name.toLowerCase()))) return [];
    return [
      {
        file,
        path: [...path, "evidence", index],
        message: `speaks of ${listed(named)} only, which this cell does not name: cite what bears on ${listed(own, "or")}`,
      },
    ];
  });
}

/** Publishers and benchmarks that nothing cites any more are taken out, so that the lists stay true. */
export function checkUnused(matrix: Matrix, reference: Reference): Finding[] {
  const urls = [
    ...matrix.capabilities.flatMap(({ cells }) => Object.values(cells).flatMap(evidenceOf)),
    ...matrix.burdens.flatMap(({ sources }) => sources),
    ...reference.offers.flatMap(({ sources }) => sources),
  ].map(({ url }) => url);
  const publishers = reference.publishers.flatMap((publisher, index) =>
    publisher.addresses.some((address) => urls.some((url) => url.startsWith(address)))
      ? []
      : [{ file: "publishers.json", path: [index], message: "is cited nowhere: remove it" }],
  );
  const benchmarks = reference.benchmarks.flatMap((benchmark, index) =>
    urls.some((url) => url.startsWith(benchmark.address))
      ? []
      : [{ file: "benchmarks.json", path: [index], message: "is cited nowhere: remove it" }],
  );
  return [...publishers, ...benchmarks];
}
