/**
 * Markdown that means the same in GitHub, Docusaurus (MDX), MkDocs, Backstage and Confluence. Where a backslash is not
 * understood by all of them, a character reference is.
 */

const references: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  "|": "&#124;",
  "~": "&#126;",
  "{": "&#123;",
  "}": "&#125;",
  "#": "&#35;",
  "@": "&#64;",
  $: "&#36;",
};

/** Escapes any text, ours or a stranger's, so that it shows as it is and starts nothing: no markup, link or expression. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*[\]]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/[<>&|~{}#@$]/g, (character) => references[character] ?? character)
    .replace(/:\/\//g, ":&#47;&#47;")
    .replace(/www\./gi, (start) => start.replace(".", "&#46;"))
    .replace(/^( *\d+)([.)])/, "$1\\$2")
    .replace(/^( *)([-+])/, "$1\\$2");
}

/** A link. Its address is encoded so far that nothing in it can end the link. */
export function link(text: string, url: string): string {
  const safe = url.replace(
    /[\s()<>"'\\|`*[\]{}]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `[${escapeMarkdown(text)}](${safe})`;
}

export function heading(level: number, text: string): string {
  return `${"#".repeat(level)} ${escapeMarkdown(text)}`;
}

/** Somebody else’s words. */
export function quote(text: string): string {
  return `> ${escapeMarkdown(text)}`;
}

/** A list of Markdown items. */
export function list(items: readonly string[]): string {
  return items.map((item) => `* ${item}`).join("\n");
}

/** A table of Markdown cells, the first row being its head. Columns named in `right` hold numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (right.includes(column) ? "---:" : "---"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** Joins blocks, skipping those that are empty, and ends the file with a line break. */
export function document(blocks: readonly (string | undefined)[]): string {
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}
