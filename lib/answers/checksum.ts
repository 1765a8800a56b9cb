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

/** Four digits that change with every single wrong digit of the text and with every swap of neighbours. */
export function checksumOf(text: string): string {
  let sum = 7;
  for (const character of text) sum = (sum * base + digitOf(character) + 1) % prime;
  let check = "";
  for (let place = 0; place < checkLength; place++) {
    check = digits.charAt(sum % digits.length) + check;
    sum = Math.floor(sum / digits.length);
  }
  return check;
}
