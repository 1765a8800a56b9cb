import type { ReactNode } from "react";
import { CostWhisker } from "@/components/costs/cost-whisker";
import { OptionName } from "@/components/ui/mark";
import { type Scale, scaleFor } from "@/components/ui/scale";
import { WhiskerAxis } from "@/components/ui/whisker";
import type { SizedRow } from "@/lib/costs/cost-view";
import type { Estimate } from "@/lib/costs/estimate";
import type { Unit } from "@/lib/costs/format";
import { inDigits } from "@/lib/text/words";

export interface ChartColumn {
  readonly id: string;
  readonly title: string;
  readonly sub: string;
  readonly unit: Unit;
  /** Logarithmic where the ranges span powers of ten. */
  readonly kind: Scale["kind"];
  readonly of: (row: SizedRow) => Estimate;
}

interface CostChartProps {
  caption: ReactNode;
  columns: readonly ChartColumn[];
  rows: readonly SizedRow[];
}

function scaleOf({ kind, unit, of }: ChartColumn, rows: readonly SizedRow[]): Scale {
  const values = rows.map(of).flatMap((estimate) => {
    if (estimate.kind === "refused") return [];
    return [estimate.low / unit.per, estimate.high / unit.per];
  });
  return scaleFor(kind, values);
}

/** Small multiples that are a table: a row for each variant, a column for each cost, each on one scale. */
export function CostChart({ caption, columns, rows }: CostChartProps) {
  const scales = columns.map((column) => scaleOf(column, rows));
  return (
    <table className="cost-chart">
      <caption>
        {caption}
        <span className="cost-chart-scales">
          {columns.map(({ title, unit }, place) => {
            const { min, max } = scales[place] ?? scaleFor("linear", []);
            return `${place === 0 ? "Scales: " : ", "}${title} ${inDigits(min)} to ${inDigits(max)} ${unit.name}`;
          })}
          .
        </span>
      </caption>
      <thead>
        <tr>
          <td />
          {columns.map(({ id, title, sub }) => (
            <th key={id} scope="col">
              {title}
              <span>{sub}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((sized, index) => (
          <tr
            key={sized.row.profile}
            className={
              sized.row.ruledOut
                ? rows[index - 1]?.row.ruledOut
                  ? "out"
                  : "out out-first"
                : undefined
            }
          >
            <th scope="row">
              <OptionName
                option={sized.row.option}
                sub={sized.row.ruledOut ? `${sized.row.sub}, ruled out` : sized.row.sub}
              />
            </th>
            {columns.map((column, place) => (
              <td key={column.id} data-label={`${column.title}, ${column.unit.name}`}>
                <CostWhisker
                  option={sized.row.option}
                  estimate={column.of(sized)}
                  scale={scales[place] ?? scaleFor("linear", [])}
                  unit={column.unit}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot aria-hidden="true">
        <tr>
          <td />
          {columns.map(({ id, unit }, place) => (
            <td key={id}>
              <WhiskerAxis scale={scales[place] ?? scaleFor("linear", [])} unit={unit.name} />
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
