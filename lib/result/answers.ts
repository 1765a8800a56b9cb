import type { QuestionText } from "@/lib/data/types";
import { isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Condition } from "@/lib/engine/types";
import { listedUpTo, quoted } from "@/lib/text/words";
import {
  type Assessment,
  askedQuestions,
  capabilityOf,
  type Evaluated,
  questionOf,
} from "./assessment";
import { changeHref } from "./links";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "code" | "answers">;

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

function numberOf({ matrix }: Input, question: string): number {
  return matrix.questions.findIndex(({ id }) => id === question) + 1;
}

function labelIn(choices: readonly { id: string; label: string }[], id: string): string {
  return choices.find((choice) => choice.id === id)?.label ?? id;
}

/** The importance in words: “Must have”; “not sure” is none, but stands where one could. */
export function importanceLabel({ matrix }: Input, importance: string): string {
  if (importance === "unsure") return "Not sure";
  const levels = matrix.levels.importance;
  return importance in levels ? levels[importance as keyof typeof levels].label : importance;
}

const nothing = "None of these";

function linesOf(assessment: Input, question: QuestionText, answer: Answer): Line[] {
  if (answer === "unsure") return [{ label: importanceLabel(assessment, "unsure") }];
  switch (question.kind) {
    case "choice":
      return [{ label: labelIn(question.values, String(answer)) }];
    case "importance":
      return [{ label: importanceLabel(assessment, String(answer)) }];
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
            importance: importanceLabel(assessment, rows[id] ?? "no"),
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
export function viewAnswer(assessment: Input, id: string): string {
  return referTo(assessment, id).text;
}

/** Names an answer; with `row` or `flag`, only that part of it. */
export function referTo(assessment: Input, id: string, part?: string): AnswerRef {
  const question = questionOf(assessment, id);
  const answer = assessment.answers[id];
  const whole =
    answer === undefined ? "Not answered" : textOf(linesOf(assessment, question, answer));
  return {
    question: id,
    number: numberOf(assessment, id),
    short: question.short,
    text: part === undefined ? whole : (partText(assessment, question, part) ?? whole),
    href: changeHref(question.section, id, assessment.code),
  };
}

function partText(assessment: Input, question: QuestionText, part: string): string | undefined {
  const answer = assessment.answers[question.id];
  if (question.kind === "needs" && isRows(answer)) {
    const importance = importanceLabel(assessment, answer[part] ?? "no").toLowerCase();
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
export function answersBehind(assessment: Input, condition: Condition): AnswerRef[] {
  const byQuestion = new Map<string, Set<string>>();
  for (const { question, part } of partsOf(condition)) {
    if (assessment.answers[question] === undefined) continue;
    const parts = byQuestion.get(question) ?? new Set<string>();
    if (part !== undefined) parts.add(part);
    byQuestion.set(question, parts);
  }
  return [...byQuestion].map(([question, parts]) => {
    const applying = [...parts].filter((part) => isNeeded(assessment.answers, question, part));
    const named = applying.length > 0 ? applying : [...parts];
    if (named.length === 0) return referTo(assessment, question);
    const texts = named.map((part) => referTo(assessment, question, part).text);
    return { ...referTo(assessment, question), text: [...new Set(texts)].join("; ") };
  });
}

/** “5 of 31 questions are answered, with “Automatic mTLS” and two more as must-haves”. */
export function answersText(
  answered: number,
  total: number,
  /** What must be had, as labels. */
  musts: readonly string[],
): string {
  if (answered === 0) return `None of the ${total} questions is answered yet`;
  const all = answered === total ? `All ${total}` : `${answered} of ${total}`;
  const said = `${all} questions ${answered === 1 ? "is" : "are"} answered`;
  if (musts.length === 0) return `${said}, without a must-have`;
  return `${said}, with ${listedUpTo(2, musts)} as ${musts.length === 1 ? "a must-have" : "must-haves"}`;
}

/** All answers, section by section, each with the way to change it. */
export function viewAnswers(assessment: Input & Evaluated): AnswersView {
  const { matrix, answers } = assessment;
  const sections = matrix.sections.map(({ id, label }) => ({
    id,
    label,
    answers: matrix.questions
      .filter((question) => question.section === id && answers[question.id] !== undefined)
      .map(
        (question): AnswerView => ({
          ...referTo(assessment, question.id),
          label: question.label,
          lines: linesOf(assessment, question, answers[question.id] ?? "unsure"),
        }),
      ),
  }));
  const asked = askedQuestions(assessment);
  const unanswered = asked
    .filter(({ id }) => answers[id] === undefined)
    .map(
      ({ id, section, short }): OpenAnswer => ({
        question: id,
        number: numberOf(assessment, id),
        short,
        href: changeHref(section, id, assessment.code),
      }),
    );
  const total = asked.length;
  const answered = asked.filter(({ id }) => (answers[id] ?? "unsure") !== "unsure").length;
  return {
    finding: answersText(
      answered,
      total,
      assessment.evaluation.needs
        .filter(({ importance }) => importance === "must")
        .map(({ capability }) => quoted(capabilityOf(assessment, capability).label)),
    ),
    answered,
    total,
    sections: sections.filter((section) => section.answers.length > 0),
    unanswered,
  };
}
