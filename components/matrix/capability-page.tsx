import { Day } from "@/components/ui/day";
import { Section } from "@/components/ui/section";
import type { Capability, Matrix, Reference } from "@/lib/data/types";
import { correctionHref } from "@/lib/reference/issue-link";
import type { Neighbour } from "@/lib/reference/order";
import { checkedOn, reviewBy } from "@/lib/reference/review";
import { summariseRow } from "@/lib/reference/row-summary";
import { markTerms } from "@/lib/reference/terms";
import { usesOf } from "@/lib/reference/uses";
import { counted, listed } from "@/lib/text/words";
import { CapabilityHistory } from "./capability-history";
import { CapabilityUsesList } from "./capability-uses-list";
import { CellEntry } from "./cell-entry";
import { CellStrip } from "./cell-strip";
import { TermText } from "./term-text";

interface CapabilityPageProps {
  matrix: Matrix;
  reference: Reference;
  capability: Capability;
  neighbours: { readonly previous?: Neighbour; readonly next?: Neighbour };
  /** Where corrections are suggested; empty for the site's own page. */
  tracker: string;
}

/** One row of the matrix in full. */
export function CapabilityPage(props: CapabilityPageProps) {
  const { matrix, reference, capability, neighbours, tracker } = props;
  const { publishers, benchmarks, terms, factKinds } = reference;
  const group = matrix.groups.find(({ id }) => id === capability.group);
  const kind = factKinds.find(({ id }) => id === capability.factKind);
  const uses = usesOf(matrix, capability.id);
  const entries = matrix.variants.flatMap((variant) => {
    const cell = capability.cells[variant.id];
    const option = matrix.options.find(({ id }) => id === variant.option);
    return cell && option ? { variant, cell, option } : [];
  });
  const [definition = [], why = [], ...texts] = markTerms(
    [
      capability.definition,
      capability.why,
      ...entries.flatMap(({ cell }) => [cell.note, cell.limits ?? ""]),
    ],
    terms,
  );
  const used = uses.questions.length + uses.rules.length;

  return (
    <>
      <header className="reference-head edge">
        <p className="reference-path">
          <a href="/matrix">Matrix</a> / <a href={`/matrix#${capability.group}`}>{group?.label}</a>
        </p>
        <h1>{capability.label}</h1>
        <p className="reference-lead">
          <TermText segments={definition} />
        </p>
        <p className="reference-why">
          <b>Why it matters.</b> <TermText segments={why} />
        </p>
        <CellStrip columns={matrix} capability={capability} />
      </header>
      <div className="reference-body edge">
        <Section
          id="cells"
          number={1}
          topic="Who offers it"
          finding={summariseRow(matrix, capability)}
          notes={[
            <span key="yardstick">
              <b>Yardstick for all cells.</b> {capability.yardstick}
            </span>,
            <span key="kind">
              <b>{kind?.label}.</b> Looked at again within {counted(kind?.months ?? 0, "month")}.{" "}
              {kind?.because}
            </span>,
          ]}
        >
          {entries.map(({ variant, cell, option }, index) => (
            <CellEntry
              key={variant.id}
              option={option}
              variant={variant}
              cell={cell}
              note={texts[2 * index] ?? []}
              limits={texts[2 * index + 1] ?? []}
              checked={checkedOn(cell)}
              reviewBy={reviewBy(capability, cell, factKinds)}
              publishers={publishers}
              benchmarks={benchmarks}
              correctionHref={correctionHref(
                { capability, variant, cell },
                matrix.release.id,
                tracker,
              )}
            />
          ))}
        </Section>
        <Section
          id="uses"
          number={2}
          topic="What reads it"
          finding={
            used === 0
              ? "No question and no rule asks for it: it is here for reference"
              : `It counts through ${listed([
                  ...(uses.questions.length > 0
                    ? [counted(uses.questions.length, "question")]
                    : []),
                  ...(uses.rules.length > 0 ? [counted(uses.rules.length, "rule")] : []),
                ])}`
          }
        >
          <CapabilityUsesList uses={uses} />
        </Section>
        <Section
          id="history"
          number={3}
          topic="History"
          finding={
            <>
              State of release {matrix.release.id}, <Day iso={matrix.release.asOf} />
            </>
          }
        >
          <CapabilityHistory
            capability={capability.id}
            releases={reference.releases}
            milestones={reference.milestones}
          />
        </Section>
        <nav className="reference-neighbours" aria-label="Other capabilities">
          {neighbours.previous ? (
            <a href={`/matrix/${neighbours.previous.id}`} rel="prev">
              <span>Before it</span> {neighbours.previous.label}
            </a>
          ) : null}
          {neighbours.next ? (
            <a href={`/matrix/${neighbours.next.id}`} rel="next">
              <span>After it</span> {neighbours.next.label}
            </a>
          ) : null}
        </nav>
      </div>
    </>
  );
}
