import { DataTable } from "@/components/ui/data-table";
import { OptionName } from "@/components/ui/mark";
import type { SizedRow } from "@/lib/costs/cost-view";
import type { Estimate } from "@/lib/costs/estimate";
import { cores, figure, gibibytes, money, spread, withUnit } from "@/lib/costs/format";
import type { Load } from "@/lib/costs/load";
import { monthlyCost, type Prices, type Reservation, reserved } from "@/lib/costs/reserve";
import { inDigits, listed } from "@/lib/text/words";

interface ReservationTableProps {
  rows: readonly SizedRow[];
  load: Load;
  prices: Prices;
}

function reservationText(reservation: Reservation | undefined): string {
  if (!reservation) return "none stated";
  if (reservation.cpu === 0 && reservation.memory === 0) return "nothing";
  return `${withUnit(reservation.cpu, cores)}, ${withUnit(reservation.memory, gibibytes)}`;
}

function moneyText(cost: Estimate | undefined) {
  if (!cost || cost.kind === "refused") return "not known";
  if (cost.kind === "bounds") return spread(cost.low, cost.high, money);
  const typical = figure(cost.typical);
  const range = spread(cost.low, cost.high, money);
  return (
    <>
      <b>{typical}</b>
      {range === typical ? null : <span className="sub">{range}</span>}
      {cost.uncounted ? <span className="sub">part unmeasured</span> : null}
    </>
  );
}

/** What the scheduler sets aside, and, with prices, the larger of use and default reservation in money. */
export function ReservationTable({ rows, load, prices }: ReservationTableProps) {
  const priced = prices.vcpu !== undefined || prices.gib !== undefined;
  const given = [
    ...(prices.vcpu === undefined ? [] : [`${inDigits(prices.vcpu)} for a vCPU`]),
    ...(prices.gib === undefined ? [] : [`${inDigits(prices.gib)} for a GiB`]),
  ];
  const onlyPart =
    given.length === 1 ? ` Only ${prices.vcpu === undefined ? "memory" : "CPU"} is priced.` : "";
  return (
    <DataTable
      stack
      caption={
        priced
          ? `Money for a month, in your currency: the larger of use and default reservation, at ${listed(given)}; typical, beneath it lowest to highest.${onlyPart} This is not a saving: how pods pack onto nodes is not known.`
          : "Resource requests of the charts, which often exceed use and can be changed. Give prices to see the larger of the two in money."
      }
    >
      <thead>
        <tr>
          <th scope="col">Variant</th>
          <th scope="col">Data plane, by default</th>
          <th scope="col">Advised for production</th>
          <th scope="col">Control plane, by default</th>
          <th scope="col">Advised for production</th>
          {priced ? (
            <>
              <th scope="col" className="num">
                Data plane a month
              </th>
              <th scope="col" className="num">
                Control plane a month
              </th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, size }) => (
          <tr key={row.profile}>
            <th scope="row">
              <OptionName
                option={row.option}
                sub={row.ruledOut ? `${row.sub}, ruled out` : row.sub}
              />
            </th>
            {(["data", "control"] as const).flatMap((plane) =>
              (["default", "advised"] as const).map((basis) => (
                <td
                  key={`${plane} ${basis}`}
                  data-label={`${plane === "data" ? "Data plane" : "Control plane"}, ${basis === "default" ? "by default" : "advised"}:`}
                >
                  {reservationText(reserved(size.profile, load, plane, basis))}
                </td>
              )),
            )}
            {priced
              ? (["data", "control"] as const).map((plane) => (
                  <td
                    key={plane}
                    className="num"
                    data-label={`${plane === "data" ? "Data plane" : "Control plane"} a month:`}
                  >
                    {moneyText(monthlyCost(size, load, plane, prices))}
                  </td>
                ))
              : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
