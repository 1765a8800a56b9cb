import { isImportance, isRows } from "@/lib/engine/condition";
import type { Answers, Importance } from "@/lib/engine/types";
import { checkLength, checksumOf, digitOf, digits } from "./checksum";
import { type Slot, symbolsOf } from "./slots";

/**
 * A permalink code: one character for the data release it was made with, the answers, and four characters of checksum.
 *
 * The answers are one number, built by asymmetric numeral coding (rANS, Duda 2009) over the slots with exact integers:
 * likely answers take few bits, and slots left unanswered at the end take none. Laws, tested: every code decodes to the
 * answers it was made from; each set of answers has one code; a slot appended later never changes an older code.
 */

const longest = 120;

function symbolIn(slot: Slot, answers: Answers): string {
  const answer = answers[slot.question];
  if (answer === undefined) return "";
  switch (slot.kind) {
    case "choice":
    case "importance":
      return typeof answer === "string" ? answer : "";
    case "answered":
      return answer === "unsure" ? "unsure" : typeof answer === "object" ? "yes" : "";
    case "row": {
      const importance = isRows(answer) ? answer[slot.row] : undefined;
      return importance === undefined || importance === "no" ? "" : importance;
    }
    case "flag":
      return Array.isArray(answer) && answer.includes(slot.flag) ? "yes" : "";
  }
}

function packAnswers(slots: readonly Slot[], answers: Answers): bigint {
  let state = 0n;
  for (const slot of [...slots].reverse()) {
    const { names, frequencies } = symbolsOf(slot);
    const symbol = Math.max(0, names.indexOf(symbolIn(slot, answers)));
    const frequency = BigInt(frequencies[symbol] ?? 0);
    const total = BigInt(frequencies.reduce((sum, each) => sum + each, 0));
    const start = BigInt(frequencies.slice(0, symbol).reduce((sum, each) => sum + each, 0));
    state = (state / frequency) * total + start + (state % frequency);
  }
  return state;
}

/** Undefined when the number does not come from these slots: something is left over, or a value is not in use. */
function unpackAnswers(slots: readonly Slot[], packed: bigint): Answers | undefined {
  const answers: Record<string, string | string[] | Record<string, Importance>> = {};
  let state = packed;
  for (const slot of slots) {
    const { names, frequencies } = symbolsOf(slot);
    const total = frequencies.reduce((sum, each) => sum + each, 0);
    const position = Number(state % BigInt(total));
    let symbol = 0;
    let start = 0;
    while (start + (frequencies[symbol] ?? total) <= position)
      start += frequencies[symbol++] ?? total;
    state = BigInt(frequencies[symbol] ?? 0) * (state / BigInt(total)) + BigInt(position - start);
    const name = names[symbol] ?? "?";
    if (name === "?") return undefined;
    if (name === "") continue;
    if (!readSymbol(answers, slot, name, slots)) return undefined;
  }
  return state === 0n ? answers : undefined;
}

function readSymbol(
  answers: Record<string, string | string[] | Record<string, Importance>>,
  slot: Slot,
  name: string,
  slots: readonly Slot[],
): boolean {
  const answer = answers[slot.question];
  switch (slot.kind) {
    case "choice":
    case "importance":
      answers[slot.question] = name;
      return true;
    case "answered": {
      const holdsFlags = slots.some(
        (each) => each.kind === "flag" && each.question === slot.question,
      );
      answers[slot.question] = name === "unsure" ? name : holdsFlags ? [] : {};
      return true;
    }
    case "row":
      if (typeof answer !== "object" || Array.isArray(answer)) return false;
      if (isImportance(name)) answer[slot.row] = name;
      return true;
    case "flag":
      if (!Array.isArray(answer)) return false;
      answer.push(slot.flag);
      return true;
  }
}

/** The code for these answers, made with the release of that index (0 to 61). */
export function encodeAnswers(slots: readonly Slot[], answers: Answers, release: number): string {
  let packed = packAnswers(slots, answers);
  let body = "";
  while (packed > 0n) {
    body = digits.charAt(Number(packed % 62n)) + body;
    packed /= 62n;
  }
  const text = digits.charAt(release) + body;
  return text + checksumOf(text);
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
  if (checksumOf(text) !== code.slice(-checkLength)) return { ok: false, problem: "damaged" };
  const release = digitOf(text.charAt(0));
  if (release >= releases) return { ok: false, problem: "newer" };
  let packed = 0n;
  for (const character of text.slice(1)) packed = packed * 62n + BigInt(digitOf(character));
  const answers = unpackAnswers(slots, packed);
  if (answers === undefined) return { ok: false, problem: "newer" };
  // A leading zero, or a row that repeats its default, would be a second code for the same answers.
  if (encodeAnswers(slots, answers, release) !== code) return { ok: false, problem: "damaged" };
  return { ok: true, answers, release };
}

/** The index of the release a code that decodes was made with. */
export function releaseOf(code: string): number {
  return digitOf(code.charAt(0));
}
