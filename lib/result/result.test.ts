import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeAnswers } from "@/lib/answers/code";
import type { QuestionText } from "@/lib/data/types";
import { closeAnswers } from "@/lib/engine/judge";
import type { Answer, Answers, Importance } from "@/lib/engine/types";
import { matrix, table } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";
import { inWords } from "@/lib/text/words";
import { mostEvidence } from "./fit";
import { assess, type ResultView, viewResult } from "./result";
import { summarise } from "./summary";

function resultOf(answers: Answers): ResultView {
  const code = encodeAnswers(matrix.slots, answers, currentRelease);
  return viewResult(assess(matrix, table, code, answers));
}

/** Nothing but Consul is left, and no open answer lets another in. */
const onlyConsul: Answers = closeAnswers(table, {
  platform: "nomad",
  stack: [],
  mtls: "must",
});

const importance = fc.constantFrom<Importance>("no", "nice", "important", "must");

/** An answer a question can have, "not sure" now and then, and often none. */
function answerTo(question: QuestionText): fc.Arbitrary<Answer | undefined> {
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  const said = ((): fc.Arbitrary<Answer> => {
    switch (question.kind) {
      case "choice":
        return fc.constantFrom(...ids(question.values));
      case "importance":
        return importance;
      case "flags":
        return fc.subarray(ids(question.flags));
      case "needs":
        return fc
          .tuple(...question.rows.map(({ id }) => fc.tuple(fc.constant(id), importance)))
          .map((rows) => Object.fromEntries(rows.filter(([, level]) => level !== "no")));
    }
  })();
  return fc.oneof(
    { weight: 5, arbitrary: said },
    { weight: 1, arbitrary: fc.constant<Answer>("unsure") },
    { weight: 6, arbitrary: fc.constant(undefined) },
  );
}

const answersArbitrary: fc.Arbitrary<Answers> = fc
  .tuple(
    ...matrix.questions.map((question) => fc.tuple(fc.constant(question.id), answerTo(question))),
  )
  .map((pairs) =>
    Object.fromEntries(
      pairs.flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer]])),
    ),
  );

/** Every string of the view with the path to it. */
function texts(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((each, index) => texts(each, `${path}.${index}`));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, each]) =>
      texts(each, path ? `${path}.${key}` : key),
    );
  }
  return [];
}

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

const headings = /(^|\.)(finding|heading|topic)$/;
const sentences =
  /(explanation|certainty|statement|sentence|warnings\.\d+\.text|effects\.\d+|remarks\.\d+)$/;

/** Prose of the data is checked with the data. */
const prose = new Set(texts(matrix).map(([, text]) => text));

function complaintsAbout(view: ResultView): string[] {
  const computed = texts(view).filter(([, text]) => !prose.has(text));
  return computed.flatMap(([path, text]) => {
    const complaints: string[] = [];
    if (text.trim() === "") complaints.push("is empty");
    if (/undefined|NaN|\[object|null\b/.test(text)) complaints.push("leaks a value");
    if (/ {2}|\.\.(?!\.)| [,;:]| \.(?!\w)|“”|\( /.test(text)) complaints.push("is badly joined");
    if (/\b(one|1) (needs|rules|variants|conditions|must-haves|questions|warnings)\b/.test(text))
      complaints.push("has a plural after one");
    if (
      /\b(two|three|four|five|six|seven|eight) (need|rule|variant|condition|must-have|question)\b(?!-)/.test(
        text,
      )
    )
      complaints.push("has a singular after a number");
    if (headings.test(path) && !/^“?[\p{Lu}\d]/u.test(text)) complaints.push("starts small");
    if (headings.test(path) && /[.!?]$/.test(text))
      complaints.push("is a heading with a full stop");
    if (sentences.test(path) && !/[.!?]$/.test(text)) complaints.push("lacks its full stop");
    return complaints.map((complaint) => `${path} ${complaint}: ${text}`);
  });
}

function expectConsistent(view: ResultView) {
  const { ranking, verdict, certainty, ruledOut, fit, ownership, answers } = view;
  const { title } = summarise(verdict);
  expect(title.match(/too close to call/gi)?.length ?? 0).toBeLessThanOrEqual(1);
  expect(title).not.toMatch(/undefined/);
  expect(complaintsAbout(view)).toEqual([]);
  expect(numbersIn(view).every(Number.isFinite)).toBe(true);

  const weight = ranking.groups.reduce((sum, group) => sum + group.weight, 0);
  expect(weight).toBeCloseTo(100, 6);
  for (const row of ranking.rows) {
    expect(row.earned.reduce((sum, points) => sum + points, 0)).toBeCloseTo(row.score, 6);
  }
  const places = verdict.shares.reduce((sum, { first }) => sum + first.of100, 0);
  expect(places).toBe(verdict.word === "impossible" ? 0 : 100);
  expect(certainty.rows.filter((row) => row.places.length === 0).length).toBe(
    verdict.ruledOut.length,
  );

  const out = ruledOut.rows.length;
  expect(fit.columns.filter((column) => column.ruledOut).length).toBe(out);
  expect(fit.columns.map((column) => column.ruledOut)).toEqual(
    [...fit.columns].map((_, index) => index >= fit.columns.length - out),
  );
  for (const { reasons } of ruledOut.rows) expect(reasons.length).toBeGreaterThan(0);
  for (const reason of ruledOut.rows.flatMap(({ reasons }) => reasons)) {
    expect(reason.askedBy.length + Number(reason.rule !== undefined)).toBeGreaterThan(0);
  }

  const shown = new Set(fit.evidence.map(({ id }) => id));
  expect(shown.size).toBe(fit.evidence.length);
  expect(shown.size).toBeLessThanOrEqual(mostEvidence);
  const opened = texts(view).filter(([path]) => /evidence\.id$/.test(path));
  for (const [, id] of opened) expect(shown).toContain(id);

  const columns = ownership.columns.length;
  expect(columns).toBeGreaterThan(0);
  for (const burden of ownership.burdens) expect(burden.cells.length).toBe(columns);
  const listed = answers.sections.reduce((sum, section) => sum + section.answers.length, 0);
  expect(listed + answers.unanswered.length).toBe(answers.total);
  expect(answers.total).toBe(verdict.progress.total);
  expect(answers.total).toBeLessThanOrEqual(matrix.questions.length);
}

describe("viewResult", () => {
  test("is whole and well-formed for any answers", () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        expectConsistent(resultOf(answers));
      }),
      { numRuns: 40, seed: 20261124 },
    );
  }, 120_000);

  test.each(matrix.presets.map(({ id, answers }) => [id, answers] as const))(
    "is whole and well-formed for %s",
    (_, answers) => {
      expectConsistent(resultOf(answers));
    },
  );

  test("is whole and well-formed when every answer is “not sure”, and when every need is a must-have", () => {
    const all = (answer: (question: QuestionText) => Answer) =>
      Object.fromEntries(matrix.questions.map((question) => [question.id, answer(question)]));
    expectConsistent(resultOf(all(() => "unsure")));
    const strict = all((question) => {
      if (question.kind === "needs")
        return Object.fromEntries(question.rows.map(({ id }) => [id, "must"]));
      if (question.kind === "choice") return question.values[0]!.id;
      return question.kind === "flags" ? [] : "must";
    });
    const view = resultOf(strict);
    expectConsistent(view);
    expect(view.verdict.word).toBe("impossible");
    expect(view.verdict.leader).toBeUndefined();
    expect(view.ruledOut.finding).toBe(
      `All ${inWords(matrix.variants.length)} variants are ruled out`,
    );
  });

  test("says that nothing is answered, and does not pretend to compare", () => {
    const view = resultOf({});
    expectConsistent(view);
    expect(view.verdict.explanation).toMatch(/^No question is answered yet/);
    expect(view.fit.groups).toEqual([]);
    expect(view.facts).toEqual([]);
    expect(view.ruledOut.finding).toBe(
      `Nothing is ruled out: all ${inWords(matrix.variants.length)} variants are still possible`,
    );
    expect(view.answers.finding).toBe(
      `None of the ${view.answers.total} questions is answered yet`,
    );
  });

  test("names the only option that is left", () => {
    const view = resultOf(onlyConsul);
    expectConsistent(view);
    const possible = view.ranking.rows.filter(({ ruledOut }) => !ruledOut);
    expect(possible.map(({ variant }) => variant.option.id)).toEqual(["consul"]);
    expect(view.verdict.certainty).toBe("it is the only option still possible.");
    expect(view.certainty.finding).toBe(
      "Consul is the only option still possible, however the answers are weighed",
    );
  });

  test("traces an exclusion to the answer, the rule and the cell", () => {
    const view = resultOf({ licence: "osi" });
    const consul = view.ruledOut.rows.find(({ variant }) => variant.id === "consul-ce");
    const reason = consul?.reasons[0];
    expect(reason?.rule?.id).toBe("licence-osi");
    expect(reason?.demand).toBe("must be full");
    expect(reason?.askedBy[0]).toMatchObject({
      question: "licence",
      text: "OSI-approved open source only",
      href: expect.stringMatching(/^\/questions\/people\?a=[0-9A-Za-z]+&at=licence$/),
    });
    expect(reason?.because).toBe(
      matrix.capabilities.find(({ id }) => id === "license")?.cells["consul-ce"]?.note,
    );
  });

  test("names both answers of a contradiction", () => {
    const view = resultOf({ clusters: "one", multicluster: { calls: "must" } });
    expect(view.stillOpen.contradictions.map(({ id }) => id)).toContain("one-cluster-multicluster");
    const [contradiction] = view.stillOpen.contradictions;
    expect(contradiction?.answers.map(({ question }) => question)).toEqual([
      "clusters",
      "multicluster",
    ]);
  });

  test("says of every open question what would change, and that nothing else is first then", () => {
    const view = resultOf({ platform: "kubernetes", mtls: "must" });
    expect(view.stillOpen.questions.length).toBeGreaterThan(0);
    const leader = view.verdict.leader?.option.id;
    for (const change of view.stillOpen.questions.flatMap(({ changes }) => changes)) {
      expect(change.first?.id).not.toBe(leader);
    }
  });

  test("claims that only one variant meets all must-haves only where the matrix agrees", () => {
    const view = resultOf(
      matrix.presets.find(({ id }) => id === "fintech-three-clusters")?.answers ?? {},
    );
    const musts = view.fit.groups.find(({ id }) => id === "must")?.rows ?? [];
    const full = view.fit.columns.filter(
      ({ ruledOut }, index) =>
        !ruledOut && musts.every(({ cells }) => cells[index]?.support === "full"),
    );
    const alone = full.length === 1 && full[0]?.variant.id === view.verdict.leader?.id;
    expect(/^Only /.test(view.fit.finding)).toBe(alone);
    expect(/only variant that meets/.test(view.verdict.explanation)).toBe(alone);
  });
});

describe("summarise", () => {
  test("puts the verdict and its certainty into a title", () => {
    const { title, description } = summarise(resultOf(onlyConsul).verdict);
    expect(title).toBe("Consul Community Edition: clear. It is the only option still possible");
    expect(description).toMatch(/\.$/);
  });
});
