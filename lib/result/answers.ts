import { isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Condition } from "@/lib/engine/types";
import type { QuestionText } from "@/lib/matrix/types";
import { capitalised } from "@/lib/text/words";
import { askedQuestions, type Ground, questionOf } from "./ground";
import { changeHref } from "./links";

/** An answer, named where something follows from it. */
export interface AnswerRef {
  readonly question: string;
  /** The question’s number, counted through all sections. */
  readonly number: number;
  /** The question in two or three words. */
  readonly short: string;
  /** The answer, or the part of it that matters here. */
  readonly text: string;
  /** Where it can be changed. */
  readonly href: string;
}

export interface AnswerView extends AnswerRef {
  readonly label: string;
  /** What was chosen, a line each: one line for a choice, one for each row that is needed or flag that applies. */
  readonly lines: readonly { readonly label: string; readonly importance?: string }[];
}

export interface OpenAnswer {
  readonly question: string;
  readonly number: number;
  readonly short: string;
  readonly href: string;
}

export interface AnswersView {
  readonly finding: string;
  readonly answered: number;
  readonly total: number;
  /** The sections that hold an answer. */
  readonly sections: readonly {
    readonly id: string;
    readonly label: string;
    readonly answers: readonly AnswerView[];
  }[];
  readonly unanswered: readonly OpenAnswer[];
}

type Line = AnswerView["lines"][number];

function numberOf({ matrix }: Ground, question: string): number {
  return matrix.questions.findIndex(({ id }) => id === question) + 1;
}

function labelIn(choices: readonly { id: string; label: string }[], id: string): string {
  return choices.find((choice) => choice.id === id)?.label ?? id;
}

/** The importance in words: “Must have”. */
export function importanceLabel({ matrix }: Ground, importance: string): string {
  const levels = matrix.levels.importance;
  return importance in levels ? levels[importance as keyof typeof levels].label : importance;
}

const nothing = "None of these";

function linesOf(ground: Ground, question: QuestionText, answer: Answer): Line[] {
  if (answer === "unsure") return [{ label: importanceLabel(ground, "unsure") }];
  switch (question.kind) {
    case "choice":
      return [{ label: labelIn(question.values, String(answer)) }];
    case "importance":
      return [{ label: importanceLabel(ground, String(answer)) }];
    case "flags": {
      const flags = Array.isArray(answer) ? answer : [];
      return flags.length === 0
        ? [{ label: nothing }]
        : flags.map((flag) => ({ label: labelIn(question.flags, flag) }));
    }
    case "needs": {
      const rows = isRows(answer) ? answer : {};
      const needed = question.rows.filter(({ id }) => (rows[id] ?? "no") !== "no");
      return needed.length === 0
        ? [{ label: nothing }]
        : needed.map(({ id, label }) => ({
            label,
            importance: importanceLabel(ground, rows[id] ?? "no"),
          }));
    }
  }
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map(({ label, importance }) => (importance ? `${label}: ${importance.toLowerCase()}` : label))
    .join("; ");
}

/** The whole answer to a question in words, or “Not answered”. */
export function viewAnswer(ground: Ground, id: string): string {
  return referTo(ground, id).text;
}

/** Names an answer; with `row` or `flag`, only that part of it. */
export function referTo(ground: Ground, id: string, part?: string): AnswerRef {
  const question = questionOf(ground, id);
  const answer = ground.answers[id];
  const whole = answer === undefined ? "Not answered" : textOf(linesOf(ground, question, answer));
  return {
    question: id,
    number: numberOf(ground, id),
    short: question.short,
    text: part === undefined ? whole : (partText(ground, question, part) ?? whole),
    href: changeHref(question.section, id, ground.code),
  };
}

function partText(ground: Ground, question: QuestionText, part: string): string | undefined {
  const answer = ground.answers[question.id];
  if (question.kind === "needs" && isRows(answer)) {
    const importance = importanceLabel(ground, answer[part] ?? "no").toLowerCase();
    return `${labelIn(question.rows, part)}: ${importance}`;
  }
  if (question.kind === "flags" && Array.isArray(answer)) {
    const label = labelIn(question.flags, part);
    return answer.includes(part) ? label : `${label}: no`;
  }
  return undefined;
}

function partsOf(condition: Condition): { question: string; part?: string }[] {
  if ("all" in condition) return condition.all.flatMap(partsOf);
  if ("any" in condition) return condition.any.flatMap(partsOf);
  if ("not" in condition) return partsOf(condition.not);
  if ("row" in condition && condition.row !== undefined)
    return [{ question: condition.question, part: condition.row }];
  if ("has" in condition) return [{ question: condition.question, part: condition.has }];
  return [{ question: condition.question }];
}

function isNeeded(answers: Answers, question: string, part: string): boolean {
  const answer = answers[question];
  if (isRows(answer)) return (answer[part] ?? "no") !== "no";
  return Array.isArray(answer) && answer.includes(part);
}

/**
 * The answers a condition looks at, one entry per question. Of an answer with parts only those that the condition
 * names are told: the ones that apply, or, where it holds because none does, all of them.
 */
export function answersBehind(ground: Ground, condition: Condition): AnswerRef[] {
  const byQuestion = new Map<string, Set<string>>();
  for (const { question, part } of partsOf(condition)) {
    if (ground.answers[question] === undefined) continue;
    const parts = byQuestion.get(question) ?? new Set<string>();
    if (part !== undefined) parts.add(part);
    byQuestion.set(question, parts);
  }
  return [...byQuestion].map(([question, parts]) => {
    const applying = [...parts].filter((part) => isNeeded(ground.answers, question, part));
    const told = applying.length > 0 ? applying : [...parts];
    if (told.length === 0) return referTo(ground, question);
    const texts = told.map((part) => referTo(ground, question, part).text);
    return { ...referTo(ground, question), text: [...new Set(texts)].join("; ") };
  });
}

function findingOf(answered: number, total: number): string {
  if (answered === 0) return `None of the ${total} questions is answered yet`;
  if (answered === total) return `All ${total} questions are answered`;
  return `${answered} of ${total} questions ${answered === 1 ? "is" : "are"} answered; each can be changed, and the rest stays`;
}

/** All answers, section by section, each with the way to change it. */
export function viewAnswers(ground: Ground): AnswersView {
  const { matrix, answers } = ground;
  const sections = matrix.sections.map(({ id, label }) => ({
    id,
    label,
    answers: matrix.questions
      .filter((question) => question.section === id && answers[question.id] !== undefined)
      .map(
        (question): AnswerView => ({
          ...referTo(ground, question.id),
          label: question.label,
          lines: linesOf(ground, question, answers[question.id] ?? "unsure"),
        }),
      ),
  }));
  const asked = askedQuestions(ground);
  const unanswered = asked
    .filter(({ id }) => answers[id] === undefined)
    .map(
      ({ id, section, short }): OpenAnswer => ({
        question: id,
        number: numberOf(ground, id),
        short,
        href: changeHref(section, id, ground.code),
      }),
    );
  const total = asked.length;
  const answered = asked.filter(({ id }) => (answers[id] ?? "unsure") !== "unsure").length;
  return {
    finding: capitalised(findingOf(answered, total)),
    answered,
    total,
    sections: sections.filter((section) => section.answers.length > 0),
    unanswered,
  };
}
