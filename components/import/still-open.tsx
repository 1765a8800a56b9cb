import type { ImportQuestion } from "@/components/import/import-tool";
import type { ProposalRule } from "@/lib/data/recognition-types";
import { holds } from "@/lib/engine/condition";
import type { Answers } from "@/lib/engine/types";
import type { Recognised } from "@/lib/recognise/recognise";

interface StillOpenProps {
  questions: readonly ImportQuestion[];
  proposals: Recognised["proposals"];
  rules: readonly ProposalRule[];
  before: Answers;
}

/** What a cluster cannot tell, and what this one did not: both stay open, and are named. */
export function StillOpen({ questions, proposals, rules, before }: StillOpenProps) {
  // As if every choice that is proposed were taken over: what is asked then.
  const values = proposals.flatMap(({ question, value }) => (value ? [[question, value]] : []));
  const asIs: Answers = { ...before, ...Object.fromEntries(values) };
  const open = questions.filter(
    ({ id, askedIf }) =>
      before[id] === undefined &&
      !proposals.some(({ question }) => question === id) &&
      (askedIf === undefined || holds(askedIf, asIs)),
  );
  const readable = open.filter(({ id }) => rules.some(({ question }) => question === id));
  const yours = open.filter((question) => !readable.includes(question));
  return (
    <section className="import-open" aria-labelledby="import-open">
      <h2 id="import-open">What stays open</h2>
      {yours.length > 0 ? (
        <p>
          <b>No cluster can tell:</b> {yours.map(({ short }) => short).join(", ")}. These are
          wishes, people and contracts.
        </p>
      ) : null}
      {readable.length > 0 ? (
        <p>
          <b>Not in this output:</b> {readable.map(({ short }) => short).join(", ")}. The script
          reads more than a list of nodes; what is not there may also not be in the cluster.
        </p>
      ) : null}
    </section>
  );
}
