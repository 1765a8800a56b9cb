import { DataTable } from "@/components/ui/data-table";
import type { CheckResult, CheckStatistics } from "@/lib/costs/crosscheck";
import { figure } from "@/lib/costs/format";
import type { Measurement } from "@/lib/costs/types";
import { inDigits } from "@/lib/text/words";

const familyNames = {
  cpu: "CPU",
  memory: "Memory",
  latency: "Latency",
  "control plane": "Control plane",
  all: "All",
} as const;

function percent(error: number | undefined): string {
  if (error === undefined) return "–";
  const rounded = Math.round(error);
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${inDigits(Math.abs(rounded))} %`;
}

/** How often the ranges held, and how far the typical values were off. */
export function CheckSummary({ statistics }: { statistics: readonly CheckStatistics[] }) {
  return (
    <DataTable
      stack
      caption="The first fit had not used these set-ups; the shipped parameters were recalibrated once with them, so their errors flatter."
    >
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className="num">
            Set-ups
          </th>
          <th scope="col" className="num">
            Inside the first ranges
          </th>
          <th scope="col" className="num">
            Median error of the first fit
          </th>
          <th scope="col" className="num">
            Inside the shipped ranges
          </th>
          <th scope="col" className="num">
            Median error as shipped
          </th>
        </tr>
      </thead>
      <tbody>
        {statistics.map((row) => (
          <tr key={row.family}>
            <th scope="row">{familyNames[row.family]}</th>
            <td className="num" data-label="Set-ups:">
              {row.checks}
            </td>
            <td className="num" data-label="Inside the first ranges:">
              {row.firstInside}
            </td>
            <td className="num" data-label="Median error of the first fit:">
              {row.firstMedianError === undefined ? "–" : `${Math.round(row.firstMedianError)} %`}
            </td>
            <td className="num" data-label="Inside the shipped ranges:">
              {row.inside}
            </td>
            <td className="num" data-label="Median error as shipped:">
              {row.medianError === undefined ? "–" : `${Math.round(row.medianError)} %`}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

interface CheckTableProps {
  results: readonly CheckResult[];
  measurements: readonly Measurement[];
  nameOf: (profile: string) => string;
}

/** Each published set-up: what was measured, what the model says, and whether the range held. */
export function CheckTable({ results, measurements, nameOf }: CheckTableProps) {
  return (
    <DataTable stack caption="Published set-ups, measured against predicted">
      <thead>
        <tr>
          <th scope="col">Set-up</th>
          <th scope="col" className="num">
            Measured
          </th>
          <th scope="col" className="num">
            Predicted
          </th>
          <th scope="col" className="num">
            Error
          </th>
          <th scope="col">In range</th>
          <th scope="col" className="num">
            First fit
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ check, predicted, error, inside, firstError, firstInside }) => (
          <tr key={`${check.source} ${check.profile} ${check.quantity}`}>
            <th scope="row">
              {nameOf(check.profile)}: {check.quantity}
              <span className="sub">
                <a href={`#source-${check.source}`}>
                  {measurements.find(({ id }) => id === check.source)?.title ?? check.source}
                </a>
                {check.note ? `. ${check.note}` : ""}
              </span>
            </th>
            <td className="num" data-label="Measured:">
              {inDigits(check.measured)} {check.unit}
            </td>
            <td className="num" data-label="Predicted:">
              {figure(predicted.typical)}
              <span className="sub">
                {figure(predicted.low)} to {figure(predicted.high)}
              </span>
            </td>
            <td className="num" data-label="Error:">
              {percent(error)}
            </td>
            <td data-label="In range:">{inside ? "yes" : <b>no</b>}</td>
            <td className="num" data-label="First fit:">
              {percent(firstError)}
              <span className="sub">{firstInside ? "in range" : "out of range"}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
