import { describe, expect, test } from "vitest";
import type { QuestionText } from "@/lib/data/types";
import { createRandom } from "@/lib/engine/random";
import type { Answer, Answers, Importance } from "@/lib/engine/types";
import { table as loaded, matrix } from "@/lib/site/data";
import {
  type Contradiction,
  type Forms,
  findContradictions,
  writeAll,
} from "./consistency.fixtures";
import { sourceFor } from "./export.fixtures";

/** CONSISTENCY_SETS=3000 npx vitest run lib/export/consistency.test.ts walks the whole way. */
const sets = Number(process.env.CONSISTENCY_SETS ?? 100);

const table = loaded.profiles
  ? loaded
  : { ...loaded, profiles: matrix.presets.map(({ answers }) => answers), enough: 30 };

/** Answers as readers leave them: some questions, some rows, now and then “not sure”. */
function drawAnswers(random: () => number): Answers {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const importance = () =>
    pick<Importance>(["no", "nice", "important", "important", "must", "must"]);
  const answerTo = (question: QuestionText): Answer => {
    if (random() < 0.05) return "unsure";
    switch (question.kind) {
      case "choice":
        return pick(question.values).id;
      case "importance":
        return importance();
      case "flags":
        return question.flags.filter(() => random() < 0.2).map(({ id }) => id);
      case "needs": {
        const some = 0.15 + 0.6 * random() * random();
        return Object.fromEntries(
          question.rows.filter(() => random() < some).map(({ id }) => [id, importance()]),
        );
      }
    }
  };
  const share = random();
  return Object.fromEntries(
    matrix.questions
      .filter(({ quick }) => random() < (quick ? Math.max(0.5, share) : share * share))
      .map((question) => [question.id, answerTo(question)]),
  );
}

function formsOf(answers: Answers): Forms {
  return writeAll(sourceFor({ matrix, table }, answers));
}

const print = (answers: Answers) => (found: Contradiction) =>
  `${found.kind}\n  ${found.one}\n  ${found.other}\n  ${JSON.stringify(answers)}`;

const presets = matrix.presets.map(({ id, answers }) => ({ id, answers, forms: formsOf(answers) }));

describe("no two things that a result says contradict each other", () => {
  test.each(presets)("$id", ({ answers, forms }) => {
    expect(findContradictions(forms).map(print(answers))).toEqual([]);
  });

  test(`${sets} random answer sets`, () => {
    const random = createRandom(20261201);
    const found = Array.from({ length: sets }, () => drawAnswers(random)).flatMap((answers) =>
      findContradictions(formsOf(answers)).map(print(answers)),
    );
    expect(found.slice(0, 20).join("\n"), `${found.length} contradictions`).toBe("");
  }, 3_600_000);
});

/** Sets any part of what is told, by its path. */
function planted(forms: Forms, path: string, value: unknown): Forms {
  const copy = structuredClone(forms) as unknown as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  holder[last] = typeof value === "function" ? value(holder[last]) : value;
  return copy as unknown as Forms;
}

describe("a planted contradiction is found", () => {
  const results = presets.map(({ forms }) => forms);
  const random = createRandom(20261202);
  /** The first preset that fits, else random answers that do: a case must not hang on what the presets come to. */
  const find = (matches: (each: Forms) => boolean): Forms => {
    for (let tried = 0; !results.some(matches); tried++) {
      if (tried === 100) throw new Error("no answers fit this case");
      results.push(formsOf(drawAnswers(random)));
    }
    return results.find(matches) as Forms;
  };
  const swapped = (from: RegExp, to: string) => (text: string) => text.replace(from, to);
  const firm = ({ result }: Forms) =>
    result.verdict.kind === "leaning" || result.verdict.kind === "clear";
  const close = ({ result }: Forms) =>
    result.verdict.word === "close" && result.verdict.options.length > 1;
  const early = ({ result }: Forms) => result.verdict.kind === "close" && result.verdict.soFar;
  const settled = ({ result }: Forms) => result.verdict.kind === "close" && !result.verdict.soFar;
  const any = () => true;
  const isFinal = ({ result }: Forms) =>
    !result.verdict.soFar && result.verdict.word !== "impossible";

  const cases: readonly [
    kind: string,
    which: (each: Forms) => boolean,
    path: string,
    value: unknown,
  ][] = [
    ["shares", firm, "result.verdict.certainty", swapped(/first in \d+/, "first in 12")],
    ["shares", firm, "adr", swapped(/first in \d+ of/, "first in 12 of")],
    ["shares", firm, "report", swapped(/first in \d+ of/, "first in 12 of")],
    ["shares", firm, "result.certainty.rows.0.places.0", { share: 0.1, of100: 10, text: "10" }],
    ["shares", any, "json.options.0.of100", 3],
    [
      "shares",
      close,
      "result.certainty.finding",
      "Istio is first in 3 of 100 weightings, Linkerd in 3, Consul in 3 and “no mesh” in 3",
    ],
    ["word", firm, "result.certainty.thresholds", { clear: 101, leaning: 101 }],
    ["word", close, "result.certainty.thresholds", { clear: 1, leaning: 1 }],
    ["word", early, "result.verdict.wordLabel", "Too close to call"],
    ["word", settled, "result.verdict.wordLabel", "Too early to call"],
    [
      "word",
      any,
      "result.certainty.finding",
      "No option is first in 1 of 100 weightings: Istio is in 0",
    ],
    ["so far", ({ result }) => result.verdict.soFar, "badge", "Istio, leaning"],
    ["so far", ({ result }) => result.verdict.soFar, "summary.title", "Istio: leaning"],
    ["so far", ({ result }) => result.verdict.soFar, "result.verdict.certainty", "first in 50."],
    ["so far", isFinal, "adr", (text: string) => `so far ${text}`],
    ["order", close, "result.verdict.options", (options: unknown[]) => [...options].reverse()],
    ["order", any, "result.certainty.rows", (rows: unknown[]) => [...rows].reverse()],
    ["score", any, "result.ranking.finding", "Istio scores 99.0 points more than Linkerd"],
    [
      "group",
      any,
      "result.ranking.finding",
      "A scores 1.0 points more than B: it wins most on ease of ownership and loses some of it on ease of ownership",
    ],
    [
      "group",
      ({ result }) => / it is .+, but .+\.$/.test(result.verdict.explanation),
      "result.verdict.explanation",
      swapped(/ it is .+, but .+\.$/, " it is easier to own, but harder to own."),
    ],
    [
      "musts",
      any,
      "result.verdict.explanation",
      "It meets one of 99 must-haves in full and the other 98 only in part.",
    ],
    [
      "only",
      ({ result }) =>
        result.fit.columns.filter(({ ruledOut }) => !ruledOut).length > 1 &&
        !result.fit.groups.some(({ id }) => id === "must"),
      "result.fit.finding",
      "Only Istio (ambient mode) meets both must-haves in full",
    ],
    ["count", any, "result.answers.finding", "3 of 99 questions are answered"],
    ["count", any, "json.verdict.answered", 77],
    ["today", any, "result.changes.today.shares", []],
    [
      "rival",
      any,
      "result.changes.rivals.0.rows",
      (rows: unknown[]) => [...rows, { steps: [], shares: [], verdict: "", href: "", id: "" }],
    ],
    ["record", firm, "adr", swapped(/Chosen option: “[^”]+”/, "Chosen option: “Consul 0”")],
    ["record", firm, "adr", swapped(/Chosen option: /, "No option is chosen: ")],
    [
      "against",
      ({ result }) => result.verdict.word !== "clear",
      "result.stillOpen.finding",
      "Every question is answered, and nothing stands against the verdict",
    ],
  ];
  test.each(cases)(
    "%s (%#)",
    (kind, which, path, value) => {
      const before = find(which);
      expect(findContradictions(before)).toEqual([]);
      const kinds = findContradictions(planted(before, path, value)).map((each) => each.kind);
      expect(kinds).toContain(kind);
    },
    240_000,
  );

  test("weaker rows, triggers, central weights, ease and open questions", () => {
    const base = find(
      (each) =>
        firm(each) &&
        each.result.stillOpen.open > 0 &&
        each.result.changes.rivals.some(({ rows }) => rows.length === 0) &&
        (each.result.verdict.shares[0]?.first.of100 ?? 0) < 80,
    );
    const row = base.result.changes.today;
    const weakening = {
      id: "weakening",
      heading: "Keeps first place, but less surely",
      rows: [row],
    };
    const leader = base.result.verdict.leader?.option;
    const sentence = (name: string) => `“${name}” is first more often where “Retries” weighs more.`;
    const { columns } = base.result.ownership;
    const most = Math.max(...columns.map(({ ease }) => ease));
    const heaviest = columns.find(({ ease }) => most - ease > 1)?.variant;
    const heavy = `${heaviest?.option.name} (${heaviest?.short})`;
    const plants: readonly [kind: string, path: string, value: unknown][] = [
      [
        "ease",
        "result.ownership.finding",
        `${heavy} comes first and is also the lightest to own of nine variants`,
      ],
      [
        "ease",
        "result.ownership.finding",
        `${heavy} is lightest to own; for Istio, in first place, nothing costs anything`,
      ],
      [
        "open",
        "result.stillOpen.questions",
        [{ label: "Retries", changes: [{ first: leader, sentence: "puts it first" }] }],
      ],
      ["open", "result.stillOpen.finding", "Every question is answered"],
      ["weaker", "result.changes.weakening", weakening],
      ["trigger", "result.changes.triggers", [{ sentence: "", option: leader, href: "" }]],
      [
        "central",
        "result.certainty.central",
        [{ sentence: sentence("A") }, { sentence: sentence("B") }],
      ],
      ["row word", "result.changes.today.verdict", "x: clear"],
      [
        "small change",
        "result.changes.finding",
        `One plausible change to the answers can put ${base.result.changes.rivals.find(({ rows }) => rows.length === 0)?.option?.name} first`,
      ],
    ];
    for (const [kind, path, value] of plants) {
      const kinds = findContradictions(planted(base, path, value)).map((each) => each.kind);
      expect(kinds, kind).toContain(kind);
    }
  });
});
