import { controlPlaneColumns, dataPlaneColumns } from "@/components/costs/columns";
import { CostChart } from "@/components/costs/cost-chart";
import { FigureTable } from "@/components/costs/figure-table";
import { ReservationTable } from "@/components/costs/reservation-table";
import { Disclosure } from "@/components/ui/disclosure";
import { findingOf, type SizedRow } from "@/lib/costs/cost-view";
import { controlSentence, loadSentence, tailSentences } from "@/lib/costs/finding";
import type { CostInputs } from "@/lib/costs/inputs";
import type { Load } from "@/lib/costs/load";
import { refusalOf, type SizingModel } from "@/lib/costs/model";
import type { Standing } from "@/lib/costs/rows";
import type { Size } from "@/lib/costs/size";
import { describeBeyond, rankAll } from "@/lib/costs/wording";
import { capitalised } from "@/lib/text/words";

interface CostResultsProps {
  model: SizingModel;
  inputs: CostInputs;
  load: Load;
  rows: readonly SizedRow[];
  standing: Standing | undefined;
}

const outputs = { cpu: "CPU", memory: "Memory", p50: "Latency" } as const;

/** Everything that was refused or left out in these sizes, each once. */
function leftOut(sizes: readonly Size[]): string[] {
  const ids = sizes.flatMap(({ cpu, memory, p50, p99, control }) => {
    const parts =
      control.kind === "refused"
        ? [cpu, memory, p50, p99, control]
        : [cpu, memory, p50, p99, control.memory, control.cpuQuiet, control.cpuRollout];
    return parts.flatMap((part) => {
      if ("refused" in part) return [part.refused];
      return part.kind === "measured" && part.uncounted ? [part.uncounted] : [];
    });
  });
  return [...new Set(ids)];
}

/** What follows from the inputs: the chart, control planes, reservations, what may be ranked, what is left out. */
export function CostResults({ model, inputs, load, rows, standing }: CostResultsProps) {
  const sizes = rows.map(({ size }) => size);
  const leader = standing ? rows.find(({ row }) => !row.ruledOut) : undefined;
  const possible = rows.filter(({ row }) => !row.ruledOut).map(({ size }) => size);
  const rankings = rankAll(model, possible.length > 1 ? possible : sizes, load.layer7);
  return (
    <>
      <h2 className="cost-finding" aria-live="polite">
        {findingOf(model, rows, standing)}
      </h2>
      <p className="cost-lead">
        {loadSentence(inputs, load)} {leader ? controlSentence(model, leader.size) : null}
      </p>
      {describeBeyond(model, sizes).map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}

      <CostChart
        caption="Data plane: everything that stands in the path of calls. The mark is typical, the whiskers are the lowest and highest benchmark we could read. Where they overlap, do not rank by them."
        columns={dataPlaneColumns(inputs.hops)}
        rows={rows}
      />
      <h3>99th percentile, in orders of magnitude</h3>
      <ul className="cost-list">
        {tailSentences(sizes).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>

      <h3>Control plane</h3>
      <CostChart
        caption="On logarithmic scales. A dashed whisker has no mark: nothing typical is known, only a ceiling or a vendor’s advice."
        columns={controlPlaneColumns}
        rows={rows}
      />

      <h3>Reserved, and what it costs</h3>
      <ReservationTable rows={rows} load={load} prices={{ vcpu: inputs.vcpu, gib: inputs.gib }} />

      <h3>What may be ranked</h3>
      <dl className="cost-rankings">
        {rankings.map(({ output, sentences, rest }) => (
          <div key={output}>
            <dt>{outputs[output]}</dt>
            <dd>
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {rest ? <p className="note">{rest}</p> : null}
            </dd>
          </div>
        ))}
      </dl>

      <h3>Left out of these figures</h3>
      <ul className="cost-list">
        {leftOut(sizes).map((id) => {
          const { title, text } = refusalOf(model, id);
          return (
            <li key={id}>
              <b>{capitalised(title)}.</b> {text}
            </li>
          );
        })}
      </ul>

      <Disclosure summary="Every figure as a table">
        <FigureTable rows={rows} />
      </Disclosure>
    </>
  );
}
