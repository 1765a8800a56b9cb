import { Proof } from "@/components/plan/proof";
import { DataTable } from "@/components/ui/data-table";
import { SupportLevel } from "@/components/ui/support-level";
import type { WithoutMeshView } from "@/lib/plan/without-mesh";

/** What takes a mesh’s place, need by need, and what should reopen the question. */
export function WithoutMesh({ without }: { without: WithoutMeshView }) {
  return (
    <>
      {without.substitutes.length > 0 ? (
        <DataTable stack caption="What stands in for a mesh, need by need">
          <thead>
            <tr>
              <th scope="col">Need</th>
              <th scope="col">Found</th>
              <th scope="col">What to use instead</th>
            </tr>
          </thead>
          <tbody>
            {without.substitutes.map((each) => (
              <tr key={each.capability}>
                <th scope="row">
                  <a href={each.href}>{each.label}</a>
                  <span className="sub">{each.importance}</span>
                </th>
                <td>
                  <SupportLevel level={each.support} maturity={each.maturity} />
                </td>
                <td>
                  {each.note}
                  {each.limits ? <span className="sub">{each.limits}</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      ) : null}
      <h3 className="plan-subhead">Ask again when</h3>
      <ul className="plan-list">
        {without.triggers.map((trigger) => (
          <li key={trigger.id}>
            {trigger.text}
            <Proof proof={trigger.proof} />
          </li>
        ))}
      </ul>
    </>
  );
}
