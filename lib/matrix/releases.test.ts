import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeCode, encodeAnswers } from "@/lib/answers/code";
import type { Answers, ScoringTable } from "@/lib/engine/types";
import { type ReplayedResult, replayResult } from "@/lib/release/replay";
import { tableOf } from "./frozen";
import { matrix, table } from "./load";
import { currentRelease, releases } from "./releases";

interface CorpusEntry {
  readonly code: string;
  readonly answers: Answers;
  readonly result: ReplayedResult;
}

const folder = "data/releases";
const frozen = JSON.parse(readFileSync(`${folder}/index.json`, "utf8")) as {
  id: string;
  asOf: string;
}[];

function readFrozen(id: string): { text: string; table: ScoringTable; corpus: CorpusEntry[] } {
  const text = readFileSync(`${folder}/${id}.json`, "utf8");
  return {
    text,
    table: JSON.parse(text),
    corpus: JSON.parse(readFileSync(`${folder}/${id}.corpus.json`, "utf8")),
  };
}

describe.each(frozen.map((release, index) => [release.id, index] as const))(
  "release %s",
  (id, index) => {
    const { text, table: then, corpus } = readFrozen(id);

    test("has not been edited since it was frozen", () => {
      const fingerprint = readFileSync(`${folder}/${id}.sha256`, "utf8").trim();
      expect(createHash("sha256").update(text).digest("hex")).toBe(fingerprint);
      expect(then.release).toBe(id);
      expect(releases[index]?.id).toBe(id);
    });

    test("opens every code of its corpus with today's code and slots", () => {
      expect(corpus.length).toBeGreaterThan(50);
      for (const { code, answers } of corpus) {
        expect(decodeCode(matrix.slots, code, releases.length)).toEqual({
          ok: true,
          answers,
          release: index,
        });
        expect(encodeAnswers(matrix.slots, answers, index)).toBe(code);
      }
    });

    test("replays every result of its corpus to the last digit", async () => {
      const loaded = await tableOf(index);
      for (const { answers, result } of corpus) {
        expect(JSON.stringify(replayResult(loaded, answers))).toBe(JSON.stringify(result));
      }
    });

    test("names nothing that today's matrix no longer knows", () => {
      const known = {
        capabilities: matrix.capabilities.map((each) => each.id),
        variants: matrix.variants.map((each) => each.id),
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
    const isFrozen = frozen.some(({ id }) => id === matrix.release.id);
    expect(currentRelease).toBe(
      isFrozen ? frozen.findIndex(({ id }) => id === matrix.release.id) : frozen.length,
    );
    if (isFrozen) {
      const hint =
        "The data changed: give data/release.json a new id, and freeze it with npm run release.";
      expect(JSON.stringify(table), hint).toBe(readFrozen(matrix.release.id).text.trim());
    }
  });

  test("no release file lies about unlisted", () => {
    const names = readdirSync(folder).filter((name) => /^\d{4}\.\d{2}(\.\d+)?\.json$/.test(name));
    expect(names.sort()).toEqual(frozen.map(({ id }) => `${id}.json`).sort());
  });
});
