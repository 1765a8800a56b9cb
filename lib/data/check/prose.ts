import { findMisuse } from "@/lib/text/usage";
import type { DataFile, Finding, Path } from "./finding";

/** Files whose sentences readers see, and the keys that hold them. */
const files =
  /^capabilities\/|^recognise\/|^(benchmarks|changes|cloud-offers|fact-kinds|glossary|milestones|options|rules)\.json$/;
const keys = new Set([
  "because",
  "claim",
  "does",
  "definition",
  "judged",
  "limits",
  "note",
  "paidBy",
  "say",
  "summary",
  "text",
  "vendor",
  "what",
  "why",
  "yardstick",
]);

/** Keys that hold what others wrote: titles of their pages, and facts in a source’s own words. */
const othersWords = new Set(["title", "context", "quote"]);

interface Sentence {
  readonly path: Path;
  readonly text: string;
}

function sentencesIn(value: unknown, path: Path = []): Sentence[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => sentencesIn(each, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === "string" && keys.has(key)
      ? [{ path: [...path, key], text: each }]
      : sentencesIn(each, [...path, key]),
  );
}

/** “it's” and “services' ” take the typographic apostrophe; a text that quotes code in straight quotes is left alone. */
function fixApostrophes(text: string): string {
  const inWords = text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
  return /(^|[\s(])'/.test(inWords) ? inWords : inWords.replace(/(?<=\p{L})'/gu, "’");
}

/** What can be mended without thinking: spaces, apostrophes and the stop at the end. */
export function fixSentence(text: string): string {
  const tidy = fixApostrophes(text.replace(/ {2,}/g, " ").trim());
  return /[.!?…][)”]?$/.test(tidy) ? tidy : `${tidy}.`;
}

/** Every text of ours, sentence or label. A single word is an id. */
function textsIn(value: unknown, path: Path = []): Sentence[] {
  if (typeof value === "string") return /\s/.test(value) ? [{ path, text: value }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    othersWords.has(key) ? [] : textsIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Holds our words to lib/text/usage.ts, and every sentence a reader sees to the rules of GUIDELINES.md. */
export function checkProse({ file, json }: DataFile): Finding[] {
  const findings: Finding[] = textsIn(json).flatMap(({ path, text }) => {
    const misuse = findMisuse(text);
    return misuse ? [{ file, path, message: `says “${misuse.found}”: we say ${misuse.say}` }] : [];
  });
  if (!files.test(file)) return findings;
  for (const { path, text } of sentencesIn(json))
    if (fixSentence(text) !== text)
      findings.push({
        file,
        path,
        message: /[.!?…][)”]?$/.test(text)
          ? "has a straight apostrophe or a double space: run npm run data:check -- --fix"
          : "does not end like a sentence: add a full stop, or run npm run data:check -- --fix",
      });
  return findings;
}

/** The value with every sentence mended. */
export function fixProse({ file, json }: DataFile): unknown {
  return files.test(file) ? mend(json) : json;
}

function mend(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mend);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      typeof each === "string" && keys.has(key) ? fixSentence(each) : mend(each),
    ]),
  );
}
