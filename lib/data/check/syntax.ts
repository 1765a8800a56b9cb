import { LineCounter, parseDocument } from "yaml";
import type { Path } from "./finding";

export interface SourceText {
  /** What keeps it from being read: no JSON, or a key twice. JSON.parse would keep the last one in silence. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  readonly value: unknown;
  /** The line on which a value stands, or the nearest thing around it that exists. */
  readonly lineOf: (path: Path) => number;
}

/** Reads JSON, or with “core” YAML as well, with its positions. */
export function readSource(text: string, schema: "json" | "core" = "json"): SourceText {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema, lineCounter: lines, prettyErrors: false });
  const errors = document.errors.map(({ message, pos }) => ({
    line: lines.linePos(pos[0]).line,
    message: message.startsWith("Map keys must be unique")
      ? "a key is there twice: keep one"
      : message,
  }));
  return {
    errors,
    value: errors.length > 0 ? undefined : document.toJS(),
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        const range = isRanged(node) ? node.range : undefined;
        if (range) return lines.linePos(range[0]).line;
      }
      return 1;
    },
  };
}

function isRanged(node: unknown): node is { readonly range: readonly number[] } & {
  readonly range: readonly [number, ...number[]];
} {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}
