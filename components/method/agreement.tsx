import { DataTable } from "@/components/ui/data-table";
import { OptionName } from "@/components/ui/mark";
import type { OptionLook } from "@/components/ui/option";
import type { Scenario } from "@/lib/data/types";

export interface AgreementRow {
  readonly scenario: Scenario;
  readonly theirs: OptionLook;
  readonly ours: OptionLook;
  readonly code: string;
}

/** Published decisions and experts' rules beside our own first place, agreement or not. */
export function Agreement({ rows }: { rows: readonly AgreementRow[] }) {
  return (
    <DataTable
      caption="Published decisions and experts’ rules, and what the same answers give here"
      stack
    >
      <thead>
        <tr>
          <th scope="col">Case</th>
          <th scope="col">Chosen there</th>
          <th scope="col">First place here</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ scenario, theirs, ours, code }) => (
          <tr key={scenario.id}>
            <th scope="row">
              {scenario.title}
              <span className="sub">{scenario.disagreement ?? scenario.reasons}</span>
            </th>
            <td data-label="Chosen there">
              <OptionName option={theirs} />
            </td>
            <td data-label="First place here">
              <OptionName option={ours} />
              {scenario.disagreement ? <span className="sub">a known disagreement</span> : null}
            </td>
            <td data-label="Source">
              {scenario.source.url ? (
                <a href={scenario.source.url}>{scenario.source.title}</a>
              ) : (
                scenario.source.title
              )}
              <span className="sub">
                <a href={`/r/${code}`}>Our result</a>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
