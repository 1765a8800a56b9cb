import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { compileFunction } from "node:vm";
import { z } from "zod";
import { DataError, type Finding } from "@/lib/data/check/finding";
import type { FrozenRelease } from "@/lib/data/release-schema";
import type { Judgement } from "@/lib/engine/judge";
import type { Answers, Evaluation, ScoringTable } from "@/lib/engine/types";
import type { Acceptability, FirstVerdict } from "./first-method";
import type { ReplayedResult } from "./replay";

/** The files a release consists of, by their part: what data/releases/<id>/ holds. */
export const releaseFiles = {
  table: "table.json",
  engine: "engine.cjs",
  corpus: "corpus.json",
} as const;

interface AnyEngine {
  /** The release it was bundled for. */
  readonly release: string;
  readonly replay: (table: ScoringTable, answers: Answers) => ReplayedResult;
}

/** Releases 0 to 2: one set of samples over the weights of what was said; nothing is completed. */
export interface FirstMethod extends AnyEngine {
  readonly method: 1;
  readonly evaluate: (table: ScoringTable, answers: Answers) => Evaluation;
  readonly rankAcceptability: (evaluation: Evaluation) => Acceptability;
  readonly decideVerdict: (
    evaluation: Evaluation,
    acceptability: Acceptability,
    thresholds: ScoringTable["thresholds"],
  ) => FirstVerdict;
}

/** From release 3 on: one judgement over the ways the open answers may turn out. */
export interface SecondMethod extends AnyEngine {
  readonly method: 2;
  readonly judge: (table: ScoringTable, answers: Answers) => Judgement;
}

/** What a frozen bundle offers, by the contract it was made under. */
export type FrozenEngine = FirstMethod | SecondMethod;

const callable = z.custom<(...given: never[]) => unknown>(
  (value) => typeof value === "function",
  "is not a function",
);
const engineSchema = z.discriminatedUnion("method", [
  z.looseObject({
    release: z.string(),
    method: z.literal(1),
    replay: callable,
    evaluate: callable,
    rankAcceptability: callable,
    decideVerdict: callable,
  }),
  z.looseObject({ release: z.string(), method: z.literal(2), replay: callable, judge: callable }),
]);

/** The fingerprint that index.json holds of a file. */
export function fingerprintOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A file of a release cannot be used. */
function fail(file: string, message: string): never {
  throw new DataError([{ file: `releases/${file}`, path: [], message }]);
}

/** Runs the bundle, the very text whose fingerprint was taken: it is self-contained and asks for nothing. */
function runEngine(file: string, text: string): FrozenEngine {
  const module: { exports: unknown } = { exports: {} };
  try {
    compileFunction(text, ["module"], { filename: file })(module);
  } catch (error) {
    return fail(file, `does not run (${error}): ${restore}`);
  }
  const engine = engineSchema.safeParse(module.exports);
  // Its shape was checked, and what the functions take and give was fixed when it was frozen.
  if (engine.success) return engine.data as unknown as FrozenEngine;
  const issue = engine.error.issues[0];
  return fail(
    file,
    `is not an engine that lib/release knows (${issue?.path.join(".")}: ${issue?.message}): ${restore}`,
  );
}

const restore = "restore the file from version control, since a frozen release is never edited";

/** Reads a file of a release and holds it against its fingerprint. Throws a DataError that says which file and what to do. */
function readReleaseFile(
  folder: string,
  release: FrozenRelease,
  part: keyof typeof releaseFiles,
): string {
  const file = `${release.id}/${releaseFiles[part]}`;
  let text: string;
  try {
    text = readFileSync(/* turbopackIgnore: true */ `${folder}/${file}`, "utf8");
  } catch {
    return fail(file, `the file is missing: ${restore}`);
  }
  if (fingerprintOf(text) !== release[part])
    fail(file, `is not what releases/index.json holds the fingerprint of: ${restore}`);
  return text;
}

/** A release with its own table and the engine that read it. */
export interface LoadedRelease {
  readonly table: ScoringTable;
  readonly engine: FrozenEngine;
}

/** Loads a release, after its fingerprints. Throws when a file is missing, was edited, or does not belong to the other. */
export function loadRelease(folder: string, release: FrozenRelease): LoadedRelease {
  const table: ScoringTable = JSON.parse(readReleaseFile(folder, release, "table"));
  const file = `${release.id}/${releaseFiles.engine}`;
  const engine = runEngine(file, readReleaseFile(folder, release, "engine"));
  if (table.release !== release.id)
    fail(
      `${release.id}/${releaseFiles.table}`,
      `is the table of release ${table.release}: ${restore}`,
    );
  if (engine.release !== release.id)
    fail(file, `is the engine of release ${engine.release}: ${restore}`);
  return { table, engine };
}

/** Everything wrong with the frozen releases. Loads every engine, so that none fails at a reader. */
export function checkReleases(folder: string, releases: readonly FrozenRelease[]): Finding[] {
  const unlisted = readdirSync(/* turbopackIgnore: true */ folder)
    .filter((name) => name !== "index.json" && !releases.some(({ id }) => id === name))
    .map((name) => ({
      file: `releases/${name}`,
      path: [],
      message: "is in no line of index.json: npm run release writes both",
    }));
  const broken = releases.flatMap((release) => {
    const files = (["table", "engine", "corpus"] as const).flatMap((part) =>
      findingsOf(() => void readReleaseFile(folder, release, part)),
    );
    if (files.length > 0) return files;
    return findingsOf(() => {
      const { table, engine } = loadRelease(folder, release);
      engine.replay(table, {});
    });
  });
  return [...unlisted, ...broken];
}

function findingsOf(load: () => void): readonly Finding[] {
  try {
    load();
    return [];
  } catch (error) {
    if (error instanceof DataError) return error.findings;
    throw error;
  }
}
