import { isDeepStrictEqual } from "node:util";
import { parseAllDocuments } from "yaml";
import type { Finding } from "./finding";

/** Aliases, tags and merge keys do not occur in these files; a reader that meets them has been given something else. */
function parse(text: string, version: "1.1" | "1.2"): { values: unknown[]; errors: string[] } {
  const documents = parseAllDocuments(text, { version, strict: true, uniqueKeys: true });
  if (!Array.isArray(documents)) return { values: [], errors: ["the file is empty"] };
  return {
    values: documents.map((document) => document.toJS()),
    errors: documents.flatMap((document) =>
      [...document.errors, ...document.warnings].map(({ message }) => message),
    ),
  };
}

/** The documents of a YAML file, and what is wrong if YAML 1.1 and YAML 1.2 do not read the same. */
export function readYaml(path: string, text: string): { values: unknown[]; findings: Finding[] } {
  const older = parse(text, "1.1");
  const newer = parse(text, "1.2");
  const finding = (where: string, message: string): Finding => ({
    path,
    check: "syntax",
    where,
    message,
  });
  const findings = [
    ...older.errors.map((message) => finding("YAML 1.1", message)),
    ...newer.errors.map((message) => finding("YAML 1.2", message)),
  ];
  if (findings.length === 0 && !isDeepStrictEqual(older.values, newer.values)) {
    findings.push(finding("YAML", "means one thing in YAML 1.1 and another in YAML 1.2: quote it"));
  }
  return { values: newer.values, findings };
}
