import { encodeAnswers } from "../answers/code";
import { compileTable } from "../data/compile";
import { parseMatrix } from "../data/parse";
import { readJsonFiles } from "../data/read";
import { drawAnswers } from "../release/draw-answers";
import { currentRelease } from "../site/releases";

/** Codes of results: those of the examples, and so many others that nobody has asked for yet. */
export function readCodes(count: number): { examples: string[]; others: string[] } {
  const matrix = parseMatrix(readJsonFiles());
  const encode = (answers: Parameters<typeof encodeAnswers>[1]) =>
    encodeAnswers(matrix.slots, answers, currentRelease);
  const examples = matrix.presets.map(({ answers }) => encode(answers));
  const known = new Set(examples);
  const drawn = new Set(drawAnswers(compileTable(matrix), 2 * count).map(encode));
  const others = [...drawn].filter((code) => !known.has(code)).slice(0, count);
  return { examples, others };
}
