/** What the comment at the head of a file says. */
export interface Head {
  readonly purpose: string;
  readonly because: readonly string[];
  readonly writtenFor: string;
  readonly caution?: string | undefined;
  readonly apply: readonly string[];
  readonly verify: { readonly what: string; readonly commands: readonly string[] };
  readonly undo: readonly string[];
  readonly undoNote?: string | undefined;
}

const width = 100;

/** Breaks a sentence into lines that fit, the further ones indented. */
function wrap(label: string, text: string): string[] {
  const lines: string[] = [];
  let line = `${label}:`;
  for (const word of text.split(/\s+/)) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = ` ${word}`;
    } else line += ` ${word}`;
  }
  return [...lines, line];
}

function commands(label: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${label}:`, ...lines.map((line) => `  ${line}`)];
}

/** The head of a file as plain lines, without comment signs. */
export function describeHead(head: Head): string[] {
  return [
    ...wrap("Purpose", head.purpose),
    ...head.because.flatMap((text) => wrap("Because", text)),
    ...wrap("Written for", head.writtenFor),
    ...(head.caution === undefined ? [] : wrap("Caution", head.caution)),
    ...commands("Apply", head.apply),
    ...wrap("Verify", head.verify.what),
    ...head.verify.commands.map((line) => `  ${line}`),
    ...commands("Undo", head.undo),
    ...(head.undoNote === undefined ? [] : wrap("Undo", head.undoNote)),
  ];
}
