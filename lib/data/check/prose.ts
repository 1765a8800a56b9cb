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

/** Words that praise, belittle or sell. What they stand for can be said by what is there. */
const selling =
  /\b(simply|seamless(ly)?|effortless(ly)?|easily|obviously|unfortunately|blazing(ly)?|cutting-edge|state-of-the-art|world-class|best-in-class|best-of-breed|industry-leading|market-leading|enterprise-grade|battle-tested|unparalleled|superior|turnkey|powerful|awesome|revolutionary|next-generation|game-chang\w+|leverag(e|es|ed|ing)|utili[sz](e|es|ed|ing))\b/i;
const superlative =
  /\b(fastest|easiest|simplest|strongest|safest|smartest|lightest|the best (mesh|option|choice|solution|product)|most (powerful|advanced|popular|mature|complete|secure|flexible))\b/i;

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

/** Holds every sentence a reader sees to the rules of GUIDELINES.md. */
export function checkProse({ file, json }: DataFile): Finding[] {
  if (!files.test(file)) return [];
  return sentencesIn(json).flatMap(({ path, text }) => {
    const findings: Finding[] = [];
    const word = text.match(selling)?.[0] ?? text.match(superlative)?.[0];
    if (word)
      findings.push({
        file,
        path,
        message: `says “${word}”: say what is there instead of praising it`,
      });
    if (fixSentence(text) !== text)
      findings.push({
        file,
        path,
        message: /[.!?…][)”]?$/.test(text)
          ? "has a straight apostrophe or a double space: run npm run data:check -- --fix"
          : "does not end like a sentence: add a full stop, or run npm run data:check -- --fix",
      });
    return findings;
  });
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
