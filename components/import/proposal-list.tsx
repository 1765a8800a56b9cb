import type { ImportQuestion } from "@/components/import/import-tool";
import { Lines } from "@/components/import/lines";
import { holds, isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Importance } from "@/lib/engine/types";
import type { Recognised } from "@/lib/recognise/recognise";
import { numbered } from "@/lib/text/words";

type ShownProposal = Recognised["proposals"][number];

interface ProposalListProps {
  proposals: readonly ShownProposal[];
  questions: readonly ImportQuestion[];
  before: Answers;
  severalClusters: boolean;
  ticked: ReadonlySet<string>;
  importances: Readonly<Record<string, Importance>>;
  onTick: (ticked: ReadonlySet<string>) => void;
  onImportance: (key: string, importance: Importance) => void;
  /** Where the ticked answers go; undefined while none is ticked. */
  href: string | undefined;
}

const certainties = { sure: "Sure", likely: "Likely", hint: "A hint" } as const;
const levels: readonly (readonly [Importance, string])[] = [
  ["nice", "Nice to have"],
  ["important", "Important"],
  ["must", "Must have"],
];

/** How a proposal stands to what was answered before. */
type Standing =
  | { readonly kind: "new" | "same" }
  | { readonly kind: "other"; readonly was: string };

function standingOf(
  proposal: ShownProposal,
  question: ImportQuestion,
  answer: Answer | undefined,
): Standing {
  if (answer === undefined || answer === "unsure") return { kind: "new" };
  const nameOf = (id: string) => question.parts.find((part) => part.id === id)?.label ?? id;
  const { value, row, flag } = proposal;
  if (value !== undefined && typeof answer === "string")
    return answer === value ? { kind: "same" } : { kind: "other", was: nameOf(answer) };
  if (row !== undefined && isRows(answer)) {
    const was = answer[row];
    if (was === undefined || was === "unsure") return { kind: "new" };
    return was === "no" ? { kind: "other", was: "Not needed" } : { kind: "same" };
  }
  if (flag !== undefined && Array.isArray(answer)) {
    if (answer.includes(flag)) return { kind: "same" };
    const named = answer.map(nameOf).join("; ");
    return { kind: "other", was: named === "" ? "None of these" : `Only: ${named}` };
  }
  return { kind: "new" };
}

/** Proposed answers, question by question. Nothing is ticked until the reader ticks it. */
export function ProposalList(props: ProposalListProps) {
  const {
    proposals,
    questions,
    before,
    severalClusters,
    ticked,
    importances,
    onTick,
    onImportance,
    href,
  } = props;
  const groups = questions.flatMap((question) => {
    const own = proposals.filter((proposal) => proposal.question === question.id);
    return own.length > 0 ? [{ question, own }] : [];
  });
  const standings = new Map(
    groups.flatMap(({ question, own }) =>
      own.map((each) => [each.key, standingOf(each, question, before[question.id])] as const),
    ),
  );
  const sure = proposals.filter(
    ({ key, certainty, row }) =>
      certainty === "sure" && row === undefined && standings.get(key)?.kind === "new",
  );
  const tick = (proposal: ShownProposal, isTicked: boolean) => {
    const next = new Set(ticked);
    if (isTicked) {
      // Of the values of one choice one can hold.
      if (proposal.value !== undefined)
        for (const { key, question } of proposals)
          if (question === proposal.question) next.delete(key);
      next.add(proposal.key);
      // What is asked only after another answer takes that one with it.
      const askedIf = questions.find(({ id }) => id === proposal.question)?.askedIf;
      const answered = askedIf === undefined || holds(askedIf, before);
      for (const other of answered ? [] : proposals)
        if (other.value && askedIf && holds(askedIf, { [other.question]: other.value }))
          next.add(other.key);
    } else next.delete(proposal.key);
    onTick(next);
  };
  const chosen = proposals.filter(({ key }) => ticked.has(key)).length;
  return (
    <section className="import-proposals" aria-labelledby="import-proposals">
      <h2 id="import-proposals">
        {proposals.length === 0
          ? "No answer can be read from this"
          : `${numbered(proposals.length, "answer")} to tick`}
      </h2>
      {sure.length > 0 ? (
        <p>
          <button
            type="button"
            className="button"
            data-variant="secondary"
            onClick={() => onTick(new Set([...ticked, ...sure.map(({ key }) => key)]))}
          >
            Tick the {sure.length === 1 ? "one that is" : `${sure.length} that are`} sure
          </button>
        </p>
      ) : null}
      {groups.map(({ question, own }) => (
        <fieldset key={question.id} className="import-question">
          <legend>{question.label}</legend>
          {question.kind === "flags" ? (
            <p className="note">
              Using one answers the whole question: what is not ticked counts as not there.
            </p>
          ) : null}
          {own.map((proposal) => (
            <ProposalItem
              key={proposal.key}
              proposal={proposal}
              question={question}
              standing={standings.get(proposal.key) ?? { kind: "new" }}
              severalClusters={severalClusters}
              isTicked={ticked.has(proposal.key)}
              importance={importances[proposal.key] ?? "important"}
              onTick={(isTicked) => tick(proposal, isTicked)}
              onImportance={(importance) => onImportance(proposal.key, importance)}
            />
          ))}
        </fieldset>
      ))}
      <p className="import-take">
        {href ? (
          <a className="button" data-variant="primary" href={href}>
            Use {numbered(chosen, "answer")}
          </a>
        ) : (
          <span>Tick what is right; then it can be used.</span>
        )}
      </p>
    </section>
  );
}

interface ProposalItemProps {
  proposal: ShownProposal;
  question: ImportQuestion;
  standing: Standing;
  severalClusters: boolean;
  isTicked: boolean;
  importance: Importance;
  onTick: (isTicked: boolean) => void;
  onImportance: (importance: Importance) => void;
}

function ProposalItem(props: ProposalItemProps) {
  const {
    proposal,
    question,
    standing,
    severalClusters,
    isTicked,
    importance,
    onTick,
    onImportance,
  } = props;
  const part = proposal.value ?? proposal.row ?? proposal.flag;
  const label = question.parts.find(({ id }) => id === part)?.label ?? part;
  const clusters = proposal.clusters.filter((name) => name !== "");
  return (
    <div className="import-proposal">
      <label>
        <input
          className="checkbox"
          type="checkbox"
          checked={isTicked}
          onChange={({ target }) => onTick(target.checked)}
        />
        <span className="choice-label">{label}</span>
        <span className="import-certainty" data-certainty={proposal.certainty}>
          {certainties[proposal.certainty]}
        </span>
      </label>
      <div className="import-proposal-text">
        <p>
          {proposal.because}
          {severalClusters && clusters.length > 0 ? ` (${clusters.join(", ")})` : ""}
        </p>
        {standing.kind === "same" ? <p className="note">As you answered.</p> : null}
        {standing.kind === "other" ? (
          <dl className="import-sides">
            <div>
              <dt>You answered</dt>
              <dd>{standing.was}</dd>
            </div>
            <div>
              <dt>The cluster says</dt>
              <dd>{label}</dd>
            </div>
          </dl>
        ) : null}
        {proposal.row !== undefined && isTicked ? (
          <label className="import-importance">
            How important is it?
            <select
              value={importance}
              onChange={({ target }) => onImportance(target.value as Importance)}
            >
              {levels.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <Lines lines={proposal.lines} />
      </div>
    </div>
  );
}
