import type { Matrix, Reference } from "@/lib/matrix/types";
import { publisherOf } from "@/lib/reference/publishers";
import type { Finding } from "./finding";

/** What a cell’s sources must be, beyond their shape. */
export function checkEvidence(matrix: Matrix, reference: Reference): Finding[] {
  return matrix.capabilities.flatMap((capability) =>
    Object.entries(capability.cells).flatMap(([variant, cell]) => {
      const file = `capabilities/${capability.id}.json`;
      const at = ["cells", variant, "evidence"];
      const findings: Finding[] = [];
      const seen = new Set<string>();
      cell.evidence.forEach(({ url, claim }, index) => {
        const key = `${url} ${claim}`;
        if (seen.has(key))
          findings.push({
            file,
            path: [...at, index],
            message: "says the same as a source before it: remove one",
          });
        seen.add(key);
      });
      const kinds = cell.evidence.map(({ url }) => publisherOf(url, reference.publishers)?.kind);
      const isFirstHand = kinds.some(
        (kind) => kind === "project" || kind === "vendor" || kind === "standards",
      );
      if (cell.confidence === "high" && !isFirstHand)
        findings.push({
          file,
          path: ["cells", variant, "confidence"],
          message:
            "is high, but no source is by a maker or a standards body: cite one, or make it medium",
        });
      return findings;
    }),
  );
}

/** Publishers and benchmarks that nothing cites any more are taken out, so that the lists stay true. */
export function checkUnused(matrix: Matrix, reference: Reference): Finding[] {
  const urls = [
    ...matrix.capabilities.flatMap(({ cells }) =>
      Object.values(cells).flatMap((cell) => cell.evidence),
    ),
    ...matrix.burdens.flatMap(({ sources }) => sources),
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
