/** Text that is markup already: made by `markup`, or a constant of this project marked as `verbatim`. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Part = Markup | string | number | undefined | readonly Part[];

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that XML forbids, even written as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

/** Text as it stands in HTML and XML, in elements and in quoted attributes alike. */
export function escapeMarkup(text: string): string {
  return text
    .replace(forbidden, "\ufffd")
    .replace(/[&<>"']/g, (character) => references[character] ?? "");
}

function write(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "string") return escapeMarkup(part);
  if (typeof part === "number") return String(part);
  return part.map(write).join("");
}

/** A template for HTML, SVG and XML: whatever is put in is escaped, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...parts.map(write)));
}

/** A constant to write as it is: a style sheet, a script. Never for text that came from outside. */
export function verbatim(constant: string): Markup {
  return new Markup(constant);
}
