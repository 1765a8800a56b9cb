import { dataPlaneColumns } from "@/components/costs/columns";
import { CostChart } from "@/components/costs/cost-chart";
import type { CostView } from "@/lib/costs/cost-view";

/** The costs of the variants still possible, for a result page: finding and notes go to the section around it. */
export function CostSection({ costs }: { costs: CostView }) {
  return (
    <div className="cost-section">
      <CostChart
        caption="The data plane: everything that stands in the path of calls. Typical, beneath it lowest to highest."
        columns={dataPlaneColumns(costs.hops)}
        rows={costs.rows}
      />
      {costs.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <a href={costs.href}>
          {costs.ruledOut > 0 && costs.rows.every(({ row }) => !row.ruledOut)
            ? "Change the load; see control planes, prices, sources, and the variants ruled out"
            : "Change the load; see control planes, prices and sources"}
        </a>
      </p>
    </div>
  );
}
