import type { LanguageFn } from "highlight.js";

/** Grammars for the languages of a kit that highlight.js does not have, as simple as colour needs them. */

export const packetFilterGrammar: LanguageFn = (hljs) => ({
  name: "Packet filter",
  contains: [
    hljs.HASH_COMMENT_MODE,
    hljs.QUOTE_STRING_MODE,
    {
      scope: "keyword",
      begin:
        /\b(table|chain|set|delete|type|hook|priority|policy|accept|drop|ACCEPT|DROP|LOG|RETURN|COMMIT)\b/,
    },
    { scope: "attr", begin: /(^|\s)--?[a-z][a-z-]*/i },
    { scope: "variable", begin: /@\w+|\*filter\b/ },
    { scope: "number", begin: /\b[\da-f.:]+\/\d+\b|\b\d+(-\d+)?\b/i },
  ],
});
