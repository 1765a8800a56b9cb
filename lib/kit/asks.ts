import type { QuestionText } from "@/lib/data/types";
import { isAtLeast, isImportance, isRows } from "@/lib/engine/condition";
import type { Answers } from "@/lib/engine/types";
import type { Ask } from "./types";

/** Looks up what the answers ask for. “Not sure” and “not needed” ask for nothing. */
export class Asks {
  readonly answers: Answers;

  constructor(answers: Answers) {
    this.answers = answers;
  }

  /** The ask, if the answer is at least nice to have (or the flag applies, or the choice was made). */
  of(question: string, part?: string): Ask | undefined {
    const answer = this.answers[question];
    const ask: Ask = part === undefined ? { question } : { question, part };
    if (answer === undefined || answer === "unsure") return undefined;
    if (Array.isArray(answer)) return part !== undefined && answer.includes(part) ? ask : undefined;
    if (isRows(answer)) {
      const row = part === undefined ? undefined : answer[part];
      return isImportance(row) && isAtLeast(row, "nice") ? ask : undefined;
    }
    if (part !== undefined) return answer === part ? ask : undefined;
    return isImportance(answer) && isAtLeast(answer, "nice") ? ask : undefined;
  }
}

const importanceWords: Readonly<Record<string, string>> = {
  nice: "nice to have",
  important: "important",
  must: "must have",
};

/** “Your answer on ‘Resilience’: retry failed calls, per route and condition (important)”. */
export function sayBecause(
  because: Ask,
  questions: readonly QuestionText[],
  answers: Answers,
): string {
  const question = questions.find(({ id }) => id === because.question);
  if (!question) throw new RangeError(`no question is called "${because.question}"`);
  const answer = answers[because.question];
  const lead = `Your answer on “${question.short}”`;
  if (question.kind === "needs" && because.part !== undefined) {
    const row = question.rows.find(({ id }) => id === because.part);
    const importance = isRows(answer) ? importanceWords[answer[because.part] ?? ""] : undefined;
    return `${lead}: ${row?.label}${importance ? ` (${importance})` : ""}`;
  }
  if (question.kind === "flags") {
    return `${lead}: ${question.flags.find(({ id }) => id === because.part)?.label}`;
  }
  if (question.kind === "choice") {
    return `${lead}: ${question.values.find(({ id }) => id === answer)?.label}`;
  }
  return `${lead}: ${importanceWords[String(answer)] ?? "asked for"}`;
}
