import { EvidenceLink } from "@/components/result/evidence-link";
import { DataGrid } from "@/components/ui/data-table";
import { OptionName } from "@/components/ui/mark";
import { optionClass } from "@/components/ui/option";
import { SupportKey, SupportLevel } from "@/components/ui/support-level";
import type { FitColumn, FitView } from "@/lib/result/fit";
import { numbered } from "@/lib/text/words";

/** Every need against every variant; each finding opens its evidence. */
export function FitGrid({ fit }: { fit: FitView }) {
  const { columns, groups } = fit;
  if (groups.length === 0)
    return <p>As soon as an answer names a need, it stands here against every variant.</p>;
  const possible = columns.filter(({ ruledOut }) => !ruledOut).length;
  const out = columns.length - possible;
  const firstOut = out > 0 && possible > 0 ? possible : undefined;
  const divide = (index: number) => (index === firstOut ? "divide" : undefined);
  const failed = groups.some(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ must }) => must !== undefined)),
  );
  return (
    <>
      <SupportKey levels={fit.levels} must={failed} />
      <DataGrid
        caption="Needs by importance, against every variant"
        scrollNote={scrollNote(possible, out)}
      >
        <colgroup>
          <col />
          {columns.map(({ variant }) => (
            <col key={variant.id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td />
            {possible > 0 ? (
              <th colSpan={possible} scope="colgroup">
                Still possible
              </th>
            ) : null}
            {out > 0 ? (
              <th colSpan={out} scope="colgroup" className={possible > 0 ? "divide" : undefined}>
                Ruled out
              </th>
            ) : null}
          </tr>
          <tr>
            <th scope="col">{numbered(fit.needs, "need")}</th>
            {columns.map((column, index) => (
              <ColumnHead key={column.variant.id} column={column} divide={index === firstOut} />
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className="group">
              <th
                scope="rowgroup"
                colSpan={firstOut === undefined ? columns.length + 1 : possible + 1}
              >
                {group.label}
              </th>
              {firstOut === undefined ? null : <td colSpan={out} className="divide" />}
            </tr>
            {group.rows.map((row) => (
              <tr key={row.capability}>
                <th scope="row">{row.short}</th>
                {row.cells.map((cell, index) => (
                  <td key={cell.variant} className={divide(index)}>
                    <EvidenceLink
                      evidence={cell.evidence}
                      label={`${cell.support}: ${row.short}, ${columns[index]?.variant.label}`}
                    >
                      <SupportLevel
                        level={cell.support}
                        maturity={cell.maturity}
                        must={cell.must}
                      />
                    </EvidenceLink>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </DataGrid>
    </>
  );
}

function ColumnHead({ column, divide }: { column: FitColumn; divide: boolean }) {
  const { option, short } = column.variant;
  return (
    <th scope="col" className={`${optionClass(option.id)}${divide ? " divide" : ""}`}>
      <OptionName option={option} sub={short} />
    </th>
  );
}

function scrollNote(possible: number, out: number): string {
  if (possible === 0 || out === 0) return "Scroll sideways for all variants.";
  return `Scroll sideways for the ${out === 1 ? "ruled-out variant" : `${out} ruled-out variants`}.`;
}
