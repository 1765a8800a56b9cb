import { DataTable } from "@/components/ui/data-table";
import { OptionName } from "@/components/ui/mark";
import type { SizedRow } from "@/lib/costs/cost-view";
import { type Estimate, refuse } from "@/lib/costs/estimate";
import { cores, figure, gibibytes, milliseconds, type Unit } from "@/lib/costs/format";
import type { Size } from "@/lib/costs/size";

interface Line {
  readonly name: string;
  readonly unit: Unit;
  readonly estimate: Estimate;
}

function linesOf({ cpu, memory, p50, control }: Size): Line[] {
  const plane =
    control.kind === "estimated"
      ? control
      : {
          cpuQuiet: refuse(control.refused),
          cpuRollout: refuse(control.refused),
          memory: refuse(control.refused),
        };
  return [
    { name: "Data plane, CPU", unit: cores, estimate: cpu },
    { name: "Data plane, memory", unit: gibibytes, estimate: memory },
    { name: "Added median latency", unit: milliseconds, estimate: p50 },
    { name: "Control plane, CPU while nothing changes", unit: cores, estimate: plane.cpuQuiet },
    { name: "Control plane, more CPU during rollouts", unit: cores, estimate: plane.cpuRollout },
    { name: "Control plane, memory", unit: gibibytes, estimate: plane.memory },
  ];
}

function cell(estimate: Estimate, pick: "low" | "typical" | "high", unit: Unit): string {
  if (estimate.kind === "refused") return "–";
  if (pick === "typical") {
    return estimate.kind === "measured" ? figure(estimate.typical / unit.per) : "unknown";
  }
  return figure(estimate[pick] / unit.per);
}

/** The charts in numbers, with what is known of each. */
export function FigureTable({ rows }: { rows: readonly SizedRow[] }) {
  return (
    <DataTable stack caption="Data plane, latency and control plane of each variant">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Unit</th>
          <th scope="col" className="num">
            Low
          </th>
          <th scope="col" className="num">
            Typical
          </th>
          <th scope="col" className="num">
            High
          </th>
          <th scope="col">Confidence</th>
        </tr>
      </thead>
      {rows.map(({ row, size }) => (
        <tbody key={row.profile}>
          <tr className="group">
            <th colSpan={6} scope="rowgroup">
              <OptionName option={row.option}>
                {row.option.name}, {row.sub}
                {row.ruledOut ? ", ruled out" : ""}
              </OptionName>
            </th>
          </tr>
          {linesOf(size).map(({ name, unit, estimate }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label="Unit:">{unit.name}</td>
              {(["low", "typical", "high"] as const).map((pick) => (
                <td key={pick} className="num" data-label={`${pick}:`}>
                  {cell(estimate, pick, unit)}
                </td>
              ))}
              <td data-label="Confidence:">
                {estimate.kind === "refused"
                  ? "not measured"
                  : `${estimate.confidence}${
                      estimate.kind === "measured" && estimate.uncounted ? ", in part only" : ""
                    }${
                      estimate.kind === "measured" && estimate.beyond.length > 0
                        ? ", extrapolated"
                        : ""
                    }`}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}
