import type { Line, Spot } from "./types";

/** The most that is read at all: about what a cluster of thousands of pods prints. */
export const longestPaste = 10 * 1024 * 1024;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal puts between letters.
const escapes = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\n]{0,200}\u0007|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above; line feeds and tabs stay.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const blanks = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** What a page puts before each line of a quotation or of what was added. No output starts a line with it. */
const quoted = /^(?:\+|> ?)/gm;
/** The number of a line, as listings show it. */
const numbered = /^ {0,6}(\d{1,6})([:|.)]?)(\t|[ ]*)/;
const sampled = 400;

/**
 * The text without what terminals and web pages add to it. Lines stay lines, so that their numbers hold.
 */
export function cleanText(text: string): string {
  const plain = text
    .replaceAll("\r\n", "\n")
    .replace(escapes, "")
    .replace(invisible, "")
    .replace(blanks, " ")
    .replace(controls, " ")
    .replace(quoted, "");
  return withoutNumbers(plain).replace(quoted, "");
}

/** Takes a column of line numbers away, and no more blanks after it than every line has. */
function withoutNumbers(text: string): string {
  const sample = text
    .slice(0, 60_000)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, sampled);
  const matches = sample.map((line) => numbered.exec(line)).filter((match) => match !== null);
  if (sample.length < 2 || matches.length < sample.length * 0.8) return text;
  // A column of numbers counts up by one; a column of data hardly ever does.
  const numbers = matches.map(([, number]) => Number(number));
  const steps = numbers.slice(1).filter((number, at) => number - (numbers[at] ?? 0) === 1);
  if (steps.length < (numbers.length - 1) * 0.7) return text;
  const blanks = Math.min(
    ...matches.map(([whole, , , gap = ""]) =>
      gap === "\t" || whole.length === 0 ? 0 : gap.length,
    ),
  );
  return text
    .split("\n")
    .map((line) => {
      const match = numbered.exec(line);
      if (!match) return line;
      const [whole, , , gap = ""] = match;
      return gap === "\t"
        ? line.slice(whole.length)
        : line.slice(whole.length - gap.length + blanks);
    })
    .join("\n");
}

/** A cleaned text with its lines, cut once. */
export class Text {
  readonly all: string;
  readonly starts: Uint32Array;

  constructor(all: string) {
    this.all = all;
    let count = 1;
    for (let at = all.indexOf("\n"); at >= 0; at = all.indexOf("\n", at + 1)) count += 1;
    this.starts = new Uint32Array(count);
    let line = 1;
    for (let at = all.indexOf("\n"); at >= 0; at = all.indexOf("\n", at + 1)) {
      this.starts[line] = at + 1;
      line += 1;
    }
  }

  get lines(): number {
    return this.starts.length;
  }

  startOf(line: number): number {
    return this.starts[line] ?? this.all.length;
  }

  endOf(line: number): number {
    return line + 1 < this.starts.length ? this.startOf(line + 1) - 1 : this.all.length;
  }

  /** A line, cut to a length that no reader needs more of. */
  line(line: number, longest = 16_000): string {
    const from = this.startOf(line);
    return this.all.slice(from, Math.min(this.endOf(line), from + longest));
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const shown = 160;

/** The line that a spot means, as it is shown: around what was found, if the line is long. */
export function showSpot(text: Text, spot: Spot): Line {
  const found = spot.find === "" ? -1 : text.all.indexOf(spot.find, spot.from);
  const at = found >= 0 && found < spot.to ? found : spot.from;
  const line = text.lineAt(at);
  const start = text.startOf(line);
  const end = text.endOf(line);
  if (end - start <= shown)
    return { paste: spot.paste, number: line + 1, text: text.all.slice(start, end).trim() };
  const from = Math.max(start, Math.min(at - 40, end - shown));
  const cut = text.all.slice(from, Math.min(end, from + shown)).trim();
  return {
    paste: spot.paste,
    number: line + 1,
    text: `${from > start ? "… " : ""}${cut}${from + shown < end ? " …" : ""}`,
  };
}
