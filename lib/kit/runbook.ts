import { steps } from "@/lib/data/kit-types";
import type { QuestionText } from "@/lib/data/types";
import type { Answers } from "@/lib/engine/types";
import { sayBecause } from "./asks";
import type { Kit, KitFile } from "./types";

function fence(commands: readonly string[]): string[] {
  return commands.length === 0 ? [] : ["", "```sh", ...commands, "```"];
}

function tell(file: KitFile, say: (file: KitFile) => readonly string[]): string[] {
  return [
    `### ${file.path}`,
    "",
    file.purpose,
    "",
    ...say(file).map((reason) => `- Because: ${reason}`),
    `- Written for: ${file.writtenFor}`,
    ...(file.caution === undefined ? [] : ["", `**Caution.** ${file.caution}`]),
    ...(file.apply.length === 0 ? [] : ["", "Apply:", ...fence(file.apply)]),
    "",
    `Verify: ${file.verify.what}`,
    ...fence(file.verify.commands),
    ...(file.undo.length === 0 ? [] : ["", "Undo:", ...fence(file.undo)]),
    ...(file.undoNote === undefined ? [] : ["", `Undo: ${file.undoNote}`]),
    "",
  ];
}

/** The commands that take everything back, from last to first. */
function rollbackOf(files: readonly KitFile[]): string[] {
  return files
    .toReversed()
    .flatMap(({ path, undo }) => (undo.length === 0 ? [] : [`# ${path}`, ...undo]));
}

/** Look, install, apply, verify and roll back, as one Markdown document in the order in which things are done. */
export function writeRunbook(
  kit: Omit<Kit, "runbook">,
  questions: readonly QuestionText[],
  answers: Answers,
): string {
  const { names, files, gaps, notes, variant } = kit;
  const reasons = ({ because }: KitFile) =>
    because.map((ask) => sayBecause(ask, questions, answers));
  const undo = rollbackOf(files);
  const lines = [
    `# Runbook: ${variant.label}`,
    "",
    files.length === 0
      ? "There is nothing to apply here."
      : files.every(({ step }) => step === "layers")
        ? "A firewall for one host at a time. Read each file before, and keep the order."
        : `A pilot of two services: ${names.from} calls ${names.to} in the namespace ${names.namespace}. Read each file before, and keep the order.`,
    "",
    ...(kit.kubernetes ? [`- All parts run on Kubernetes ${kit.kubernetes}.`] : []),
    ...notes.map(({ text, link }) => `- ${text}${link ? ` <${link}>` : ""}`),
    "",
    ...(files.length === 0
      ? []
      : [
          "## Before you start",
          "",
          "- A second way in (console, break-glass account) for whatever you may lock yourself out of.",
          "- A list of the calls that are made today, databases and outside hosts included.",
          ...(files.every(({ step }) => step === "layers")
            ? []
            : [
                "- Nothing here overwrites what is there: “create” refuses what exists, and server-side apply refuses fields of others. If a command refuses, look before you force it.",
                "- What the kit created carries the label mesh-pilot/file, and every undo deletes by that label alone.",
              ]),
          "",
        ]),
    ...steps.flatMap(({ id, title }, index) => {
      const own = files.filter(({ step }) => step === id);
      if (own.length === 0) return [];
      return [`## ${index}. ${title}`, "", ...own.flatMap((file) => tell(file, reasons))];
    }),
    ...(gaps.length === 0
      ? []
      : [
          "## Asked for, and not in this kit",
          "",
          ...gaps.map(({ ask, why }) => `- ${sayBecause(ask, questions, answers)}: ${why}`),
          "",
        ]),
    ...(undo.length === 0
      ? []
      : ["## Roll back everything", "", "From last to first:", ...fence(undo), ""]),
  ];
  return lines.join("\n").replace(/\n{3,}/g, "\n\n");
}
