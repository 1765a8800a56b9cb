import { counted, listed } from "@/lib/text/words";

/** The sentences about what to do next, as functions of the few facts they say. */
export const nextText = {
  finding: ({
    open,
    decides,
    possible,
    tie,
  }: {
    readonly open: number;
    readonly decides: boolean;
    readonly possible: boolean;
    readonly tie: boolean;
  }): string => {
    if (!possible) return "Take back a must-have or a condition";
    if (decides) return "One answer tells most";
    if (tie) return "Try both: the answers do not set them apart";
    if (open > 0) return "No open answer is likely to change first place";
    return "Everything is answered";
  },
  note: (open: number): string =>
    open === 1
      ? "It is the only question still open."
      : `Of ${counted(open, "open question")} this one tells most about first place.`,
} as const;

/** “closes what is open: Linkerd, leaning, 60 of 100.” */
export function enoughText({
  word,
  name,
  share,
}: {
  readonly word: string;
  readonly name: string | undefined;
  readonly share: number;
}): string {
  return name === undefined
    ? "closes what is open; nothing is possible then."
    : `closes what is open: ${name}, ${word}, ${share} of 100.`;
}

/** How to break a tie between two. */
export function tieText(names: readonly string[], questions: number): string {
  const pair = listed(names);
  return questions === 0
    ? `No open question decides between ${pair}: try both for two weeks, with the same exit criteria`
    : questions === 1
      ? `One open question can decide between ${pair}; if it does not, try both`
      : `${counted(questions, "open question").replace(/^./, (first) => first.toUpperCase())} can decide between ${pair}; if they do not, try both`;
}
