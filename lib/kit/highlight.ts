import bash from "highlight.js/lib/languages/bash";
import markdown from "highlight.js/lib/languages/markdown";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";
import { packetFilterGrammar } from "./grammars";
import type { Language } from "./types";

/** What a piece of code is, as far as colour tells it. */
export type TokenKind = "comment" | "key" | "text" | "value" | "word";

export interface Token {
  readonly text: string;
  /** Absent: plain. */
  readonly kind?: TokenKind;
}

const lowlight = createLowlight({
  yaml,
  shell: bash,
  markdown,
  nftables: packetFilterGrammar,
  iptables: packetFilterGrammar,
});

const kinds: Readonly<Record<string, TokenKind>> = {
  "hljs-comment": "comment",
  "hljs-meta": "comment",
  "hljs-quote": "comment",
  "hljs-attr": "key",
  "hljs-attribute": "key",
  "hljs-title": "key",
  "hljs-section": "key",
  "hljs-string": "text",
  "hljs-code": "text",
  "hljs-link": "text",
  "hljs-number": "value",
  "hljs-literal": "value",
  "hljs-symbol": "value",
  "hljs-keyword": "word",
  "hljs-built_in": "word",
  "hljs-type": "word",
  "hljs-name": "word",
  "hljs-variable": "word",
  "hljs-strong": "word",
  "hljs-bullet": "word",
};

type Node = ReturnType<typeof lowlight.highlight>["children"][number];

function flatten(nodes: readonly Node[], outer: TokenKind | undefined): Token[] {
  return nodes.flatMap((node): Token[] => {
    if (node.type === "text") {
      return [outer === undefined ? { text: node.value } : { text: node.value, kind: outer }];
    }
    if (node.type !== "element") return [];
    const names = node.properties.className;
    const kind = Array.isArray(names)
      ? names.map((name) => kinds[String(name)]).find(Boolean)
      : undefined;
    return flatten(node.children as Node[], kind ?? outer);
  });
}

/** Joins neighbours of one kind; space belongs to what stands before it, since it has no colour. */
function merge(tokens: readonly Token[]): Token[] {
  const merged: { text: string; kind?: TokenKind }[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    if (last && (last.kind === token.kind || token.text.trim() === "")) last.text += token.text;
    else merged.push({ ...token });
  }
  return merged;
}

/** Splits code into coloured pieces; put together again they are the code. */
export function highlight(code: string, language: Language): Token[] {
  return merge(flatten(lowlight.highlight(language, code).children, undefined));
}
