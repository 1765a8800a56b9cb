import { describe, expect, test } from "vitest";
import { rankAcceptability } from "@/lib/engine/acceptability";
import { findOpenQuestions } from "@/lib/engine/alternatives";
import { evaluate } from "@/lib/engine/evaluate";
import type { Answers } from "@/lib/engine/types";
import { matrix, table } from "@/lib/matrix/load";
import { type Board, boardOf } from "./board";
import { openTexts, settledText } from "./open-text";
import { evidenceOf, verdictText } from "./verdict-text";
import { wordingOf } from "./wording";

const wording = wordingOf(matrix);
const quickly = (evaluation: ReturnType<typeof evaluate>) => rankAcceptability(evaluation, 500);
const boardFor = (answers: Answers) => boardOf(table, wording, answers, quickly);

const impossible: Answers = {
  platform: "ecs",
  licence: "foundation",
  mtls: "must",
  also: { windows: "must" },
};

/** A board as far as words need it, to set what real answers seldom give. */
function madeBoard(changes: Partial<Board>): Board {
  return { ...boardFor({ platform: "kubernetes", mtls: "nice", team: "ten" }), ...changes };
}

describe("the board", () => {
  test.each(matrix.presets.map(({ id, answers }) => [id, answers] as const))(
    "agrees with the engine: %s",
    (_, answers) => {
      const board = boardFor(answers);
      const evaluation = evaluate(table, answers);
      expect(board.ranking).toEqual(evaluation.options);
      expect(board.possible.length + board.ruledOut.length).toBe(table.variants.length);
      expect(board.open?.question).toBe(findOpenQuestions(table, answers)[0]?.question);
    },
  );

  test("gives every ruled-out variant a reason, and every reason an answered question", () => {
    for (const { answers } of [...matrix.presets, { answers: impossible }]) {
      for (const { reasons } of boardFor(answers).ruledOut) {
        expect(reasons.length).toBeGreaterThan(0);
        for (const { text, question } of reasons) {
          expect(text).not.toBe("");
          expect(answers[question ?? ""]).toBeDefined();
        }
      }
    }
  });

  test("leads from a reason to the question that asked for it", () => {
    const { ruledOut } = boardFor({ platform: "nomad", licence: "osi" });
    const reasonsOf = (id: string) => ruledOut.find(({ variant }) => variant === id)?.reasons;
    expect(reasonsOf("istio-sidecar")).toEqual([{ text: "Nomad and ECS", question: "platform" }]);
    expect(reasonsOf("consul-ce")).toEqual([{ text: "Licence policy", question: "licence" }]);
  });
});

describe("the verdict so far", () => {
  const firsts = { istio: 47, linkerd: 30, none: 23 };

  test("waits for three answers, but says at once when nothing is left", () => {
    expect(evidenceOf(boardFor({}))).toBe("none");
    expect(verdictText(wording, boardFor({}), {}).heading).toBe("Answer a few questions first");
    const two = boardFor({ platform: "kubernetes", mtls: "must" });
    expect(verdictText(wording, two, {}).sentence).toContain("takes one more");
    const nothing = verdictText(wording, boardFor(impossible), {});
    expect(nothing.heading).toBe("Nothing is left");
    expect(nothing.sentence).toMatch(
      /^Every variant is ruled out\. Nearest is .+, which fails on ./,
    );
  });

  test("names variant, word and share, and how the share moved", () => {
    const board = madeBoard({
      verdict: { word: "leaning", leaders: ["istio"], variant: "istio-ambient" },
    });
    const text = verdictText(wording, board, { istio: 74 }, { istio: 72 });
    expect(text.leaders).toEqual([{ option: "istio", name: "Istio, ambient mode" }]);
    expect(`${text.word} ${text.sentence}`).toBe(
      "Leaning. First in 74 of 100 ways to weigh your answers, up from 72.",
    );
    expect(verdictText(wording, board, { istio: 74 }, { istio: 74 }).sentence).not.toMatch(
      /up|down/,
    );
  });

  test("names all that share a close call", () => {
    const board = madeBoard({
      verdict: { word: "close", leaders: ["istio", "linkerd", "none"], variant: "istio-ambient" },
    });
    const text = verdictText(wording, board, firsts);
    expect(text.leaders.map(({ name }) => name)).toEqual(["Istio", "Linkerd", "no mesh"]);
    expect(text.sentence).toBe(
      "Istio is first in 47 of 100 ways to weigh your answers, Linkerd in 30 and “no mesh” in 23.",
    );
    const alone = madeBoard({
      verdict: { word: "close", leaders: ["none"], variant: "none-app" },
    });
    expect(verdictText(wording, alone, firsts).sentence).toMatch(/^“No mesh” is first in 23 /);
  });

  test("says when an option is the only one possible", () => {
    const board = boardFor({ platform: "nomad", mtls: "must", services: "many" });
    expect(board.ranking.filter(({ ruledOut }) => !ruledOut)).toHaveLength(1);
    const text = verdictText(wording, board, { consul: 100 });
    expect(text.sentence).toBe("It is the only option still possible.");
  });
});

describe("the open question that matters most", () => {
  test("says what its answers would do, each option once", () => {
    const edge = matrix.presets.find(({ id }) => id === "edge-clusters")?.answers ?? {};
    const { licence: _, ...answers } = edge;
    const { open } = boardFor(answers);
    expect(open).toBeDefined();
    if (!open) return;
    const firsts = open.outcomes.map(({ first }) => first);
    expect(new Set(firsts).size).toBe(firsts.length);
    for (const text of openTexts(wording, open)) expect(text).toMatch(/^“.+(first|left)\.$/);
  });

  test("puts importances of one row together and counts what is too much to list", () => {
    const outcome = (answers: { part?: string; to: string }[]) => ({
      question: "routing",
      outcomes: [{ first: "none", answers }],
    });
    expect(
      openTexts(
        wording,
        outcome([
          { part: "mirror", to: "important" },
          { part: "mirror", to: "must" },
        ]),
      ),
    ).toEqual([
      "“Mirror live traffic to another version” as important or must have puts “no mesh” first.",
    ]);
    const many = ["canary", "headers", "mirror", "faults", "ingress"].map((part) => ({
      part,
      to: "must",
    }));
    expect(openTexts(wording, outcome(many))[0]).toContain("and 2 more put “no mesh” first.");
    const nothing = { question: "team", outcomes: [{ first: "", answers: [{ to: "two" }] }] };
    expect(openTexts(wording, nothing)).toEqual(["“None to two” rules out all that is left."]);
  });

  test("says when none of the open questions decides anything", () => {
    expect(settledText({ answered: 26, total: 26 })).toBe("Every question is answered.");
    expect(settledText({ answered: 25, total: 26 })).toContain("The one question");
    expect(settledText({ answered: 12, total: 26 })).toContain("None of the 14 questions");
  });
});
