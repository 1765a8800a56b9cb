import { decide } from "@/lib/engine/judge";
import { viewAnswer } from "@/lib/result/answers";
import { type Assessment, firstOption, optionOf } from "@/lib/result/assessment";
import { tellingShare } from "@/lib/result/finding-text";
import { resultHref } from "@/lib/result/links";
import { optionInText } from "@/lib/result/names";
import { wordLabelOf } from "@/lib/result/verdict-text";
import { capitalised } from "@/lib/text/words";
import { sameAnswer } from "./same-answer";

/** What stands first in a result, and how surely. */
export interface Standing {
  /** As a sentence speaks of it: “Istio”; absent where nothing is possible. */
  readonly first?: string;
  /** “leaning so far”. */
  readonly word: string;
  readonly share: number;
}

export interface SinceLinkView {
  readonly finding: string;
  /** The result one came from. */
  readonly href: string;
  readonly changes: readonly {
    readonly question: string;
    readonly label: string;
    readonly from: string;
    readonly to: string;
    /** What this answer does by itself to the result one came from. */
    readonly effect: string;
  }[];
}

/** “Istio in place of Linkerd”, or how much surer the same is. */
export function sinceLinkText(before: Standing, now: Standing): string {
  if (now.first === undefined)
    return before.first === undefined
      ? "Still nothing is possible"
      : `Nothing is possible now; it was ${before.first}, ${before.word}`;
  if (before.first === undefined)
    return `${capitalised(now.first)} is first, ${now.word}; nothing was possible`;
  if (now.first !== before.first)
    return `${capitalised(now.first)} is first, ${now.word}, in place of ${before.first}, ${before.word}`;
  if (now.word !== before.word)
    return `${capitalised(now.first)} is still first: ${now.word}, not ${before.word}`;
  return now.share === before.share
    ? `${capitalised(now.first)} is still first, as surely as before`
    : `${capitalised(now.first)} is still first, in ${now.share} of 100, not ${before.share}`;
}

/** What one answer does by itself. */
export function aloneText(facts: {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly from: number;
  readonly to: number;
}): string {
  const { before, after, from, to } = facts;
  if (after === undefined)
    return before === undefined
      ? "By itself it makes nothing possible."
      : "By itself it leaves nothing possible.";
  if (after !== before) return `By itself it puts ${after} first.`;
  return Math.abs(to - from) < tellingShare
    ? "By itself it changes next to nothing."
    : `By itself it moves ${after} from ${from} to ${to} of 100.`;
}

function nameOfFirst(assessment: Assessment, id: string | undefined): string | undefined {
  return id === undefined ? undefined : optionInText(optionOf(assessment, id));
}

function standingOf(assessment: Assessment): Standing {
  const { word, soFar, share } = assessment.judgement.verdict;
  const first = nameOfFirst(assessment, firstOption(assessment));
  return {
    ...(first === undefined ? {} : { first }),
    word: wordLabelOf(word, soFar).toLowerCase(),
    share,
  };
}

/** What changed since the link somebody came from: the verdict, the answers, and which answer did it. */
export function viewSinceLink(now: Assessment, before: Assessment): SinceLinkView | undefined {
  const leader = firstOption(before);
  const from = before.judgement.verdict.share;
  const changes = now.matrix.questions
    .filter(({ id }) => !sameAnswer(now.answers[id], before.answers[id]))
    .map(({ id, label }) => {
      const { [id]: _, ...rest } = before.answers;
      const answer = now.answers[id];
      const { verdict, options } = decide(
        before.table,
        answer === undefined ? rest : { ...rest, [id]: answer },
      );
      return {
        question: id,
        label,
        from: viewAnswer(before, id),
        to: viewAnswer(now, id),
        effect: aloneText({
          before: nameOfFirst(before, leader),
          after: nameOfFirst(before, verdict.leaders[0]),
          from,
          to: options.find((each) => each.id === leader)?.of100 ?? 0,
        }),
      };
    });
  if (changes.length === 0) return undefined;
  return {
    finding: sinceLinkText(standingOf(before), standingOf(now)),
    href: resultHref(before.code),
    changes,
  };
}
