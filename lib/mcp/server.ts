import { McpServer } from "@modelcontextprotocol/server";
import { cutText } from "@/lib/answers/cut-text";
import type { Comparison } from "@/lib/api/compare";
import type { ProblemPart } from "@/lib/api/problem";
import { readAnswers } from "@/lib/api/read-answers";
import { fewestResults, mostResults } from "@/lib/compare/read-codes";
import type { Matrix, QuestionText } from "@/lib/data/types";
import type { Answers, Question } from "@/lib/engine/types";
import { writeResultJson } from "@/lib/export/json";
import type { Words } from "@/lib/export/links";
import type { ExportSource } from "@/lib/export/source";
import { type OverlayStatement, overlaySentence } from "@/lib/overlay/statement";
import { optionList } from "@/lib/result/names";
import { readTitle } from "@/lib/result/title";
import { inWords } from "@/lib/text/words";
import * as schema from "./answers";

/** What the tools need of the site. */
export interface Advisor {
  readonly matrix: Matrix;
  readonly questions: readonly Question[];
  readonly origin: string;
  /** The organisation’s file that is laid over the data, where there is one. */
  readonly overlay?: OverlayStatement | undefined;
  /** The code of a set of answers. */
  readonly codeOf: (answers: Answers) => string;
  /** What is wrong with a code and what would fix it; undefined if it can be opened. */
  readonly findCodeProblem: (code: string) => string | undefined;
  /** What is told about a code that can be opened. */
  readonly sourceOf: (code: string, words: Words) => ExportSource;
  /** Compares codes that can be opened. */
  readonly compare: (codes: readonly string[]) => Comparison;
}

const instructions = (options: Matrix["options"]) =>
  `Recommends ${optionList(options)}, from answers about services, platform, needs and people. Call list_questions first, ask the user what you do not know rather than guessing, and leave out what nobody knows. Then call recommend and give the user the link: it holds the whole result with evidence. Say how sure the verdict is; “close” means that no option is recommended over the others. While verdict.soFar is true say that it is so far, ask the user the question in next, and recommend again with the answer. Leave out what is open; a row that is not needed is “no”.`;

const reading = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

/** What a tool gives: data, and the same as text for clients that read only text. */
function give(data: Record<string, unknown>) {
  return {
    content: [{ type: "text" as const, text: JSON.stringify(data) }],
    structuredContent: data,
  };
}

/** An error the assistant can fix. */
function refuse(detail: string, errors: readonly ProblemPart[] = []) {
  const parts = errors.map((each) => `${each.name}: ${each.detail}`);
  return {
    content: [{ type: "text" as const, text: [detail, ...parts].join("\n") }],
    isError: true,
  };
}

function choicesOf(question: QuestionText): readonly { id: string; label: string }[] {
  switch (question.kind) {
    case "choice":
      return question.values;
    case "flags":
      return question.flags;
    case "needs":
      return question.rows;
    case "importance":
      return [];
  }
}

/** A server for one request: it keeps nothing, so any copy of the site can answer any request. */
export function createAdvisorServer(advisor: Advisor): McpServer {
  const { matrix, overlay } = advisor;
  const told = instructions(matrix.options);
  const edition = overlay ? { overlay } : {};
  const server = new McpServer(
    { name: "choose-a-service-mesh", title: "Choose a service mesh", version: matrix.release.id },
    { instructions: overlay ? `${told} ${overlaySentence(overlay)}` : told },
  );

  server.registerTool(
    "list_questions",
    {
      title: "List the questions",
      description:
        "All questions about services, platform, needs and people, with what each takes for an answer. All can be left out.",
      outputSchema: schema.listQuestionsOutput,
      annotations: reading,
    },
    async () =>
      give({
        release: matrix.release.id,
        ...edition,
        questions: matrix.questions.map((question) => {
          const choices = choicesOf(question);
          return {
            id: question.id,
            section: question.section,
            question: question.label,
            help: question.help,
            answer: question.kind,
            ...(choices.length > 0
              ? { values: Object.fromEntries(choices.map(({ id, label }) => [id, label])) }
              : {}),
            quick: question.quick === true,
          };
        }),
      }),
  );

  server.registerTool(
    "recommend",
    {
      title: "Recommend a service mesh or none",
      description:
        "The verdict for these answers: which option, how sure, what is ruled out and why, what would change it, what is still open, and links to the whole result, a decision record and more. Give answers, or the code of an existing result.",
      inputSchema: schema.recommendInput,
      outputSchema: schema.recommendOutput,
      annotations: reading,
    },
    async ({ answers, code, title }) => {
      if ((answers === undefined) === (code === undefined))
        return refuse("Give either answers or code.");
      const read = readAnswers(advisor.questions, answers ?? {});
      if (!read.ok) return refuse("An answer cannot be used:", read.errors);
      const asked = code ?? advisor.codeOf(read.value);
      const problem = advisor.findCodeProblem(asked);
      if (problem) return refuse(problem);
      const json = writeResultJson(advisor.sourceOf(asked, { title: readTitle(title) }));
      return give({
        code: json.code,
        release: json.release,
        ...(json.overlay ? { overlay: json.overlay } : {}),
        verdict: json.verdict,
        options: json.options,
        next: json.next,
        ruledOut: json.variants.flatMap(({ variant, exclusions }) =>
          exclusions.map(({ on, because }) => ({ variant, on, because })),
        ),
        changes: json.changes,
        stillOpen: json.stillOpen,
        links: json.links,
      });
    },
  );

  server.registerTool(
    "explain_cell",
    {
      title: "Explain a finding",
      description:
        "What one variant offers for one capability: level, maturity, confidence, limits, and the sources it rests on with the day they were checked.",
      inputSchema: schema.explainCellInput,
      outputSchema: schema.explainCellOutput,
      annotations: reading,
    },
    async ({ capability: row, variant: column }) => {
      const capability = matrix.capabilities.find(({ id }) => id === row);
      if (!capability) return refuse(`No capability has this id. ${listIds(matrix.capabilities)}`);
      const variant = matrix.variants.find(({ id }) => id === column);
      const cell = capability.cells[column];
      if (!variant || !cell) return refuse(`No variant has this id. ${listIds(matrix.variants)}`);
      const { id, label, definition, why, yardstick } = capability;
      return give({
        release: matrix.release.id,
        ...edition,
        capability: { id, label, definition, why, yardstick },
        variant: {
          id: variant.id,
          label: variant.label,
          what: variant.what,
          version: variant.version,
        },
        level: matrix.levels.support[cell.support].because,
        cell,
        page: `${advisor.origin}/matrix/${id}`,
      });
    },
  );

  server.registerTool(
    "compare",
    {
      title: "Compare results",
      description: `The verdicts of two to ${inWords(mostResults)} results side by side, the questions on which they differ, and which of these differences change first place.`,
      inputSchema: schema.compareInput,
      outputSchema: schema.compareOutput,
      annotations: reading,
    },
    async ({ codes }) => {
      const different = [...new Set(codes)];
      if (different.length < fewestResults) return refuse("Give at least two different codes.");
      for (const code of different) {
        const problem = advisor.findCodeProblem(code);
        if (problem) return refuse(`${cutText(code, 60)}: ${problem}`);
      }
      return give({ ...advisor.compare(different) });
    },
  );
  return server;
}

function listIds(items: readonly { readonly id: string }[]): string {
  return `Use one of: ${items.map(({ id }) => id).join(", ")}.`;
}
