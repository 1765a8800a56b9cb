import { Because } from "@/components/plan/because";
import { Proof } from "@/components/plan/proof";
import type { AdoptionView } from "@/lib/plan/adoption";

/** Phase by phase: the work, and what must hold before the next begins. */
export function Phases({ adoption }: { adoption: AdoptionView }) {
  return (
    <>
      <ol className="plan-rows" data-columns="3">
        {adoption.phases.map((phase, index) => (
          <li key={phase.id}>
            <header>
              <h3>
                <span aria-hidden="true">{index + 1}. </span>
                {phase.label}
              </h3>
              <p>{phase.goal}</p>
            </header>
            <section>
              <h4>Do</h4>
              <p>{phase.work.text}</p>
              <Because answers={phase.work.because} />
              <Proof proof={phase.work.proof} />
            </section>
            <section>
              <h4>Go on when</h4>
              <ul className="plan-list">
                {phase.exit.map((criterion) => (
                  <li key={criterion.id}>
                    {criterion.text}
                    <Proof proof={criterion.proof} />
                  </li>
                ))}
              </ul>
            </section>
          </li>
        ))}
      </ol>
      {adoption.leftOut.length > 0 ? (
        <ul className="plan-list phases-left-out">
          {adoption.leftOut.map(({ id, label, why }) => (
            <li key={id}>
              <b>No phase “{label}”.</b> {why}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
