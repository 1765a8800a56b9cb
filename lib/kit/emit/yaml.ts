import { Document } from "yaml";

/**
 * Writes objects as YAML documents under a comment. Kubernetes reads YAML 1.1, most editors 1.2: whatever the two would
 * read differently (on, yes, 22:22) is quoted.
 */
export function emitYaml(head: readonly string[], documents: readonly object[]): string {
  return documents
    .map((value, index) => {
      const document = new Document(value, { compat: "yaml-1.1", aliasDuplicateObjects: false });
      if (index === 0) document.commentBefore = head.map((line) => ` ${line}`).join("\n");
      else if (document.directives) document.directives.docStart = true;
      return document.toString({ lineWidth: 0, indentSeq: true, singleQuote: false });
    })
    .join("");
}
