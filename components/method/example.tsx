import { DataTable } from "@/components/ui/data-table";
import type { WorkedExample } from "@/lib/method/worked-example";
import { inDigits } from "@/lib/text/words";

/** The worked example as a table that adds up before the reader's eyes. */
export function Example({
  example,
  names,
}: {
  example: WorkedExample;
  names: readonly [leader: string, rival: string];
}) {
  const { rows, totalWeight, leader, rival } = example;
  const points = (side: 0 | 1) =>
    rows.reduce((sum, { weight, values }) => sum + weight * values[side], 0);
  return (
    <DataTable caption={`Weight times worth, for ${names[0]} and ${names[1]}`} stack>
      <thead>
        <tr>
          <th scope="col">Need or burden</th>
          <th scope="col" className="num">
            Weight
          </th>
          <th scope="col" className="num">
            {names[0]}
          </th>
          <th scope="col" className="num">
            {names[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, kind, weight, values }) => (
          <tr key={`${kind} ${label}`}>
            <th scope="row">
              {label}
              {kind === "burden" ? <span className="sub">burden: 100 less its cost</span> : null}
            </th>
            <td className="num" data-label="Weight">
              {weight}
            </td>
            <td className="num" data-label={names[0]}>
              {values[0]}
            </td>
            <td className="num" data-label={names[1]}>
              {values[1]}
            </td>
          </tr>
        ))}
      </tbody>
      <tbody>
        <tr>
          <th scope="row">Sum of weight × worth</th>
          <td className="num" data-label="Weight">
            {totalWeight}
          </td>
          <td className="num" data-label={names[0]}>
            {inDigits(points(0))}
          </td>
          <td className="num" data-label={names[1]}>
            {inDigits(points(1))}
          </td>
        </tr>
        <tr>
          <th scope="row">Score: the sum divided by all weight</th>
          <td />
          <td className="num" data-label={names[0]}>
            <b>{leader.score.toFixed(1)}</b>
          </td>
          <td className="num" data-label={names[1]}>
            <b>{rival.score.toFixed(1)}</b>
          </td>
        </tr>
      </tbody>
    </DataTable>
  );
}
