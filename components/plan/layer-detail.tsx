import { Because } from "@/components/plan/because";
import { DoneBox } from "@/components/plan/done-box";
import { DoneCount } from "@/components/plan/done-count";
import { CellLink, Proof } from "@/components/plan/proof";
import { Disclosure } from "@/components/ui/disclosure";
import { SupportLevel } from "@/components/ui/support-level";
import { coverageInWords, type LayerView, type PartView } from "@/lib/plan/layers";

function Part({ part }: { part: PartView }) {
  return (
    <li>
      {part.cell ? (
        <CellLink cell={part.cell} />
      ) : (
        <span className="plan-cell">
          <SupportLevel level={part.support} />
          <span>{part.label}</span>
        </span>
      )}
      <p>
        {part.note}
        {part.limits ? <span className="plan-quiet"> {part.limits}</span> : null}
      </p>
      <Proof proof={{ cells: [], sources: part.sources }} />
    </li>
  );
}

interface LayerDetailProps {
  layer: LayerView;
  /** What is ticked off. */
  done: readonly string[];
  form: string;
}

/** One layer told in full: what it is for, what the choice has of it, what is left, and what to watch for. */
export function LayerDetail({ layer, done, form }: LayerDetailProps) {
  const id = `layer-${layer.id}`;
  return (
    <article className="layer-detail" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h3 id={`${id}-title`}>
          <i data-coverage={layer.coverage} />
          {layer.label}
        </h3>
        <p>
          Covered <b>{coverageInWords(layer.coverage)}</b>.{" "}
          <DoneCount ids={layer.duties.map((duty) => duty.id)} done={done} />
        </p>
      </header>
      <Disclosure summary="What it stops, what is left, what to watch for" when="phone">
        <div className="layer-detail-two">
          <section>
            <h4>It stops</h4>
            <ul className="plan-list">
              {layer.stops.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </section>
          <section>
            <h4>It does not stop</h4>
            <ul className="plan-list">
              {layer.doesNotStop.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </section>
        </div>
        <div className="layer-detail-two">
          <section>
            <h4>What the choice has of it</h4>
            <ul className="layer-detail-parts">
              {layer.parts.map((part) => (
                <Part key={part.id} part={part} />
              ))}
            </ul>
          </section>
          <section>
            <h4>Left for you</h4>
            <ul className="layer-duties">
              {layer.duties.map((duty) => (
                <li key={duty.id} id={`duty-${duty.id}`}>
                  <DoneBox
                    id={duty.id}
                    labelledBy={`duty-${duty.id}-text`}
                    form={form}
                    done={done.includes(duty.id)}
                  />
                  <div>
                    <label htmlFor={`done-${duty.id}`} id={`duty-${duty.id}-text`}>
                      {duty.text}
                    </label>
                    <Because answers={duty.because} />
                    <Proof proof={duty.proof} />
                  </div>
                </li>
              ))}
            </ul>
          </section>
        </div>
        {layer.pitfalls.length > 0 ? (
          <section className="layer-pitfalls">
            <h4>What to watch for</h4>
            <ul>
              {layer.pitfalls.map((pitfall) => (
                <li key={pitfall.id}>
                  {pitfall.text}
                  <Proof proof={pitfall.proof} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </Disclosure>
    </article>
  );
}
