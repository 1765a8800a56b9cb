import { drawBadge } from "@/lib/embed/badge";
import { drawCard } from "@/lib/embed/card";
import { writeEmbed } from "@/lib/embed/document";
import { type EmbedView, viewEmbed } from "@/lib/embed/embed-view";
import type { ResultView } from "@/lib/result/result";
import { type Summary, summarise } from "@/lib/result/summary";
import { writeAdr } from "./adr";
import { writeResultJson } from "./json";
import { writeReport } from "./report";
import type { ExportSource } from "./source";

/** One result in all its forms, as its readers see them. */
export interface Forms {
  readonly result: ResultView;
  readonly summary: Summary;
  readonly adr: string;
  readonly report: string;
  readonly json: ReturnType<typeof writeResultJson>;
  readonly badge: string;
  readonly card: string;
  readonly frame: string;
}

/** Two statements about one result that cannot both be true. */
export interface Contradiction {
  readonly kind: string;
  readonly one: string;
  readonly other: string;
}

export function writeAll(source: ExportSource): Forms {
  const embed: EmbedView = viewEmbed(source.assessment, source.release);
  return {
    result: source.result,
    summary: summarise(source.result.verdict),
    adr: writeAdr(source),
    report: writeReport(source),
    json: writeResultJson(source),
    badge: drawBadge(embed),
    card: plain(drawCard(embed, { theme: "light" })),
    frame: plain(writeEmbed(embed, { view: "full", theme: "light" })),
  };
}

/** The words of a document, its tags away. */
function plain(markup: string): string {
  return markup
    .replace(/<style>.*?<\/style>/gs, "")
    .replace(/<\/(?:text|p|li|h\d|title|desc)>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&");
}

/** Every string of a view, with the path to it. */
function textsOf(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    textsOf(each, path ? `${path}.${key}` : key),
  );
}

/** The sentences that all forms say, each form’s name before them. */
function sentencesOf(forms: Forms): string[] {
  const { result, summary, adr, report, badge, card, frame, json } = forms;
  const { changes: _, evidence: __, ...own } = { ...result, evidence: result.fit.evidence };
  const lines = (form: string, text: string) =>
    text.split(/\n|(?<=[.;]) (?=\p{Lu})/u).map((line) => `${form}: ${line.trim()}`);
  return [
    ...textsOf(own).map(([path, text]) => `page ${path}: ${text}`),
    ...textsOf(result.changes.finding).map(([, text]) => `page changes: ${text}`),
    ...textsOf(summary).map(([path, text]) => `summary ${path}: ${text}`),
    ...textsOf({ verdict: json.verdict, next: json.next }).map(
      ([path, text]) => `JSON ${path}: ${text}`,
    ),
    ...lines("ADR", adr.replaceAll("\\", "")),
    ...lines("report", report.replace(/[\\*]/g, "")),
    ...lines("badge", plain(badge)),
    ...lines("card", card),
    ...lines("frame", frame),
  ];
}

const shareIn = (text: string) =>
  /(?:fewer than 1|under 1)/.test(text) ? 0 : Number.parseInt(text, 10);
const printedDifference = (a: number, b: number) =>
  Math.round(10 * (Number(a.toFixed(1)) - Number(b.toFixed(1)))) / 10;

type Check = (forms: Forms, sentences: readonly string[]) => Contradiction[];

/** Shares said in words are those of the picture, in every form; lists of them run from the greatest down. */
const sharesAgree: Check = ({ result, json }, sentences) => {
  const { verdict, certainty } = result;
  const found: Contradiction[] = [];
  const shown = new Map(
    verdict.shares.map(({ option, first }) => [option.name.toLowerCase(), first.of100]),
  );
  const picture = verdict.shares
    .map(({ option, first }) => `${option.name} ${first.of100}`)
    .join(", ");
  const listing =
    /(?:^|[^\p{L}])“?(\p{Lu}?[\p{L} ]{2,12}?)”? (?:is (?:the (?:only|strongest) rival, (?:and it is )?)?)?first in (\d+|fewer than 1) of 100|(?:, | and )“?([\p{L} ]{2,12})”? in (\d+|under 1|fewer than 1)(?![\d\p{L}])/giu;
  for (const sentence of sentences) {
    if (!/first in|is in \d+/.test(sentence) || /would|draws|triggers|changes/.test(sentence))
      continue;
    for (const [, one, oneShare, other, otherShare] of sentence.matchAll(listing)) {
      const name = (one ?? other ?? "").trim().toLowerCase();
      const known = [...shown.keys()].find((each) => name.endsWith(each));
      if (known === undefined) continue;
      const said = shareIn(oneShare ?? otherShare ?? "0");
      if (said !== shown.get(known))
        found.push({ kind: "shares", one: sentence, other: `picture: ${picture}` });
    }
  }
  const own = verdict.shares[0];
  for (const sentence of sentences) {
    const leads = /(?:^|[:.;>] )first in (\d+|fewer than 1) of 100/i.exec(sentence);
    if (leads && own && verdict.word !== "close" && shareIn(leads[1] ?? "") !== own.first.of100)
      found.push({ kind: "shares", one: sentence, other: `picture: ${picture}` });
  }
  for (const { option, places } of certainty.rows) {
    const [first] = places;
    const said = shown.get(option.name.toLowerCase());
    if (first && first.of100 !== said)
      found.push({ kind: "shares", one: `table: ${option.name} ${first.text}`, other: picture });
  }
  for (const { option, of100, ruledOut } of json.options) {
    const share = verdict.shares.find((each) => each.option.id === option)?.first.of100;
    if (!ruledOut && share !== of100)
      found.push({ kind: "shares", one: `JSON: ${option} ${of100}`, other: picture });
  }
  return found;
};

/** The word fits the printed share, what is said of needs and must-haves, and what is still open. */
const wordFits: Check = ({ result }, sentences) => {
  const { verdict, certainty } = result;
  const { clear, leaning } = certainty.thresholds;
  const [first] = verdict.shares;
  const share = first?.first.of100 ?? 0;
  const picture = `${first?.option.name} ${share} of 100`;
  const found: Contradiction[] = [];
  const say = (one: string, other: string) => found.push({ kind: "word", one, other });
  const word = `${verdict.wordLabel}: ${verdict.heading}`;
  if (/too close/i.test(verdict.wordLabel) && verdict.soFar) say(word, verdict.certainty);
  if (/too early/i.test(verdict.wordLabel) && !verdict.soFar) say(word, verdict.certainty);
  if (verdict.word === "clear" && share < clear) say(word, picture);
  if (verdict.word === "leaning" && share < leaning) say(word, picture);
  if (verdict.word === "close" && verdict.needsStated && share >= leaning) say(word, picture);
  for (const sentence of sentences) {
    const none = /No option (?:leads|is first) in (\d+) of 100/.exec(sentence);
    if (none && share >= Number(none[1])) say(sentence, picture);
  }
  if (verdict.word === "clear" && !verdict.needsStated) say(word, verdict.explanation);
  if (verdict.word === "clear" && verdict.soFar) say(word, result.stillOpen.finding);
  const part =
    /(?:none|one|two|three|four|five|six|\d+) of \p{L}+ must-haves in full and the other[^.]*(?:in part|as far as is known)|must-haves? only in part/u;
  if (verdict.word === "clear" && part.test(verdict.explanation)) say(word, verdict.explanation);
  return found;
};

/** “So far”, or that it is early, stands in every form while open questions could change first place, and in none otherwise. */
const soFarEverywhere: Check = (written) => {
  const { result, summary, adr, report, badge, card, frame, json } = written;
  const { verdict } = result;
  const decided = verdict.word === "close" && !verdict.needsStated;
  if (verdict.word === "impossible" || decided) return [];
  const forms: [string, string][] = [
    ["heading", verdict.heading],
    ["summary", summary.title],
    ["ADR", adr.split("\n## ")[0] ?? ""],
    ["report", report.split("\n\n").slice(0, 2).join(" ")],
    ["badge", badge],
    ["card", card],
    ["frame", frame],
  ];
  const found = forms
    .filter(([, text]) => /\bso far\b|\btoo early to call\b/i.test(text) !== verdict.soFar)
    .map(([form, text]) => ({
      kind: "so far",
      one: `${form}: ${text.slice(0, 200)}`,
      other: `${result.stillOpen.finding} (soFar ${verdict.soFar})`,
    }));
  if (json.verdict.soFar !== verdict.soFar)
    found.push({ kind: "so far", one: `JSON: ${json.verdict.soFar}`, other: verdict.heading });
  const count = verdict.progress.text;
  if (verdict.soFar && !new RegExp(count, "i").test(verdict.certainty))
    found.push({ kind: "so far", one: verdict.certainty, other: count });
  return found;
};

/** Names run in the order of the shares, and the leader has the greatest. */
const ordered: Check = ({ result, json }) => {
  const { verdict, certainty } = result;
  const found: Contradiction[] = [];
  const shareOf = (id: string) =>
    verdict.shares.find(({ option }) => option.id === id)?.first.of100 ?? 0;
  const falls = (ids: readonly string[], one: string) => {
    ids.slice(1).forEach((id, index) => {
      const before = ids[index] ?? "";
      if (shareOf(id) > shareOf(before))
        found.push({
          kind: "order",
          one,
          other: `${before} ${shareOf(before)}, ${id} ${shareOf(id)}`,
        });
    });
  };
  const named = verdict.shares
    .filter(({ option }) => verdict.heading.toLowerCase().includes(option.name.toLowerCase()))
    .map(({ option }) => option)
    .sort(
      (a, b) =>
        verdict.heading.toLowerCase().indexOf(a.name.toLowerCase()) -
        verdict.heading.toLowerCase().indexOf(b.name.toLowerCase()),
    )
    .map(({ id }) => id);
  falls(named, verdict.heading);
  falls(
    verdict.options.map(({ id }) => id),
    `marks: ${verdict.options.map(({ name }) => name)}`,
  );
  falls(json.verdict.options, `JSON: ${json.verdict.options}`);
  falls(
    certainty.rows.filter(({ places }) => places.length > 0).map(({ option }) => option.id),
    "table of places",
  );
  if (verdict.leader)
    falls(
      [verdict.leader.option.id, ...verdict.shares.map(({ option }) => option.id)],
      `leader ${verdict.leader.label}`,
    );
  return found;
};

/** Comparatives of the scores rest on differences that the table shows. */
const comparatives: Check = ({ result }) => {
  const { ranking, ownership, verdict, fit } = result;
  const found: Contradiction[] = [];
  const possible = ranking.rows.filter(({ ruledOut }) => !ruledOut);
  const [first, second] = possible;
  const scores = possible
    .map(({ variant, score }) => `${variant.label} ${score.toFixed(1)}`)
    .join(", ");
  const more = /scores (\d+\.\d) points more/.exec(ranking.finding);
  if (more && first && second) {
    const shown = printedDifference(first.score, second.score);
    if (Number(more[1]) !== shown || shown < 0.4)
      found.push({ kind: "score", one: ranking.finding, other: scores });
  }
  if (
    /score the same/.test(ranking.finding) &&
    first?.score.toFixed(1) !== second?.score.toFixed(1)
  )
    found.push({ kind: "score", one: ranking.finding, other: scores });
  const owning: Readonly<Record<string, string>> = {
    "stronger on": "easier to own",
    "weaker on": "harder to own",
  };
  const groupIn = (text: string, verb: string) =>
    ranking.groups.findIndex(({ id, label }) =>
      text
        .toLowerCase()
        .includes(id === "ease" && owning[verb] ? owning[verb] : `${verb} ${label.toLowerCase()}`),
    );
  const compare = (text: string, verb: string, sign: 1 | -1, one = first, other = second) => {
    const group = groupIn(text, verb);
    if (group < 0 || !one || !other) return;
    const ahead = sign * ((one.earned[group] ?? 0) - (other.earned[group] ?? 0));
    if (ahead < 0.4)
      found.push({
        kind: "group",
        one: text,
        other: `${ranking.groups[group]?.label}: ${one.earned[group]?.toFixed(1)} against ${other.earned[group]?.toFixed(1)}`,
      });
  };
  compare(ranking.finding, "wins most on", 1);
  compare(ranking.finding, "loses some of it on", -1);
  const [leading, rival] = verdict.shares.map(({ option }) =>
    ranking.rows.find(({ variant }) => variant.option.id === option.id),
  );
  const sameVariants =
    leading?.variant.id === verdict.leader?.id &&
    rival !== undefined &&
    verdict.explanation.includes(rival.variant.short);
  if (sameVariants) {
    const [, contrasted = ""] = /Compared with (.*)$/.exec(verdict.explanation) ?? [];
    compare(contrasted, "stronger on", 1, leading, rival);
    compare(contrasted, "weaker on", -1, leading, rival);
  }
  // Two options have an “Enterprise”: what is said of one is not said of the other.
  const light = ownership.columns.filter(({ variant: { option, short } }) =>
    new RegExp(`${literal(option.name)}”? \\(${literal(short)}\\)[^;]*lightest`, "i").test(
      ownership.finding,
    ),
  );
  const most = Math.max(...ownership.columns.map(({ ease }) => ease));
  for (const { variant, ease } of light)
    if (most - ease >= 0.55)
      found.push({
        kind: "ease",
        one: ownership.finding,
        other: `${variant.label}: ease ${ease.toFixed(1)}, the most is ${most.toFixed(1)}`,
      });
  const musts = fit.groups.find(({ id }) => id === "must")?.rows ?? [];
  const inFull = fit.columns.filter(
    ({ ruledOut }, index) =>
      !ruledOut && musts.every(({ cells }) => cells[index]?.must === undefined),
  );
  const only = /It is the only variant that meets|^Only .* meets/;
  for (const text of [verdict.explanation, fit.finding])
    if (only.test(text) && inFull.length !== 1)
      found.push({
        kind: "only",
        one: text,
        other: `grid: ${inFull.map(({ variant }) => variant.label).join(", ")} meet all`,
      });
  const words = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
  ];
  for (const text of [verdict.explanation, fit.finding]) {
    const counted = / of (\p{L}+|\d+) must-haves/u.exec(text)?.[1];
    const shown = words[musts.length] ?? String(musts.length);
    if (counted !== undefined && counted !== shown)
      found.push({ kind: "musts", one: text, other: `grid: ${musts.length} must-haves` });
  }
  return found;
};

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What would change it agrees with the rows that show it, and nothing stands against what is said to be safe. */
const changesAgree: Check = ({ result }) => {
  const { changes, stillOpen, verdict, certainty } = result;
  const found: Contradiction[] = [];
  const leader = verdict.leader?.option;
  const topOf = (row: (typeof changes)["today"]) => row.shares[0]?.option.id;
  const written = (row: (typeof changes)["today"]) =>
    `${row.steps.map(({ label, to }) => `${label} → ${to}`).join(", ")}: ${row.shares.map(({ option, first }) => `${option.name} ${first.text}`).join(", ")}; ${row.verdict}`;
  const today = changes.today.shares
    .map(({ option, first }) => `${option.id} ${first.text}`)
    .join();
  const hero = verdict.shares.map(({ option, first }) => `${option.id} ${first.text}`).join();
  if (today !== hero)
    found.push({ kind: "today", one: `changes: ${today}`, other: `hero: ${hero}` });
  for (const { heading, option, rows } of changes.rivals) {
    if (option?.id === leader?.id)
      found.push({ kind: "rival", one: heading, other: verdict.heading });
    for (const row of rows)
      if (topOf(row) !== option?.id)
        found.push({ kind: "rival", one: heading, other: written(row) });
    if (/would lead/.test(heading) !== rows.length > 0)
      found.push({ kind: "rival", one: heading, other: `${rows.length} rows` });
  }
  const share = verdict.shares[0]?.first.of100 ?? 0;
  for (const row of changes.weakening?.rows ?? []) {
    const then = row.shares.find(({ option }) => option.id === leader?.id)?.first.of100 ?? 0;
    if (then >= share - 4 || topOf(row) !== leader?.id)
      found.push({ kind: "weaker", one: changes.weakening?.heading ?? "", other: written(row) });
  }
  const { clear, leaning } = certainty.thresholds;
  for (const row of [changes.today, ...changes.rivals.flatMap(({ rows }) => rows)]) {
    const most = row.shares[0]?.first.of100 ?? 0;
    if (
      (/: clear/.test(row.verdict) && most < clear) ||
      (/: leaning/.test(row.verdict) && most < leaning)
    )
      found.push({ kind: "row word", one: row.verdict, other: written(row) });
  }
  for (const { sentence, option } of changes.triggers)
    if (option.id === leader?.id)
      found.push({ kind: "trigger", one: sentence, other: verdict.heading });
  const small =
    /One plausible change to the answers can put (.*) first/.exec(changes.finding)?.[1] ?? "";
  for (const { option, rows, heading } of changes.rivals)
    if (
      option &&
      small.toLowerCase().includes(option.name.toLowerCase()) &&
      rows[0]?.steps.length !== 1
    )
      found.push({ kind: "small change", one: changes.finding, other: heading });
  if (/nothing stands against/.test(stillOpen.finding)) {
    const against = [
      ...(small ? [changes.finding] : []),
      ...(verdict.word === "clear" ? [] : [verdict.wordLabel]),
      ...(verdict.soFar ? [verdict.heading] : []),
      ...stillOpen.warnings.map(({ text }) => text),
      ...stillOpen.contradictions.map(({ text }) => text),
    ];
    for (const other of against) found.push({ kind: "against", one: stillOpen.finding, other });
  }
  for (const { changes: answers, label } of stillOpen.questions)
    for (const { first, sentence } of answers)
      if (first && first.id === leader?.id)
        found.push({ kind: "open", one: `${label} ${sentence}`, other: verdict.heading });
  if (/^Every question is answered/.test(stillOpen.finding) && stillOpen.open > 0)
    found.push({ kind: "open", one: stillOpen.finding, other: `${stillOpen.open} open` });
  return found;
};

/** What one would have to care about is said of one option only. */
const centralTellsApart: Check = ({ result }) =>
  result.certainty.central.flatMap(({ sentence }, index) =>
    result.certainty.central.slice(index + 1).flatMap((other) => {
      const labels = (text: string) => [...text.matchAll(/“([^”]+)”/g)].map(([, label]) => label);
      const shared = labels(sentence)
        .slice(0)
        .filter((label) => label !== "No mesh" && labels(other.sentence).includes(label));
      return shared.length > 0 ? [{ kind: "central", one: sentence, other: other.sentence }] : [];
    }),
  );

/** The record chooses what the page names, or nothing where it is too close. */
const recordAgrees: Check = ({ result, adr }) => {
  const { verdict } = result;
  const chosen = /Chosen option: “([^”]+)”/.exec(adr.replaceAll("\\", ""))?.[1];
  const firm = verdict.kind === "clear" || verdict.kind === "leaning";
  if (firm !== (chosen !== undefined))
    return [
      { kind: "record", one: `ADR: ${chosen ?? "no option is chosen"}`, other: verdict.heading },
    ];
  if (chosen !== undefined && verdict.leader && !chosen.includes(verdict.leader.label))
    return [{ kind: "record", one: `ADR: ${chosen}`, other: verdict.heading }];
  return [];
};

/** How many questions are answered is the same number wherever it is said. */
const countsAgree: Check = ({ result, json }, sentences) => {
  const { answered, total } = result.verdict.progress;
  const counts = sentences.flatMap((sentence) => {
    const said = /(\d+) of (\d+) (?:questions (?:is|are) )?answered/.exec(sentence);
    const agrees = said === null || (Number(said[1]) === answered && Number(said[2]) === total);
    return agrees ? [] : [{ kind: "count", one: sentence, other: `${answered} of ${total}` }];
  });
  const { verdict } = json;
  return verdict.answered === answered && verdict.questions === total
    ? counts
    : [...counts, { kind: "count", one: `JSON: ${verdict.answered}`, other: `${answered}` }];
};

const checks: readonly Check[] = [
  countsAgree,
  sharesAgree,
  wordFits,
  soFarEverywhere,
  ordered,
  comparatives,
  changesAgree,
  centralTellsApart,
  recordAgrees,
];

/** Every contradiction between two things that one result says. */
export function findContradictions(forms: Forms): Contradiction[] {
  const sentences = sentencesOf(forms);
  return checks.flatMap((check) => check(forms, sentences));
}
