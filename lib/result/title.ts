const longestTitle = 80;
const longestNote = 280;

type Parameter = string | readonly string[] | undefined;

/** The title in an address: one line of at most 80 characters; undefined if there is none. */
export function readTitle(value: Parameter): string | undefined {
  return readLine(value, longestTitle);
}

/** The note in an address: one line of at most 280 characters; undefined if there is none. */
export function readNote(value: Parameter): string | undefined {
  return readLine(value, longestNote);
}

/** Controls, invisible and direction-changing characters go: they could make the words around a title lie. */
function readLine(value: Parameter, longest: number): string | undefined {
  const first = typeof value === "string" ? value : value?.[0];
  const line = first
    ?.slice(0, 4096)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  if (!line) return undefined;
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : line;
}
