import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkData } from "@/lib/data/check/check-data";
import { checkKits } from "@/lib/data/check/check-kits";
import { DataError, type DataFile, type Finding } from "@/lib/data/check/finding";
import { readSource, type SourceText } from "@/lib/data/check/syntax";
import { readKits } from "@/lib/data/kits";
import { parseMatrix, parsePlanData } from "@/lib/data/parse";
import { isDataFile, listFiles, readTexts } from "@/lib/data/read";
import { meshVersionsSchema } from "@/lib/data/recognition-schema";
import { releasesSchema } from "@/lib/data/release-schema";
import { checkReleases } from "@/lib/release/frozen";

/** What is written for people, and read by no code. */
const forPeople = new Set(["CURATING.md", "GUIDELINES.md", "LICENSE", "OVERLAY.md"]);

export interface CheckedFolder {
  readonly findings: readonly Finding[];
  /** The JSON files with their positions, by path from the folder. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/**
 * Everything that can be wrong with a data folder and found without a network: every JSON file, every kit, every frozen
 * release with its engine, and files that nothing reads. What `npm run data:check` says. `read` may remember texts.
 */
export function checkFolder(
  folder: string,
  read: (text: string) => SourceText = (text) => readSource(text),
): CheckedFolder {
  const sources = new Map(
    [...readTexts(folder, isDataFile)].map(([file, text]) => [file, read(text)]),
  );
  const unreadable = [...sources].flatMap(([file, { errors }]) =>
    errors.map(({ line, message }) => ({ file, path: [], message: `line ${line}: ${message}` })),
  );
  const strays = listFiles(folder)
    .filter((file) => !isDataFile(file) && !/^(kits|releases)\//.test(file) && !forPeople.has(file))
    .map((file) => ({ file, path: [], message: "is read by nothing: move or remove it" }));
  const files = [...sources].map(([file, { value }]): DataFile => ({ file, json: value }));
  const data = unreadable.length > 0 ? unreadable : checkData(files);
  const json = Object.fromEntries(files.map((each) => [each.file, each.json]));
  return {
    sources,
    findings: [
      ...strays,
      ...data,
      ...checkFrozen(folder, json["releases/index.json"]),
      ...checkKitFolder(folder, json, data.length === 0),
    ],
  };
}

function checkFrozen(folder: string, index: unknown): readonly Finding[] {
  const releases = releasesSchema.safeParse(index);
  // What is wrong with the list itself is said by its schema.
  return releases.success ? checkReleases(join(folder, "releases"), releases.data) : [];
}

/** The shape of every kit and, where the rest of the data can be read, what they refer to. */
function checkKitFolder(
  folder: string,
  json: Readonly<Record<string, unknown>>,
  isReadable: boolean,
): readonly Finding[] {
  if (!readdirSync(folder).includes("kits"))
    return [{ file: "kits", path: [], message: "the folder is missing: restore it" }];
  const ranges = meshVersionsSchema.safeParse(json["recognise/versions.json"]);
  if (!ranges.success) return [];
  try {
    const kits = readKits(readTexts(join(folder, "kits")), ranges.data);
    if (!isReadable) return [];
    const { variants, questions, release } = parseMatrix(json);
    return checkKits(kits, {
      variants: variants.map(({ id }) => id),
      questions,
      duties: parsePlanData(json).layers.flatMap(({ duties }) => duties.map(({ id }) => id)),
      asOf: release.asOf,
    });
  } catch (error) {
    if (error instanceof DataError) return error.findings;
    throw error;
  }
}
