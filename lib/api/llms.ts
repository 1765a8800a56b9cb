import type { Matrix } from "@/lib/data/types";
import { type OverlayStatement, overlaySentence } from "@/lib/overlay/statement";
import { optionList } from "@/lib/result/names";
import { document, escapeMarkdown, heading, link, list, quote } from "@/lib/text/markdown";
import type { Operation } from "./operations";

/** A page for assistants, as llmstxt.org has it: a title, a summary, then lists of links with what is behind them. */
export function writeLlms(
  matrix: Matrix,
  operations: readonly Operation[],
  origin: string,
  overlay?: OverlayStatement,
): string {
  const to = (text: string, path: string, about: string) =>
    `${link(text, origin + path)}: ${escapeMarkdown(about)}`;
  const { options, variants, capabilities, questions, release } = matrix;
  return document([
    heading(1, "Choose a service mesh"),
    quote(
      `Asks about services, platform, needs and people, then recommends ${optionList(options)}, with how sure that is, the reasons, the evidence, and what would change it.`,
    ),
    escapeMarkdown(
      `${questions.length} questions, ${capabilities.length} capabilities, ${variants.length} variants of ${options.length} options; data release ${release.id}, checked up to ${release.asOf}, CC BY 4.0. Independent of every vendor.`,
    ),
    overlay && escapeMarkdown(overlaySentence(overlay)),
    escapeMarkdown(
      "To advise somebody: find out what they have and need, leave out what they do not know, and ask the API or the Model Context Protocol endpoint. Say how sure the verdict is (clear, leaning, too close or too early to call, nothing is possible), whether it is only so far, and which open question would tell most; give them the link: the code in it holds the answers and the data release, so it always opens the same result.",
    ),
    heading(2, "Ask"),
    list([
      to(
        "Model Context Protocol endpoint",
        "/mcp",
        "streamable HTTP, no sign-in; tools list_questions, recommend, explain_cell and compare",
      ),
      to("OpenAPI document", "/api/v1/openapi.json", "everything the API can be asked"),
      ...operations
        .filter(({ method }) => method === "get")
        .map(({ summary, example, description }) => to(summary, example, description)),
    ]),
    heading(2, "Read"),
    list([
      to("Matrix", "/matrix", "what each variant offers, with sources and dates"),
      ...options.map(({ id, label, summary }) => to(label, `/options/${id}`, summary)),
      to(
        "Method",
        "/method",
        "how a verdict is worked out, with all numbers, limits and interests",
      ),
      to("Questions", "/questions", "the questionnaire for people"),
    ]),
    heading(2, "Optional"),
    list([
      to("API", "/api", "the same as the OpenAPI document, to read"),
      to(
        "JSON Schema of a result",
        "/schemas/result.schema.json",
        "what result.json of every result is",
      ),
    ]),
  ]);
}
