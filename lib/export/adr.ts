import { firstOption, leadingVariant } from "@/lib/result/assessment";
import { nothingTried } from "@/lib/result/why-not";
import { document, escapeMarkdown, heading, link, list, quote } from "@/lib/text/markdown";
import { counted, inDigits } from "@/lib/text/words";
import { addressesOf } from "./addresses";
import { changesBlocks, hangingBlocks } from "./changes-markdown";
import { evidenceLines } from "./evidence-markdown";
import { offerBlocks } from "./offers-markdown";
import { overlayLines } from "./overlay-markdown";
import { factsOf, type ProsAndCons, prosAndCons } from "./pros-and-cons";
import { reviewDay } from "./revisit-calendar";
import { sinceLines } from "./since-markdown";
import { absolute, type ExportSource } from "./source";

const mostSources = 12;
const mostRivals = 2;

/**
 * The result as a decision record: MADR 4 (adr.github.io/madr), status “proposed”. Its date is the day up to which the
 * data was checked, so that the same link always gives the same record.
 */
export function writeAdr(source: ExportSource): string {
  const { result, title } = source;
  const { verdict } = result;
  return document([
    ["---", "status: proposed", `date: ${source.release.asOf}`, "---"].join("\n"),
    heading(1, `Service mesh${title ? ` for “${title}”` : ""}: ${verdict.heading}`),
    heading(2, "Context and Problem Statement"),
    source.note ? quote(source.note) : undefined,
    ...contextBlocks(source),
    ...overlayLines(source),
    heading(2, "Decision Drivers"),
    list(driverLines(source)),
    heading(2, "Considered Options"),
    list(result.ranking.variants.map(({ variant }) => escapeMarkdown(variant.label))),
    ...offerBlocks(source),
    heading(2, "Decision Outcome"),
    outcome(source),
    heading(3, "Consequences"),
    list(consequenceLines(source)),
    ...rivalBlocks(source),
    heading(3, "Confirmation"),
    ...hangingBlocks(source),
    heading(2, "Pros and Cons of the Options"),
    ...optionBlocks(source),
    heading(2, "What Would Change It"),
    ...changesBlocks(source),
    ...revisitBlocks(source),
    heading(2, "More Information"),
    list(moreLines(source)),
    "Sources of the findings that weigh most:",
    list(evidenceLines(source, mostSources)),
  ]);
}

function contextBlocks({ result }: ExportSource): string[] {
  const { facts, answers } = result;
  const question =
    "Which service mesh fits these services and the people who run them, or is none needed?";
  if (answers.answered === 0) return [`${question} No question has been answered yet.`];
  const said = `${answers.answered} of ${counted(answers.total, "question")} ${answers.answered === 1 ? "is" : "are"} answered`;
  const chosen = facts.map(
    ({ label, value }) => `${escapeMarkdown(label)}: ${escapeMarkdown(value)}`,
  );
  if (chosen.length === 0) return [`${question} ${said}.`];
  const which = chosen.length === answers.answered ? "" : "; the most telling answers are";
  return [`${question} ${said}${which}:`, list(chosen)];
}

function driverLines({ result }: ExportSource): string[] {
  const { fit, reasons, ownership } = result;
  const needs = fit.groups.map(
    ({ label, rows }) =>
      `${escapeMarkdown(label)}: ${rows.map((row) => escapeMarkdown(row.label)).join("; ")}`,
  );
  const rules = reasons.rules
    .filter(({ effects }) => effects.length > 0)
    .slice(0, 6)
    .map(({ because }) => escapeMarkdown(because));
  const weight = `Ease of ownership carries ${ownership.weight.toFixed(0)} of 100 points`;
  return [...needs, ...rules, weight];
}

/** Whether the result is firm enough to propose. What is only nearest to the must-haves is for people to choose. */
function isChosen({ result }: ExportSource): boolean {
  const { kind } = result.verdict;
  return kind === "clear" || kind === "leaning";
}

function outcome(source: ExportSource): string {
  const { wordLabel, heading: name, certainty, explanation } = source.result.verdict;
  const why = escapeMarkdown(explanation);
  const sure = `${wordLabel}: ${escapeMarkdown(certainty)}`;
  if (isChosen(source)) {
    const because = why.replace(/^./, (first) => first.toLowerCase());
    return `Chosen option: “${escapeMarkdown(name)}”, because ${because} ${sure}`;
  }
  return `No option is chosen. ${sure} ${why}`;
}

function lines({ good, neutral, bad }: ProsAndCons): string[] {
  const line = (kind: string) => (text: string) =>
    `${kind}, because ${escapeMarkdown(text).replace(/(?<![.?!])$/, ".")}`;
  return [...good.map(line("Good")), ...neutral.map(line("Neutral")), ...bad.map(line("Bad"))];
}

/** What follows from the chosen option, and what to watch. */
function consequenceLines(source: ExportSource): string[] {
  const { assessment, result } = source;
  const first = firstOption(assessment);
  const warnings = result.stillOpen.warnings.map(({ text, detail }) =>
    escapeMarkdown([`Watch for this: ${text}`, detail].filter(Boolean).join(" ")),
  );
  if (!isChosen(source) || first === undefined)
    return [
      "None yet: no option is chosen. What speaks for and against each is below.",
      ...warnings,
    ];
  return [
    ...lines(prosAndCons(factsOf(assessment, result, leadingVariant(assessment, first)))),
    ...warnings,
  ];
}

/** The strongest rivals: what each loses, what would have to be true for it, and what choosing it anyway asks. */
function rivalBlocks(source: ExportSource): (string | undefined)[] {
  const { rows } = source.result.whyNot;
  const possible = rows.filter(({ ruledOut }) => !ruledOut);
  const asked = rows.filter(({ variant }) => variant.option.id === source.whyNot);
  const strongest = (possible.length > 0 ? possible : rows).filter((row) => !asked.includes(row));
  const rivals = [...asked, ...strongest].slice(0, mostRivals);
  if (rivals.length === 0) return [];
  const lines = rivals.map(({ variant, loses, wouldTake, living }) => {
    const takes = wouldTake
      ? `What would have to be true: ${escapeMarkdown(wouldTake.text)} (${link("result then", absolute(source, wouldTake.href))}).`
      : escapeMarkdown(nothingTried);
    return `Why not ${escapeMarkdown(variant.label)}? ${escapeMarkdown(loses)} ${takes} Choosing it anyway: ${escapeMarkdown(living)}`;
  });
  return [heading(3, "Strongest Rivals"), list(lines)];
}

function optionBlocks(source: ExportSource): string[] {
  const { assessment, result } = source;
  const chosen = isChosen(source) ? firstOption(assessment) : undefined;
  return result.ranking.rows.flatMap(({ variant, score, ruledOut }) => {
    const { option } = variant;
    const standing = ruledOut ? "ruled out" : `${score.toFixed(1)} of 100 points`;
    const best = `Best variant of ${escapeMarkdown(option.name)}: ${standing}.`;
    if (option.id === chosen)
      return [heading(3, variant.label), `${best} Chosen; see its consequences above.`];
    const points = lines(
      prosAndCons(factsOf(assessment, result, leadingVariant(assessment, option.id))),
    );
    return [heading(3, variant.label), best, list(points)];
  });
}

/** When the decision should be looked at again: what would put another option first, and a day. */
function revisitBlocks(source: ExportSource): (string | undefined)[] {
  const { triggers } = source.result.changes;
  const day = reviewDay(source.release.asOf);
  const lines = triggers.map(
    ({ sentence, href }) =>
      `${escapeMarkdown(sentence)} ${link("Result then", absolute(source, href))}`,
  );
  const reminder = link("as a calendar file", addressesOf(source).calendar);
  return [
    heading(3, "Revisit When"),
    list([...lines, `In any case by ${day}: data and versions move on (${reminder}).`]),
  ];
}

function moreLines(source: ExportSource): string[] {
  const { assessment, result, release } = source;
  const { html, markdown, json } = addressesOf(source);
  const { certainty } = result;
  return [
    `The whole result, with all evidence: ${link(`result ${assessment.code}`, html)}`,
    `The same as ${link("Markdown", markdown)} and ${link("JSON", json)}`,
    `Data release ${release.id}, checked up to ${release.asOf}`,
    ...sinceLines(source),
    `${inDigits(certainty.samples)} samples with seed ${certainty.seed}; clear from ${certainty.thresholds.clear} of 100, leaning from ${certainty.thresholds.leaning}`,
  ];
}
