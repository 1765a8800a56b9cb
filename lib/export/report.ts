import { document, escapeMarkdown, heading, link, list, quote, table } from "@/lib/text/markdown";
import { capitalised, inDigits } from "@/lib/text/words";
import { addressesOf } from "./addresses";
import { changesBlocks, hangingBlocks } from "./changes-markdown";
import { evidenceLines } from "./evidence-markdown";
import { offerBlocks } from "./offers-markdown";
import { overlayLines } from "./overlay-markdown";
import { sinceLines } from "./since-markdown";
import { absolute, type ExportSource } from "./source";

const mostSources = 24;

/** The result as a page for a wiki: what the result page says, in plain Markdown. */
export function writeReport(source: ExportSource): string {
  const { result, title, note } = source;
  const { verdict, certainty, ranking, ruledOut, fit, ownership, reasons, answers } = result;
  const sure =
    verdict.word === "clear" || verdict.word === "leaning"
      ? `**${verdict.wordLabel}:** ${escapeMarkdown(verdict.certainty)}`
      : `**${capitalised(escapeMarkdown(verdict.certainty))}**`;
  const sentence = (finding: string) => `${escapeMarkdown(finding)}.`;
  return document([
    heading(1, `${title ? `${title}: ` : ""}${verdict.heading}`),
    `${sure} ${escapeMarkdown(verdict.explanation)}`,
    note ? quote(note) : undefined,
    footing(source),
    ...overlayLines(source),
    ...sinceLines(source),
    heading(2, "How sure"),
    sentence(certainty.finding),
    heading(2, "Ranking"),
    sentence(ranking.finding),
    rankingTable(source),
    heading(2, "What would change it"),
    ...changesBlocks(source),
    ...hangingBlocks(source),
    heading(2, "Still open"),
    ...openBlocks(source),
    heading(2, "Ruled out"),
    sentence(ruledOut.finding),
    list(ruledOutLines(source)),
    ...(source.offers ? [heading(2, "Cloud offers"), ...offerBlocks(source)] : []),
    heading(2, "Fit, need by need"),
    sentence(fit.finding),
    fitTable(source),
    heading(2, "What owning it costs"),
    sentence(ownership.finding),
    burdenTable(source),
    heading(2, "Reasons"),
    sentence(reasons.finding),
    list(
      reasons.rules.map(({ because, effects }) => escapeMarkdown([because, ...effects].join(" "))),
    ),
    heading(2, "Answers"),
    sentence(answers.finding),
    ...answerBlocks(source),
    heading(2, "Sources"),
    list(evidenceLines(source, mostSources)),
  ]);
}

function footing(source: ExportSource): string {
  const { html, adr, json, csv } = addressesOf(source);
  const { release } = source;
  return `${link("Open this result", html)}, as ${link("decision record", adr)}, ${link("JSON", json)} or ${link("CSV", csv)}. Data release ${release.id}, checked up to ${release.asOf}.`;
}

function rankingTable({ assessment, result }: ExportSource): string | undefined {
  if (result.ranking.rows.length === 0) return undefined;
  const first = new Map(
    result.verdict.shares.map(({ option, first: share }) => [option.id, share.text]),
  );
  const rows = result.ranking.rows.map(({ variant, position, score, ruledOut }) => [
    ruledOut ? "out" : String(position ?? ""),
    escapeMarkdown(variant.label),
    score.toFixed(1),
    ruledOut ? "–" : (first.get(variant.option.id) ?? "0"),
  ]);
  const samples = `first, of 100 (${inDigits(assessment.judgement.samples)} samples)`;
  return table(["place", "option, at its best", "score", samples], rows, [0, 2, 3]);
}

function openBlocks({ result }: ExportSource): string[] {
  const { finding, statement, questions, contradictions, warnings } = result.stillOpen;
  return [
    `${escapeMarkdown(finding)}. ${escapeMarkdown(statement)}`,
    list([
      ...questions.map(
        ({ label, changes }) =>
          `${escapeMarkdown(label)} ${changes.map(({ sentence }) => escapeMarkdown(sentence)).join(" ")}`,
      ),
      ...contradictions.map(
        ({ title, text }) => `${escapeMarkdown(title)}: ${escapeMarkdown(text)}`,
      ),
      ...warnings.map(({ text, detail }) =>
        escapeMarkdown([text, detail].filter(Boolean).join(" ")),
      ),
    ]),
  ];
}

function ruledOutLines({ result }: ExportSource): string[] {
  return result.ruledOut.rows.map(({ variant, reasons }) => {
    const why = reasons.map(({ label, demand, because, source }) => {
      const said = escapeMarkdown(`“${label}” (${demand}): ${because}`);
      return source ? `${said} ${link("Source", source.url)}` : said;
    });
    return [`${escapeMarkdown(variant.label)}:`, ...why.map((each) => `    * ${each}`)].join("\n");
  });
}

function fitTable({ assessment, result }: ExportSource): string | undefined {
  const { columns, groups } = result.fit;
  if (groups.length === 0) return undefined;
  const { support } = assessment.matrix.levels;
  const cell = (level: keyof typeof support, maturity: string | undefined, must?: string) =>
    [
      support[level].label,
      ...(maturity && maturity !== "stable" ? [maturity] : []),
      ...(must ? [must === "failed" ? "**fails**" : "not in full"] : []),
    ].join(", ");
  return table(
    [
      "need",
      "importance",
      ...columns.map(
        ({ variant, ruledOut }) =>
          `${escapeMarkdown(variant.label)}${ruledOut ? " (ruled out)" : ""}`,
      ),
    ],
    groups.flatMap((group) =>
      group.rows.map((row) => [
        escapeMarkdown(row.label),
        escapeMarkdown(group.label),
        ...row.cells.map((each) => cell(each.support, each.maturity, each.must)),
      ]),
    ),
  );
}

function burdenTable({ result }: ExportSource): string {
  const { columns, burdens } = result.ownership;
  return table(
    [
      "burden (0 costs nothing, 100 is the worst)",
      "weight",
      ...columns.map(({ variant }) => escapeMarkdown(variant.label)),
    ],
    burdens.map(({ label, weight, cells }) => [
      escapeMarkdown(label),
      weight.toFixed(1),
      ...cells.map(({ cost: [low, typical, high] }) => `${typical} (${low} to ${high})`),
    ]),
    [1, ...columns.map((_, index) => index + 2)],
  );
}

function answerBlocks(source: ExportSource): string[] {
  const { answers } = source.result;
  const given = answers.sections.flatMap(({ label, answers: own }) => [
    heading(3, label),
    list(
      own.map(({ label: question, text, href }) => {
        const asked = link(question, absolute(source, href));
        return `${asked} ${escapeMarkdown(text)}`;
      }),
    ),
  ]);
  const open = answers.unanswered.map(({ short }) => escapeMarkdown(short)).join(", ");
  return open ? [...given, `Not answered: ${open}.`] : given;
}
