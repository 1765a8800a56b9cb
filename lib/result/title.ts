const longestTitle = 80;

/** A title that rides along in the address: one line of at most 80 characters; undefined if there is none. */
export function readTitle(value: string | readonly string[] | undefined): string | undefined {
  const first = typeof value === "string" ? value : value?.[0];
  const line = first?.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  if (!line) return undefined;
  const characters = [...line];
  return characters.length > longestTitle
    ? `${characters.slice(0, longestTitle - 1).join("")}…`
    : line;
}
