import { describe, expect, test } from "vitest";
import { closeAnswers, judge } from "@/lib/engine/judge";
import type { Answers } from "@/lib/engine/types";
import { matrix, table } from "@/lib/site/data";
import { type Board, boardOf } from "./board";
import { groupRuledOut, verdictText } from "./verdict-text";
import { wordingOf } from "./wording";

const wording = wordingOf(matrix);
const boardFor = (answers: Answers) => boardOf(table, wording, answers);

const impossible = closeAnswers(table, {
  platform: "ecs",
  licence: "foundation",
  languages: "many",
  stack: [],
  mtls: "must",
  also: { windows: "must" },
});

/** A board as far as words need it, to set what real answers seldom give. */
function madeBoard(changes: Partial<Board>): Board {
  return { ...boardFor({ platform: "kubernetes", mtls: "nice", team: "ten" }), ...changes };
}

describe("the board", () => {
  test.each(matrix.presets.map(({ id, answers }) => [id, answers] as const))(
    "agrees with the engine: %s",
    (_, answers) => {
      const board = boardFor(answers);
      expect(board.possible.length + board.ruledOut.length).toBe(table.variants.length);
      const { verdict, options, open } = judge(table, answers);
      expect([board.word, board.soFar, board.variant]).toEqual([
        verdict.word,
        verdict.soFar,
        verdict.variant,
      ]);
      const printed = options.filter(({ of100 }) => of100 > 0);
      expect(board.firsts).toEqual(printed.map(({ id, of100 }) => ({ option: id, of100 })));
      expect(board.firsts.reduce((sum, { of100 }) => sum + of100, 0)).toBe(100);
      expect(board.tellsMost?.question).toBe(open[0]?.question);
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
  const firsts = [
    { option: "istio", of100: 47 },
    { option: "linkerd", of100: 30 },
    { option: "none", of100: 23 },
  ];

  test("is not named before three answers, but says at once when nothing is left", () => {
    expect(verdictText(wording, boardFor({})).heading).toBe("Answer a few questions");
    const two = madeBoard({ answered: 2, word: "close", leaders: ["istio", "none"], firsts });
    expect(verdictText(wording, two).heading).toBe("Too early to say");
    expect(verdictText(wording, two).leaders).toEqual([]);
    expect(verdictText(wording, boardFor({ team: "two" })).heading).toBe("Too early to say");
    const nothing = verdictText(wording, boardFor(impossible));
    expect(nothing.heading).toBe("Nothing is left");
    expect(nothing.sentence).toMatch(
      /^Every variant is ruled out\. Nearest is .+, which fails on ./,
    );
  });

  test("names the variant and the word, and prints the shares that are drawn", () => {
    const text = verdictText(
      wording,
      madeBoard({
        word: "leaning",
        soFar: true,
        leaders: ["istio"],
        variant: "istio-ambient",
        firsts,
      }),
    );
    expect(text.leaders).toEqual([{ option: "istio", name: "Istio, ambient mode" }]);
    expect(`${text.word} ${text.sentence}`).toBe(
      "Leaning so far. First places if the rest is answered as others did: Istio 47, Linkerd 30 and no mesh 23 of 100.",
    );
  });

  test("names all that share a close call", () => {
    const leaders = ["istio", "linkerd", "none"];
    const text = verdictText(wording, madeBoard({ word: "close", soFar: false, leaders, firsts }));
    expect(text.leaders.map(({ name }) => name)).toEqual(["Istio", "Linkerd", "no mesh"]);
    expect(`${text.word} ${text.sentence}`).toBe(
      "Too close to call. First places: Istio 47, Linkerd 30 and no mesh 23 of 100.",
    );
  });
});

describe("what is ruled out", () => {
  test("stands together by the answer that did it", () => {
    const board = boardFor({ platform: "nomad", licence: "osi" });
    const groups = groupRuledOut(wording, board);
    expect(groups.map(({ by, question }) => [by, question?.id])).toEqual([
      ["Platform", "platform"],
      ["Licence policy", "licence"],
    ]);
    expect(groups[0]?.names).toMatch(/^Istio, Linkerd/);
    expect(groups[1]?.names).toMatch(/^Consul/);
  });
});
