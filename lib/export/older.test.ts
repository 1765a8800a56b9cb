import { describe, expect, test } from "vitest";
import corpus0 from "@/data/releases/2026.11/corpus.json";
import corpus1 from "@/data/releases/2026.11.1/corpus.json";
import corpus2 from "@/data/releases/2026.11.2/corpus.json";
import { decodeCode } from "@/lib/answers/code";
import { judgeAsThen } from "@/lib/result/judge-as-then";
import { assess, viewResult } from "@/lib/result/result";
import { viewSinceThen } from "@/lib/result/since-then";
import { matrix, table } from "@/lib/site/data";
import { findFrozen } from "@/lib/site/frozen";
import { releases } from "@/lib/site/releases";
import { findContradictions, writeAll } from "./consistency.fixtures";
import type { ExportSource } from "./source";

function sourceOf(code: string): ExportSource {
  const decoded = decodeCode(matrix.slots, code, releases.length);
  if (!decoded.ok) throw new Error(`${code} cannot be read: ${decoded.problem}`);
  const older = findFrozen(decoded.release);
  const release = releases[decoded.release];
  if (!older || !release) throw new Error(`${code} is not of a frozen release`);
  const then = judgeAsThen(older, decoded.answers);
  const assessment = assess(matrix, older.table, code, decoded.answers, then);
  return {
    assessment,
    result: viewResult(assessment),
    release,
    since: viewSinceThen(assessment, table, release, "/r/today"),
    origin: "https://mesh.example",
  };
}

describe.each([
  ["2026.11", corpus0],
  ["2026.11.1", corpus1],
  ["2026.11.2", corpus2],
] as const)("codes of release %s", (id, corpus) => {
  test("are forms in every form, with the verdict and the shares of then", () => {
    for (const { code, result } of corpus.filter((_, index) => index % 4 === 0)) {
      const source = sourceOf(code);
      const { verdict } = source.result;
      expect(source.release.id).toBe(id);
      expect(verdict.kind, code).toBe(result.word);
      expect(verdict.soFar).toBe(false);
      const shares = result.shares as unknown as Readonly<Record<string, readonly number[]>>;
      for (const { option, first } of verdict.shares)
        expect(first.share, code).toBe(shares[option.id]?.[0]);
      const forms = writeAll(source);
      expect(forms.adr).toContain(source.since?.finding.slice(0, 20));
      for (const text of [forms.adr, forms.report, forms.card, JSON.stringify(forms.json)])
        expect(text, code).not.toMatch(/undefined|\[object|NaN/);
      // The word is that of then, decided on more than what is printed; the sentences beside it are of today.
      const others = findContradictions(forms).filter(({ kind }) => kind !== "word");
      expect(others).toEqual([]);
    }
  }, 120_000);
});
