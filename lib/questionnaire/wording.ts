import { questionsOf } from "@/lib/engine/condition";
import type { Condition } from "@/lib/engine/types";
import type { Matrix, QuestionText } from "@/lib/matrix/types";

/** One thing a question can be answered with: a value of a choice, a row of needs, a flag. */
export interface Part {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
}

/** A question as it is asked. Its number is its place among all questions and never depends on the page. */
export interface AskedQuestion {
  readonly id: string;
  readonly number: number;
  readonly section: string;
  readonly kind: QuestionText["kind"];
  readonly label: string;
  readonly short: string;
  readonly help: string;
  readonly why: string;
  readonly quick: boolean;
  readonly parts: readonly Part[];
}

export interface ContradictionWording {
  readonly id: string;
  readonly between: readonly [string, string];
  readonly when: Condition;
  readonly title: string;
  readonly text: string;
  readonly sources: readonly { readonly url: string; readonly title: string }[];
}

/** Every text the questionnaire shows, without evidence: small enough to travel to the browser. */
export interface Wording {
  readonly sections: readonly { readonly id: string; readonly label: string }[];
  /** In the order they are asked. */
  readonly questions: readonly AskedQuestion[];
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly mark: "triangle" | "diamond" | "circle" | "square";
  }[];
  readonly variants: readonly {
    readonly id: string;
    readonly option: string;
    readonly label: string;
    readonly short: string;
  }[];
  readonly capabilities: Readonly<Record<string, string>>;
  readonly burdens: Readonly<Record<string, string>>;
  /** What a rule says, and the questions it looks at. */
  readonly rules: Readonly<
    Record<string, { readonly says: string; readonly questions: readonly string[] }>
  >;
  readonly contradictions: readonly ContradictionWording[];
}

function partsOf(question: QuestionText): Part[] {
  const parts =
    question.kind === "choice"
      ? question.values
      : question.kind === "flags"
        ? question.flags
        : question.kind === "needs"
          ? question.rows
          : [];
  return parts.map(({ id, label, help }) => ({
    id,
    label,
    ...(help === undefined ? {} : { help }),
  }));
}

function shorts(entries: readonly { readonly id: string; readonly short: string }[]) {
  return Object.fromEntries(entries.map(({ id, short }) => [id, short]));
}

/** Takes from the matrix what the questionnaire shows. */
export function wordingOf(matrix: Matrix): Wording {
  const ordered = matrix.sections.flatMap((section) =>
    matrix.questions.filter((question) => question.section === section.id),
  );
  return {
    sections: matrix.sections,
    questions: ordered.map((question, index) => ({
      id: question.id,
      number: index + 1,
      section: question.section,
      kind: question.kind,
      label: question.label,
      short: question.short,
      help: question.help,
      why: question.why,
      quick: question.quick === true,
      parts: partsOf(question),
    })),
    options: matrix.options.map(({ id, label, mark }) => ({ id, name: label, mark })),
    variants: matrix.variants.map(({ id, option, label, short }) => ({ id, option, label, short })),
    capabilities: shorts(matrix.capabilities),
    burdens: shorts(matrix.burdens),
    rules: Object.fromEntries(
      matrix.rules.map(({ id, because, note, when }) => [
        id,
        { says: note?.text ?? because, questions: questionsOf(when) },
      ]),
    ),
    contradictions: matrix.contradictions.map(({ id, between, when, title, text, sources }) => ({
      id,
      between,
      when,
      title,
      text,
      sources: sources.map(({ url, title: name }) => ({ url, title: name })),
    })),
  };
}
