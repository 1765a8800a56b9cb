import type { Matrix, QuestionText } from "@/lib/data/types";
import { questionsOf } from "@/lib/engine/condition";
import type { Condition } from "@/lib/engine/types";

/** One thing a question can be answered with: a value of a choice, a row of needs, a flag. */
export interface Part {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** Parts of one group stand together under its name. */
  readonly group?: string;
}

/** A question as it is asked. */
export interface AskedQuestion {
  readonly id: string;
  readonly section: string;
  readonly kind: QuestionText["kind"];
  readonly label: string;
  readonly short: string;
  readonly help: string;
  readonly why: string;
  readonly quick: boolean;
  /** Asked only where these answers were given. */
  readonly askedIf?: Condition;
  /** The choice that says more of the value `of` and is asked with it; its values are parts named “of.value”. */
  readonly detail?: { readonly id: string; readonly of: string };
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

/** What a rule says, where that is written, and the questions it looks at. */
export interface RuleWording {
  readonly says: string;
  readonly source?: { readonly url: string; readonly title: string };
  readonly questions: readonly string[];
}

/** Every text the questionnaire shows, without evidence: small enough to travel to the browser. */
export interface Wording {
  readonly sections: readonly { readonly id: string; readonly label: string }[];
  /** In the order they are asked. */
  readonly questions: readonly AskedQuestion[];
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly mark: "triangle" | "diamond" | "circle" | "square" | "plus";
  }[];
  readonly variants: readonly {
    readonly id: string;
    readonly option: string;
    readonly label: string;
    readonly short: string;
  }[];
  readonly capabilities: Readonly<Record<string, string>>;
  readonly burdens: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, RuleWording>>;
  readonly contradictions: readonly ContradictionWording[];
}

interface PartText {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly group?: string | undefined;
  readonly retired?: true | undefined;
}

function partsOf(question: QuestionText): Part[] {
  const parts: readonly PartText[] =
    question.kind === "choice"
      ? question.values
      : question.kind === "flags"
        ? question.flags
        : question.kind === "needs"
          ? question.rows
          : [];
  return parts
    .filter(({ retired }) => !retired)
    .map(({ id, label, help, group }) => ({
      id,
      label,
      ...(help === undefined ? {} : { help }),
      ...(group === undefined ? {} : { group }),
    }));
}

function asAsked(question: QuestionText): AskedQuestion {
  const { id, section, kind, label, short, help, why, quick, askedIf } = question;
  return {
    id,
    section,
    kind,
    label,
    short,
    help,
    why,
    quick: quick === true,
    ...(askedIf ? { askedIf } : {}),
    parts: partsOf(question),
  };
}

/** The value of this choice that the other one says more of, where both are asked in one step. */
function valueDetailed(question: AskedQuestion, detail: AskedQuestion): string | undefined {
  const { askedIf } = detail;
  if (question.kind !== "choice" || detail.kind !== "choice") return undefined;
  if (!question.quick || !detail.quick || askedIf === undefined || !("is" in askedIf))
    return undefined;
  return askedIf.question === question.id && askedIf.is.length === 1 ? askedIf.is[0] : undefined;
}

function inLastGroup(parts: readonly Part[]): Pick<Part, "group"> {
  const group = parts.at(-1)?.group;
  return group === undefined ? {} : { group };
}

/** Two choices as one: each value of the detail in place of the value it says more of, which stays as “not sure which”. */
function join(question: AskedQuestion, detail: AskedQuestion, of: string): AskedQuestion {
  const parts = question.parts.flatMap((part): Part[] =>
    part.id === of
      ? [
          ...detail.parts.map((each) => ({ ...each, id: `${of}.${each.id}` })),
          { ...inLastGroup(detail.parts), ...part, label: `${part.label}, not sure which` },
        ]
      : [part],
  );
  return { ...question, detail: { id: detail.id, of }, parts };
}

function joinDetails(questions: readonly AskedQuestion[]): AskedQuestion[] {
  const details = new Set<string>();
  const joined = questions.map((question) => {
    for (const detail of questions) {
      const of = valueDetailed(question, detail);
      if (of === undefined) continue;
      details.add(detail.id);
      return join(question, detail, of);
    }
    return question;
  });
  return joined.filter(({ id }) => !details.has(id));
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
    questions: joinDetails(ordered.map(asAsked)),
    options: matrix.options.map(({ id, label, mark }) => ({ id, name: label, mark })),
    variants: matrix.variants.map(({ id, option, label, short }) => ({ id, option, label, short })),
    capabilities: shorts(matrix.capabilities),
    burdens: shorts(matrix.burdens),
    rules: Object.fromEntries(
      matrix.rules.map(({ id, because, note, when, sources: [source] }): [string, RuleWording] => [
        id,
        {
          says: note?.text ?? because,
          ...(source ? { source: { url: source.url, title: source.title } } : {}),
          questions: questionsOf(when),
        },
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
