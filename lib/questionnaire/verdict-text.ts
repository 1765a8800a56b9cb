import { smallLabel } from "@/lib/result/names";
import { unitText, wordLabelOf } from "@/lib/result/verdict-text";
import { capitalised, listed, numbered } from "@/lib/text/words";
import type { Board } from "./board";
import { listVariants, optionName, variantInSentence, variantName } from "./names";
import type { AskedQuestion, Wording } from "./wording";

/** Fewer answers than this say too little for a verdict. */
const enoughAnswers = 3;

export function answersWord(count: number): string {
  return numbered(count, "answer");
}

export interface VerdictText {
  /** Options to show with their marks; empty when nothing is possible or it is too early. */
  readonly leaders: readonly { readonly option: string; readonly name: string }[];
  /** The heading where there is no leader to show. */
  readonly heading?: string;
  readonly word: string;
  readonly sentence: string;
}

/** “First places if the rest is answered as others did: no mesh 44, Istio 31 and Consul 25 of 100.” */
function sharesText(wording: Wording, { firsts, soFar }: Board): string {
  const parts = firsts.map(
    ({ option, of100 }) => `${smallLabel({ label: optionName(wording, option) })} ${of100}`,
  );
  return `First places${soFar ? ` ${unitText(true)}` : ""}: ${listed(parts)} of 100.`;
}

function impossibleText(wording: Wording, { variant, ruledOut }: Board): VerdictText {
  const reasons = ruledOut.find((each) => each.variant === variant)?.reasons ?? [];
  return {
    leaders: [],
    heading: "Nothing is left",
    word: "Nothing is left.",
    sentence: `Every variant is ruled out. Nearest is ${variantInSentence(wording, variant)}, which fails on ${listed(reasons.map(({ text }) => text))}. Soften the must-have or constraint that costs least.`,
  };
}

/** The verdict so far in words, from the figures that are shown. */
export function verdictText(wording: Wording, board: Board): VerdictText {
  const { word, soFar, leaders, variant, answered } = board;
  if (word === "impossible") return impossibleText(wording, board);
  if (answered === 0) {
    return {
      leaders: [],
      heading: "Answer a few questions",
      word: "No answers yet.",
      sentence: "What an answer rules out shows at once.",
    };
  }
  const isEarly = answered < enoughAnswers && word === "close";
  const sentence = sharesText(wording, board);
  if (isEarly || word === "unstated")
    return { leaders: [], heading: "Too early to say", word: "Too early to say.", sentence };
  const names = leaders.map((option, index) => {
    if (leaders.length === 1) return { option, name: variantName(wording, variant) };
    const name = optionName(wording, option);
    return { option, name: index === 0 ? name : smallLabel({ label: name }) };
  });
  const isAlone = board.firsts.length === 1 && board.possible.length === 1;
  return {
    leaders: names,
    word: `${wordLabelOf(word, soFar)}.`,
    sentence: isAlone ? "It is the only one still possible." : sentence,
  };
}

/** What one answer has ruled out. */
export interface RuledOutGroup {
  /** The question in a few words, or what fails. */
  readonly by: string;
  readonly question?: AskedQuestion;
  /** The variants, listed as a sentence begins. */
  readonly names: string;
}

/** The variants that are ruled out, by the answer that did it. */
export function groupRuledOut(wording: Wording, { ruledOut }: Board): RuledOutGroup[] {
  const groups = new Map<string, { question?: AskedQuestion; variants: string[] }>();
  for (const { variant, reasons } of ruledOut) {
    const [reason] = reasons;
    if (!reason) continue;
    const question = wording.questions.find(
      ({ id, detail }) => id === reason.question || detail?.id === reason.question,
    );
    const by = question?.short ?? reason.text;
    const group = groups.get(by) ?? { ...(question ? { question } : {}), variants: [] };
    group.variants.push(variant);
    groups.set(by, group);
  }
  return [...groups].map(([by, { variants, ...rest }]) => ({
    by,
    ...rest,
    names: capitalised(listed(listVariants(wording, variants))),
  }));
}
