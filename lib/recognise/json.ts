export interface Piece {
  readonly from: number;
  readonly to: number;
}

const opening: Readonly<Record<string, string>> = { "{": "}", "[": "]" };
const betweenStrings = /[\s,:0-9eE+\-.truefalsn]/;

/**
 * Finds the objects of a JSON text that starts at an offset: the elements of a list (`items`, or the text itself), or
 * the text if it is one object. A text that breaks off or stops being JSON gives what was complete, and where it broke.
 */
export function findObjects(text: string, start: number): { pieces: Piece[]; end: number } {
  const pieces: Piece[] = [];
  const stack: string[] = [];
  let key = "";
  let isList = text[start] === "[";
  let from = -1;
  let at = start;
  for (; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      const close = endOfString(text, at);
      if (close < 0) return { pieces, end: text.length };
      if (stack.length === 1) key = text.slice(at + 1, Math.min(close, at + 40));
      at = close;
    } else if (character in opening) {
      if (character === "[" && stack.length === 1 && stack[0] === "}" && key === "items")
        isList = true;
      const depth = text[start] === "[" ? 1 : 2;
      if (character === "{" && isList && stack.length === depth) from = at;
      stack.push(opening[character] ?? "");
      if (stack.length > 200) return { pieces, end: at + 1 };
    } else if (character === "}" || character === "]") {
      if (stack.pop() !== character) return { pieces, end: at + 1 };
      const depth = text[start] === "[" ? 1 : 2;
      if (character === "}" && from >= 0 && isList && stack.length === depth) {
        pieces.push({ from, to: at + 1 });
        from = -1;
      }
      if (stack.length === 0) {
        if (!isList) pieces.push({ from: start, to: at + 1 });
        return { pieces, end: at + 1 };
      }
    } else if (!betweenStrings.test(character)) {
      return { pieces, end: at + 1 };
    }
  }
  return { pieces, end: at };
}

function endOfString(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

/** The value of a piece; undefined if it is not JSON even when line breaks inside its strings are taken out again. */
export function parsePiece(text: string, { from, to }: Piece): unknown {
  const source = text.slice(from, to);
  try {
    return JSON.parse(source);
  } catch {
    try {
      return JSON.parse(joinStrings(source));
    } catch {
      return undefined;
    }
  }
}

/** A terminal that breaks long lines puts line feeds inside strings, where JSON has none. */
function joinStrings(source: string): string {
  let joined = "";
  let done = 0;
  for (let at = source.indexOf('"'); at >= 0; at = source.indexOf('"', done)) {
    const close = endOfString(source, at);
    if (close < 0) break;
    joined += source.slice(done, at) + source.slice(at, close + 1).replaceAll("\n", "");
    done = close + 1;
  }
  return joined + source.slice(done);
}
