import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeCode, encodeAnswers } from "@/lib/answers/code";
import { isRows } from "@/lib/engine/condition";
import type { Answers, ScoringTable } from "@/lib/engine/types";
import { bundleEngine } from "@/lib/release/bundle";
import type { ReplayedResult } from "@/lib/release/replay";
import { judgeAsThen } from "@/lib/result/judge-as-then";
import { matrix, table } from "./data";
import { findFrozen } from "./frozen";
import { currentRelease, frozenReleases, releases } from "./releases";

interface CorpusEntry {
  readonly code: string;
  readonly answers: Answers;
  readonly result: ReplayedResult;
}

const folder = "data/releases";

const read = (id: string, file: string) => readFileSync(`${folder}/${id}/${file}`, "utf8");

/** Codes of old releases may name what was not asked for as "no"; the corpora left it out. */
function withoutNo(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => [
      question,
      isRows(answer)
        ? Object.fromEntries(Object.entries(answer).filter(([, importance]) => importance !== "no"))
        : answer,
    ]),
  );
}

describe.each(frozenReleases.map((release, index) => [release.id, index] as const))(
  "release %s",
  (id, index) => {
    const then: ScoringTable = JSON.parse(read(id, "table.json"));
    const corpus: CorpusEntry[] = JSON.parse(read(id, "corpus.json"));

    test("stands where its codes say", () => {
      expect(then.release).toBe(id);
      expect(releases[index]?.id).toBe(id);
    });

    test("opens every code of its corpus with today's code and slots", () => {
      expect(corpus.length).toBeGreaterThan(50);
      for (const { code, answers } of corpus) {
        const decoded = decodeCode(matrix.slots, code, releases.length);
        if (!decoded.ok) throw new Error(`${code} does not open: ${decoded.problem}`);
        expect(decoded.release).toBe(index);
        expect(withoutNo(decoded.answers)).toEqual(withoutNo(answers));
        expect(encodeAnswers(matrix.slots, decoded.answers, index)).toBe(code);
      }
    });

    test("replays every result of its corpus to the last digit, with the engine of then", () => {
      const frozen = findFrozen(index);
      expect(frozen?.table).toEqual(then);
      for (const { code, result } of corpus) {
        const decoded = decodeCode(matrix.slots, code, releases.length);
        if (!decoded.ok || !frozen) throw new Error(`${code} does not open`);
        const replayed = frozen.engine.replay(then, decoded.answers);
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(result));
      }
    });

    test("tells every result of its corpus with the word, the leaders and the shares of then", () => {
      const frozen = findFrozen(index);
      if (!frozen) throw new Error(`release ${index} is not frozen`);
      for (const { code, result } of corpus.slice(0, 40)) {
        const decoded = decodeCode(matrix.slots, code, releases.length);
        if (!decoded.ok) throw new Error(`${code} does not open`);
        const { verdict, options } = judgeAsThen(frozen, decoded.answers);
        expect(verdict.word).toBe(result.word);
        expect([...verdict.leaders].sort()).toEqual([...result.leaders].sort());
        expect(
          Object.fromEntries(
            // The first method left the ruled out away.
            options
              .filter(({ id, ruledOut }) => !ruledOut || id in result.shares)
              .map(({ id, ranks }) => [id, ranks]),
          ),
        ).toEqual(result.shares);
      }
    });

    test("names nothing that today's matrix no longer knows", () => {
      const known = {
        capabilities: matrix.capabilities.map((each) => each.id),
        variants: [...matrix.variants, ...matrix.retired].map((each) => each.id),
        burdens: matrix.burdens.map((each) => each.id),
        questions: matrix.questions.map((each) => each.id),
        rules: matrix.rules.map((each) => each.id),
      };
      // Ids are kept for ever: an old result has to be told in today's words.
      expect(known.capabilities).toEqual(expect.arrayContaining(Object.keys(then.cells)));
      expect(known.variants).toEqual(expect.arrayContaining(then.variants.map((each) => each.id)));
      expect(known.burdens).toEqual(expect.arrayContaining(then.burdens.map((each) => each.id)));
      expect(known.questions).toEqual(
        expect.arrayContaining(then.questions.map((each) => each.id)),
      );
      expect(known.rules).toEqual(expect.arrayContaining(then.rules.map((each) => each.id)));
    });
  },
);

describe("the data of this tree", () => {
  test("is what its own release froze, or carries an id that is not frozen yet", () => {
    const own = frozenReleases.findIndex(({ id }) => id === matrix.release.id);
    expect(currentRelease).toBe(own === -1 ? frozenReleases.length : own);
    if (own === -1) return;
    const hint = "give data/release.json a new id, and freeze it with npm run release.";
    const { id } = matrix.release;
    expect(JSON.stringify(table), `The data changed: ${hint}`).toBe(read(id, "table.json").trim());
    expect(bundleEngine(id), `The engine changed: ${hint}`).toBe(read(id, "engine.cjs"));
  });
});
