/** The digits of a code: what survives in every address, chat and word processor. */
export const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
export const checkLength = 4;

/** The largest prime below 62⁴: every single wrong character and every swap of two neighbours changes the checksum. */
const prime = 14_776_331;
/** Powers of this tell places apart. */
const base = 131;

/** The value of a digit, 0 to 61; -1 for anything else. */
export function digitOf(character: string): number {
  return digits.indexOf(character);
}

/**
 * Spreads the last digits over all of the checksum: without it, the last digit of a text and of its checksum could be raised
 * together unnoticed.
 */
const spread = 9_999_991;

function sumOf(text: string): number {
  let sum = 7;
  for (const character of text) sum = (sum * base + digitOf(character) + 1) % prime;
  return sum;
}

function written(sum: number): string {
  let check = "";
  let rest = sum;
  for (let place = 0; place < checkLength; place++) {
    check = digits.charAt(rest % digits.length) + check;
    rest = Math.floor(rest / digits.length);
  }
  return check;
}

/** Four digits that change with every single wrong digit of the text and with every swap of neighbours. */
export function checksumOf(text: string): string {
  return written(sumOf(text));
}

/** The same, with its end mixed: what codes carry from the fourth release on. */
export function mixedChecksumOf(text: string): string {
  return written((sumOf(text) * spread) % prime);
}
