/**
 * How wide text comes out, where nobody can measure it: pictures are laid out on the server, for whatever font their
 * reader has. Widths are those of a wide sans-serif, so lines come out shorter than counted rather than longer.
 */
function widthOf(character: string): number {
  if (/[ijlI|.,:;'’‘!·]/.test(character)) return 0.34;
  if (/[frt()[\]{}\-“”" /\\]/.test(character)) return 0.42;
  if (/[mwMW@%…—]/.test(character)) return 0.95;
  if (/[A-Z0-9&#+<>=?$_~–]/.test(character)) return 0.68;
  if (/[\u0020-\u024f\u0370-\u05ff]/.test(character)) return 0.58;
  // Han, kana, Hangul, emoji: as wide as high; scripts not thought of, likewise.
  return 1.1;
}

/** The width of a line of text, in the unit of the size. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const character of text) em += widthOf(character);
  return em * size * (bold ? 1.06 : 1);
}

function fit(text: string, size: number, width: number, bold: boolean): string {
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join("")}…`, size, bold) > width)
    characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

interface Setting {
  readonly size: number;
  readonly width: number;
  readonly lines: number;
  readonly bold?: boolean;
}

/** Breaks text into at most so many lines; what is left over ends in an ellipsis. */
export function wrapText(text: string, { size, width, lines, bold = false }: Setting): string[] {
  const wrapped: string[] = [];
  let line = "";
  const words = text.split(" ");
  for (const [index, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (wrapped.length === lines - 1 || line === "") {
      return [...wrapped, fit([line, ...words.slice(index)].join(" ").trim(), size, width, bold)];
    }
    wrapped.push(line);
    line = word;
    if (textWidth(word, size, bold) > width) return [...wrapped, fit(word, size, width, bold)];
  }
  return line === "" ? wrapped : [...wrapped, line];
}
