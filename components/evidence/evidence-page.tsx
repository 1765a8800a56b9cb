import { DataTable } from "@/components/ui/data-table";
import { Day } from "@/components/ui/day";
import { Disclosure } from "@/components/ui/disclosure";
import { OptionName } from "@/components/ui/mark";
import { Section } from "@/components/ui/section";
import { SupportLevel } from "@/components/ui/support-level";
import type { Matrix, Reference } from "@/lib/data/types";
import { measureColumns } from "@/lib/reference/column-quality";
import { type CellAt, findDoubts } from "@/lib/reference/doubts";
import { capitalised, counted, listed } from "@/lib/text/words";

interface EvidencePageProps {
  matrix: Matrix;
  reference: Reference;
}

/** How sure the matrix is: confidence and age by column, what is not known, and whose word it rests on. */
export function EvidencePage({ matrix, reference }: EvidencePageProps) {
  const columns = measureColumns(matrix, reference);
  const { unknown, low, soleVendors, benchmarks, independent } = findDoubts(matrix, reference);
  const oldest = columns.map((column) => column.oldest).sort()[0] ?? matrix.release.asOf;
  const total = columns.reduce((sum, { cells }) => sum + cells, 0);
  const high = columns.reduce((sum, column) => sum + column.high, 0);
  const sole = soleVendors.reduce((sum, { cells }) => sum + cells.length, 0);
  const paid = benchmarks.filter(({ benchmark }) => benchmark.interest.length > 0).length;

  return (
    <>
      <header className="reference-head edge">
        <p className="reference-path">
          <a href="/matrix">Matrix</a>
        </p>
        <h1>How sure the matrix is</h1>
        <p className="reference-lead">
          {`${high} of ${total} cells were read in the product’s own documents for the stated version. ${sole} rest on the statements of one company alone. ${independent} have a source by somebody who neither makes nor sells it.`}
        </p>
      </header>
      <div className="reference-body edge">
        <Section
          id="columns"
          number={1}
          topic="Column by column"
          finding={
            <>
              The oldest check of any cell is of <Day iso={oldest} />
            </>
          }
          notes={[
            "High: read in the project’s own documents, code or release notes for the stated version. Medium: an older version, a secondary source, or inferred from two facts. Low: one indirect source.",
          ]}
        >
          <DataTable caption="Confidence, independence and age of each column" captionHidden stack>
            <thead>
              <tr>
                <th scope="col">Variant</th>
                <th scope="col">High</th>
                <th scope="col">Medium</th>
                <th scope="col">Low</th>
                <th scope="col">Unknown</th>
                <th scope="col">One vendor’s word</th>
                <th scope="col">Oldest check</th>
              </tr>
            </thead>
            <tbody>
              {columns.map((column) => {
                const variant = matrix.variants.find(({ id }) => id === column.variant);
                const option = matrix.options.find(({ id }) => id === variant?.option);
                if (!variant || !option) return null;
                return (
                  <tr key={variant.id}>
                    <th scope="row">
                      <OptionName option={{ id: option.id, name: option.label, mark: option.mark }}>
                        {variant.label}
                      </OptionName>
                    </th>
                    <td data-label="High confidence">{column.high}</td>
                    <td data-label="Medium">{column.medium}</td>
                    <td data-label="Low">{column.low}</td>
                    <td data-label="Unknown">{column.unknown}</td>
                    <td data-label="One vendor’s word">{column.soleVendor}</td>
                    <td data-label="Oldest check">
                      <Day iso={column.oldest} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </DataTable>
        </Section>
        <Section
          id="unknown"
          number={2}
          topic="What we don’t know"
          finding={capitalised(
            `${unknown.length === 0 ? "no cell is" : counted(unknown.length, "cell is", "cells are")} unknown, and ${low.length === 0 ? "none is" : counted(low.length, "is", "are")} of low confidence`,
          )}
          notes={[
            "A cell we could not judge counts as anything from nothing to all of it, and one of low confidence as a wider range, so a verdict that hangs on it gets less sure.",
          ]}
        >
          <CellList cells={[...unknown, ...low]} />
        </Section>
        <Section
          id="one-vendor"
          number={3}
          topic="One vendor’s word"
          finding={
            sole === 0
              ? "No cell rests on one company’s statements alone"
              : capitalised(
                  `${counted(sole, "cell rests", "cells rest")} on one company’s statements alone`,
                )
          }
          notes={[
            "No code, no test, no third party: documentation of the company that sells it. It may well be right. A project whose maintainers all work for one company counts as that company.",
          ]}
        >
          {soleVendors.map(({ publisher, variant, cells }) => (
            <Disclosure
              key={`${variant.id} ${publisher.id}`}
              summary={`${variant.label}: ${cells.length} of ${matrix.capabilities.length} on the word of ${publisher.label}`}
            >
              <CellList cells={cells} />
            </Disclosure>
          ))}
        </Section>
        <Section
          id="benchmarks"
          number={4}
          topic="Benchmarks"
          finding={
            benchmarks.length === 0
              ? "No cell cites a benchmark"
              : capitalised(
                  `${counted(benchmarks.length, "benchmark is", "benchmarks are")} cited; in ${paid === 0 ? "none" : counted(paid, "of them", "of them")} the payer gains by the result`,
                )
          }
        >
          <DataTable caption="Who measured and who paid" captionHidden stack>
            <thead>
              <tr>
                <th scope="col">Benchmark</th>
                <th scope="col">Who paid</th>
                <th scope="col">Gains by it</th>
                <th scope="col">Cells</th>
              </tr>
            </thead>
            <tbody>
              {benchmarks.map(({ benchmark, title, url, cells }) => (
                <tr key={benchmark.id}>
                  <th scope="row">
                    <a href={url} rel="noopener">
                      {title}
                    </a>
                    <span className="sub">{benchmark.by}</span>
                  </th>
                  <td data-label="Who paid:">{benchmark.paidBy}</td>
                  <td data-label="Gains by it:">
                    {listed(
                      benchmark.interest.flatMap(
                        (id) => matrix.options.find((option) => option.id === id)?.label ?? [],
                      ),
                    ) || "nobody here"}
                  </td>
                  <td data-label="Cells:">{cells.length}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </Section>
      </div>
    </>
  );
}

function CellList({ cells }: { cells: readonly CellAt[] }) {
  if (cells.length === 0) return null;
  return (
    <ul className="cell-list">
      {cells.map(({ capability, variant, cell }) => (
        <li key={`${capability.id} ${variant.id}`}>
          <a href={`/matrix/${capability.id}#${variant.id}`}>
            {capability.label}: {variant.label}
          </a>
          <SupportLevel level={cell.support} maturity={cell.maturity} />
        </li>
      ))}
    </ul>
  );
}
