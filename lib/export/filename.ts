import { type ExportKind, exportFiles } from "./links";
import type { ExportSource } from "./source";

const prefixes: Readonly<Record<ExportKind, string>> = {
  adr: "adr-service-mesh",
  markdown: "service-mesh",
  json: "service-mesh",
  csv: "service-mesh-fit",
  calendar: "revisit-service-mesh",
};

/** What to call the file: what it is, what it recommends and its code. Letters, digits and hyphens only. */
export function filenameOf({ assessment, result }: ExportSource, kind: ExportKind): string {
  const { word, leader } = result.verdict;
  const named = word === "clear" || word === "leaning" ? (leader?.id ?? word) : word;
  const [, extension] = exportFiles[kind].split(".");
  return `${prefixes[kind]}-${named}-${assessment.code}.${extension}`;
}
