import { CellLink, Proof } from "@/components/plan/proof";
import { StepRefs } from "@/components/plan/step-refs";
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

/** One layer told in full: what it is for, what the choice has of it, and what to watch for. */
export function LayerDetail({ layer }: { layer: LayerView }) {
  const id = `layer-${layer.id}`;
  return (
    <article className="layer-detail" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h3 id={`${id}-title`}>
          <i data-coverage={layer.coverage} />
          {layer.label}
        </h3>
        <p>
          Covered <b>{coverageInWords(layer.coverage)}</b>. Left for you:{" "}
          <StepRefs steps={layer.duties} />
        </p>
      </header>
      <div className="layer-detail-columns">
        <section>
          <h4>What the choice covers</h4>
          <ul className="plan-list">
            {layer.parts.map((part) => (
              <Part key={part.id} part={part} />
            ))}
          </ul>
        </section>
        <div>
          <Points title="It stops" points={layer.stops} />
          <Points title="It does not stop" points={layer.doesNotStop} />
        </div>
        {layer.pitfalls.length > 0 ? (
          <section>
            <h4>What to watch for</h4>
            <ul className="plan-list">
              {layer.pitfalls.map((pitfall) => (
                <li key={pitfall.id}>
                  {pitfall.text}
                  <Proof proof={pitfall.proof} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </article>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section>
      <h4>{title}</h4>
      <ul className="plan-list">
        {points.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}
