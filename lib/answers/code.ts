import { isImportance, isRows } from "@/lib/engine/condition";
import type { Answer, Answers, RowAnswer } from "@/lib/engine/types";
import { checkLength, checksumOf, digitOf, digits, mixedChecksumOf } from "./checksum";
import {
  answeredSymbols,
  choiceSymbols,
  eachRowSymbols,
  flagSymbols,
  importanceSymbols,
  namedRowSymbols,
  rowsSymbols,
  type Slot,
  type Symbols,
} from "./slots";

/**
 * A permalink code: the data release it was made with, the answers, and four characters of checksum. The release is one
 * digit; the last digit, z, announces two more.
 *
 * The answers are one number, built by asymmetric numeral coding (rANS, Duda 2009) over the slots with exact integers:
 * likely answers take few bits, and slots left unanswered at the end take none. Laws, tested: every code decodes to the
 * answers it was made from; each set of answers has one code; a slot appended later never changes an older code.
 *
 * In codes of the first three releases a row that was not named was not needed; they decode to an explicit "no". Later ones
 * tell open rows from those that are not needed.
 */

const longest = 160;
/** The first release whose codes tell open from not needed, and whose checksum mixes its end. */
const openSince = 3;
/** This first digit announces two more. */
const announcer = digits.length - 1;
/** How many releases codes can name. */
export const mostReleases = announcer + digits.length ** 2;

type Draft = Record<string, string | string[] | Record<string, RowAnswer>>;
type RowSlot = Slot & { kind: "row" };

/** How the slots are read in codes of one release. */
class Format {
  readonly release: number;
  readonly slots: readonly Slot[];
  private readonly rows = new Map<string, RowSlot[]>();

  constructor(slots: readonly Slot[], release: number) {
    this.release = release;
    this.slots = slots;
    for (const slot of slots)
      if (slot.kind === "row")
        this.rows.set(slot.question, [...(this.rows.get(slot.question) ?? []), slot]);
  }

  get tellsOpen(): boolean {
    return this.release >= openSince;
  }

  /** The rows of a question that codes of this release speak of. */
  rowsOf(question: string): RowSlot[] {
    return (this.rows.get(question) ?? []).filter(({ since = 0 }) => since <= this.release);
  }

  hasRows(question: string): boolean {
    return this.rows.has(question);
  }

  /** How a question of rows was answered. */
  wayOf(question: string, answer: Answer | undefined): string {
    if (answer === "unsure") return "unsure";
    if (!isRows(answer)) return "";
    const rows = this.rowsOf(question).map(({ row }) => answer[row]);
    if (!rows.some((row) => row !== undefined)) return "";
    const others = rows.filter((row) => row === undefined || row === "no" || row === "unsure");
    if (others.every((row) => row === "no")) return "rest";
    return others.every((row) => row === undefined) ? "some" : "each";
  }

  /** The symbols of a slot where the question was answered this way; none where the slot is left out. */
  symbolsOf(slot: Slot, way: string): Symbols | undefined {
    switch (slot.kind) {
      case "choice":
        return choiceSymbols(slot);
      case "importance":
        return importanceSymbols;
      case "answered":
        return this.tellsOpen && this.hasRows(slot.question) ? rowsSymbols : answeredSymbols;
      case "flag":
        return this.tellsOpen && way !== "yes" ? undefined : flagSymbols;
      case "row":
        if (!this.tellsOpen) return namedRowSymbols;
        if ((slot.since ?? 0) > this.release) return undefined;
        if (way === "each") return eachRowSymbols;
        return way === "some" || way === "rest" ? namedRowSymbols : undefined;
    }
  }

  symbolIn(slot: Slot, answers: Answers): string {
    const answer = answers[slot.question];
    switch (slot.kind) {
      case "choice":
      case "importance":
        return typeof answer === "string" ? answer : "";
      case "answered":
        if (this.tellsOpen && this.hasRows(slot.question)) return this.wayOf(slot.question, answer);
        return answer === "unsure" ? "unsure" : typeof answer === "object" ? "yes" : "";
      case "flag":
        return Array.isArray(answer) && answer.includes(slot.flag) ? "yes" : "";
      case "row": {
        const row = isRows(answer) ? (answer[slot.row] ?? "") : "";
        const isEach = this.tellsOpen && this.wayOf(slot.question, answer) === "each";
        return isEach || (row !== "no" && row !== "unsure") ? row : "";
      }
    }
  }

  /** The way a question was answered, as far as its slots depend on it. */
  private way(slot: Slot, answers: Answers): string {
    const answer = answers[slot.question];
    if (slot.kind === "row") return this.wayOf(slot.question, answer);
    return Array.isArray(answer) ? "yes" : "";
  }

  pack(answers: Answers): bigint {
    let state = 0n;
    for (const slot of [...this.slots].reverse()) {
      const symbols = this.symbolsOf(slot, this.way(slot, answers));
      if (!symbols) continue;
      const { names, frequencies } = symbols;
      const symbol = Math.max(0, names.indexOf(this.symbolIn(slot, answers)));
      const frequency = BigInt(frequencies[symbol] ?? 0);
      const total = BigInt(frequencies.reduce((sum, each) => sum + each, 0));
      const start = BigInt(frequencies.slice(0, symbol).reduce((sum, each) => sum + each, 0));
      state = (state / frequency) * total + start + (state % frequency);
    }
    return state;
  }

  /** Undefined when the number does not come from these slots: something is left over, or a value is not in use. */
  unpack(packed: bigint): Answers | undefined {
    const answers: Draft = {};
    const ways = new Map<string, string>();
    let state = packed;
    for (const slot of this.slots) {
      const symbols = this.symbolsOf(slot, ways.get(slot.question) ?? "");
      if (!symbols) continue;
      const { names, frequencies } = symbols;
      const total = frequencies.reduce((sum, each) => sum + each, 0);
      const position = Number(state % BigInt(total));
      let symbol = 0;
      let start = 0;
      while (start + (frequencies[symbol] ?? total) <= position)
        start += frequencies[symbol++] ?? total;
      state = BigInt(frequencies[symbol] ?? 0) * (state / BigInt(total)) + BigInt(position - start);
      const name = names[symbol] ?? "?";
      if (name === "?") return undefined;
      if (slot.kind === "answered") ways.set(slot.question, name);
      if (!this.read(answers, slot, name, ways.get(slot.question) ?? "")) return undefined;
    }
    return state === 0n ? answers : undefined;
  }

  private read(answers: Draft, slot: Slot, name: string, way: string): boolean {
    const answer = answers[slot.question];
    switch (slot.kind) {
      case "choice":
      case "importance":
        if (name !== "") answers[slot.question] = name;
        return true;
      case "answered":
        if (name === "unsure") answers[slot.question] = name;
        else if (name !== "") answers[slot.question] = this.hasRows(slot.question) ? {} : [];
        return true;
      case "flag":
        if (name === "") return true;
        if (!Array.isArray(answer)) return false;
        answer.push(slot.flag);
        return true;
      case "row": {
        if (answer === undefined || typeof answer === "string" || Array.isArray(answer))
          return name === "";
        const closes = this.tellsOpen ? way === "rest" : (slot.since ?? 0) <= this.release;
        if (isImportance(name) || name === "unsure") answer[slot.row] = name;
        else if (closes) answer[slot.row] = "no";
        return true;
      }
    }
  }
}

function digitsOf(release: number): string {
  if (release < announcer) return digits.charAt(release);
  const beyond = release - announcer;
  if (release >= mostReleases)
    throw new RangeError(`codes can name ${mostReleases} releases, and this is release ${release}`);
  return (
    digits.charAt(announcer) +
    digits.charAt(Math.floor(beyond / digits.length)) +
    digits.charAt(beyond % digits.length)
  );
}

/** The index of the release a code that decodes was made with. */
export function releaseOf(code: string): number {
  const first = digitOf(code.charAt(0));
  if (first < announcer) return first;
  return announcer + digitOf(code.charAt(1)) * digits.length + digitOf(code.charAt(2));
}

function checkOf(text: string, release: number): string {
  return release >= openSince ? mixedChecksumOf(text) : checksumOf(text);
}

/** The code for these answers, made with the release of that index. */
export function encodeAnswers(slots: readonly Slot[], answers: Answers, release: number): string {
  let packed = new Format(slots, release).pack(answers);
  let body = "";
  while (packed > 0n) {
    body = digits.charAt(Number(packed % 62n)) + body;
    packed /= 62n;
  }
  const text = digitsOf(release) + body;
  return text + checkOf(text, release);
}

export type Decoded =
  | { readonly ok: true; readonly answers: Answers; readonly release: number }
  | {
      readonly ok: false;
      /** foreign: not one of our codes at all; damaged: the checksum does not fit; newer: made by a later release. */
      readonly problem: "foreign" | "damaged" | "newer";
    };

/** Reads a code. `releases` is how many releases are known. Never throws. */
export function decodeCode(slots: readonly Slot[], code: string, releases: number): Decoded {
  if (code.length < 1 + checkLength || code.length > longest || !/^[0-9A-Za-z]+$/.test(code)) {
    return { ok: false, problem: "foreign" };
  }
  const text = code.slice(0, -checkLength);
  const prefix = digitOf(text.charAt(0)) < announcer ? 1 : 3;
  if (text.length < prefix) return { ok: false, problem: "damaged" };
  const release = releaseOf(text);
  if (checkOf(text, release) !== code.slice(-checkLength)) return { ok: false, problem: "damaged" };
  if (release >= releases) return { ok: false, problem: "newer" };
  let packed = 0n;
  for (const character of text.slice(prefix)) packed = packed * 62n + BigInt(digitOf(character));
  const answers = new Format(slots, release).unpack(packed);
  if (answers === undefined) return { ok: false, problem: "newer" };
  // A leading zero, or a row that repeats its default, would be a second code for the same answers.
  if (encodeAnswers(slots, answers, release) !== code) return { ok: false, problem: "damaged" };
  return { ok: true, answers, release };
}
