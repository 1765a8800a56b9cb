import { sayBecause } from "./asks";
import type { Context } from "./context";
import { type Draft, type Gap, type KitFile, steps } from "./types";

function fence(commands: readonly string[]): string[] {
  return commands.length === 0 ? [] : ["", "```sh", ...commands, "```"];
}

function tell(file: KitFile, context: Context): string[] {
  return [
    `### ${file.path}`,
    "",
    file.purpose,
    "",
    ...file.because.map(
      (each) => `- Because: ${sayBecause(each, context.texts.questions, context.asks.answers)}`,
    ),
    `- Written for: ${file.writtenFor}`,
    ...(file.caution === undefined ? [] : ["", `**Caution.** ${file.caution}`]),
    ...(file.apply.length === 0 ? [] : ["", "Apply:", ...fence(file.apply)]),
    "",
    `Verify: ${file.verify.what}`,
    ...fence(file.verify.commands),
    ...(file.undo.length === 0 ? [] : ["", "Undo:", ...fence(file.undo)]),
    "",
  ];
}

/** Install, apply, verify and roll back, as one Markdown document in the order in which things are done. */
export function writeRunbook(
  context: Context,
  draft: Draft,
  files: readonly KitFile[],
  gaps: readonly Gap[],
  label: string,
): string {
  const { names } = context;
  const say = (gap: Gap) =>
    `- ${sayBecause(gap.ask, context.texts.questions, context.asks.answers)}: ${gap.why}`;
  const lines = [
    `# Runbook: ${label}`,
    "",
    `A starter kit for one pilot: ${names.from} calls ${names.to} in the namespace ${names.namespace}. Apply it to a cluster where nothing depends on that namespace, read each file before, and keep the order: permissive before strict, allow before deny.`,
    "",
    ...draft.notes.map((note) => `- ${note}`),
    "",
    "## Before you start",
    "",
    "- A second way in (console, break-glass account) for whatever you may lock yourself out of.",
    "- The files in version control, so that every undo is a known state.",
    "- A list of the calls that the pilot makes today, databases and outside hosts included.",
    "- The checks call from inside your pods with wget: where an image has none, use `kubectl debug`.",
    "- On Kubernetes, let the server judge each file first: `kubectl apply --dry-run=server -f FILE`.",
    "",
    "## 1. Install",
    "",
    ...draft.preparations.flatMap(({ what, commands }) => [what, ...fence(commands), ""]),
    ...steps.flatMap(({ id, title }, index) => {
      const own = files.filter(({ step }) => step === id);
      if (own.length === 0) return [];
      const heading = index === 0 ? [] : [`## ${index + 1}. ${title}`, ""];
      return [...heading, ...own.flatMap((file) => tell(file, context))];
    }),
    ...(gaps.length === 0 ? [] : ["## Asked for, and not in this kit", "", ...gaps.map(say), ""]),
    "## Roll back everything",
    "",
    "From last to first:",
    ...fence([
      ...files
        .toReversed()
        .flatMap(({ path, undo }) => (undo.length === 0 ? [] : [`# ${path}`, ...undo])),
      ...draft.preparations.toReversed().flatMap(({ undo }) => undo),
    ]),
    "",
  ];
  return lines.join("\n").replace(/\n{3,}/g, "\n\n");
}
