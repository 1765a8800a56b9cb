import { evidenceOf, findingsOf } from "@/lib/data/findings";
import { publisherOf } from "@/lib/data/publishers";
import type { Matrix, Finding as MatrixFinding, Reference } from "@/lib/data/types";
import type { Finding, Path } from "./finding";

/** What a cell’s sources must be, beyond their shape. */
export function checkEvidence(matrix: Matrix, reference: Reference): Finding[] {
  return matrix.capabilities.flatMap((capability) =>
    Object.entries(capability.cells).flatMap(([variant, cell]) =>
      findingsOf(cell).flatMap((finding, index) => {
        const scope = index === 0 ? [] : ["scopes", index - 1];
        const path = ["cells", variant, ...scope];
        return checkFinding(finding, `capabilities/${capability.id}.json`, path, reference);
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
