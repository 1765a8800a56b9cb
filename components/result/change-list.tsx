import { Shares } from "@/components/ui/bar";
import { DataTable } from "@/components/ui/data-table";
import { Day } from "@/components/ui/day";
import type { ChangeGroup, ChangeRow, ChangesView } from "@/lib/result/changes";
import { EvidenceLink } from "./evidence-link";

function Row({ row, label }: { row: ChangeRow; label?: string }) {
  return (
    <tr>
      <th scope="row" className="change-steps">
        {label}
        {row.steps.map((step) => (
          <span key={step.label + step.to}>
            {step.label}, from {step.from} to <b>{step.to}</b>
          </span>
        ))}
      </th>
      <td data-label="First place, of 100 weightings">
        {row.shares.length > 0 ? (
          <Shares
            shares={row.shares.map(({ option, first }) => ({ option, count: first.of100 }))}
          />
        ) : (
          "nothing possible"
        )}
      </td>
      <td data-label="Then the verdict is">
        {label ? row.verdict : <a href={row.href}>{row.verdict}</a>}
      </td>
    </tr>
  );
}

function Group({ group }: { group: ChangeGroup }) {
  return (
    <tbody data-group={group.id}>
      <tr className="group">
        <th scope="rowgroup" colSpan={3}>
          {group.heading}
          {group.statement ? <span className="sub">{group.statement}</span> : null}
        </th>
      </tr>
      {group.rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </tbody>
  );
}

/** What would change the verdict, rival by rival, each row computed again from the changed answers. */
export function ChangeList({ changes }: { changes: ChangesView }) {
  const { today, rivals, weakening, idle, hanging, hangingStatement } = changes;
  const groups = [...rivals, ...(weakening ? [weakening] : []), ...(idle ? [idle] : [])];
  return (
    <div className="change-list">
      <DataTable
        caption="Changes to your answers, and the verdict they lead to"
        captionHidden
        stack
      >
        <thead>
          <tr>
            <th scope="col">If you changed</th>
            <th scope="col">First place, of 100 weightings</th>
            <th scope="col">Then the verdict is</th>
          </tr>
        </thead>
        <tbody>
          <Row row={today} label="Nothing: your answers today" />
        </tbody>
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </DataTable>
      <h3>Findings it hangs on</h3>
      <p>{hangingStatement}</p>
      {hanging.length > 0 ? (
        <ul className="warnings">
          {hanging.map(({ id, sentence, doubt, checked, evidence }) => (
            <li key={id}>
              {sentence}{" "}
              <span className="note">
                {doubt}, checked <Day iso={checked} />.{" "}
              </span>
              <EvidenceLink evidence={evidence} label={`Evidence: ${sentence}`}>
                Evidence
              </EvidenceLink>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
