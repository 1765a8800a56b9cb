/** The little grammar that computed sentences need: lists, numbers in words, singular and plural, capitals. */

const numbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** Small whole numbers as words, as in running text: “three”, “27”. Nought is “no”, as before a noun. */
export function inWords(count: number): string {
  return numbers[count] ?? inDigits(count);
}

/** A number with its noun: “one rule”, “three rules”. The plural takes an s unless it is given. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${inWords(count)} ${count === 1 ? singular : plural}`;
}

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** A number in figures, as in a table: “1,500”, “2.5”. */
export function inDigits(value: number): string {
  return grouped.format(value);
}

/** A number in figures with its noun: “1 cell”, “1,500 calls”. The plural takes an s unless it is given. */
export function numbered(count: number, singular: string, plural = `${singular}s`): string {
  return `${inDigits(count)} ${count === 1 ? singular : plural}`;
}

/** All of them, with the noun: “the one must-have”, “both must-haves”, “all three must-haves”. */
export function allOf(count: number, singular: string): string {
  if (count === 1) return `the one ${singular}`;
  return count === 2 ? `both ${singular}s` : `all ${counted(count, singular)}`;
}

/** Some of them: “none of three needs”, “two of three needs”. */
export function someOf(part: number, count: number, singular: string): string {
  return `${part === 0 ? "none" : inWords(part)} of ${counted(count, singular)}`;
}

/** A list in running text: “a”, “a and b”, “a, b and c”. */
export function listed(items: readonly string[], conjunction: "and" | "or" = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}`;
}

/** A list that names the first few and counts the rest: “a, b and two more”. */
export function listedUpTo(limit: number, items: readonly string[]): string {
  if (items.length <= limit) return listed(items);
  return listed([...items.slice(0, limit), `${inWords(items.length - limit)} more`]);
}

/** Capital at the start, past an opening quotation mark; “mTLS” and “eBPF” stay as they are. */
export function capitalised(text: string): string {
  return text.replace(/^(“?)(\p{Ll})(?!\p{Lu})/u, (_, quote: string, letter: string) => {
    return quote + letter.toUpperCase();
  });
}

/** A label named inside a sentence. */
export function quoted(label: string): string {
  return `“${label}”`;
}

/** A heading used as a phrase inside a sentence: “traffic management”, but “DNS” and “FIPS 140” keep their capitals. */
export function phrased(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Points of the score, to one decimal. */
export function points(value: number): string {
  return value.toFixed(1);
}

/** A distance between two scores, in words that stay true when it rounds to nothing. */
export function pointsApart(distance: number): string {
  if (distance < 0.05) return "less than 0.1 points";
  return points(distance) === "1.0" ? "1 point" : `${points(distance)} points`;
}
