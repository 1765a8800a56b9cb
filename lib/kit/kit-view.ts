import { cutText } from "@/lib/answers/cut-text";
import { steps } from "@/lib/data/kit-types";
import { type AnswerRef, referTo } from "@/lib/result/answers";
import type { Assessment } from "@/lib/result/assessment";
import { evidenceHref } from "@/lib/result/links";
import { smallLabel } from "@/lib/result/names";
import { type VariantView, viewVariant } from "@/lib/result/option-view";
import { plannableVariants, plannedVariant } from "@/lib/result/planned";
import { capitalised, counted } from "@/lib/text/words";
import { highlight, type Token } from "./highlight";
import { buildKit } from "./kit";
import { kitArchiveHref, kitHref } from "./links";
import { type KitNames, type NameProblem, nameFields } from "./names";
import type { Ask, Kit, KitFile, Note } from "./types";

export interface FileView {
  readonly path: string;
  readonly purpose: string;
  readonly reasons: readonly AnswerRef[];
  readonly writtenFor?: string;
  readonly caution?: string;
  readonly apply: readonly string[];
  readonly verify?: { readonly what: string; readonly commands: readonly string[] };
  readonly undo: readonly string[];
  readonly undoNote?: string;
  readonly tokens: readonly Token[];
  readonly previous?: LinkView;
  readonly next?: LinkView;
}

export interface LinkView {
  readonly path: string;
  readonly href: string;
}

export interface StepView {
  readonly id: string;
  readonly title: string;
  readonly files: readonly (LinkView & {
    readonly name: string;
    readonly purpose: string;
    readonly current: boolean;
  })[];
}

export interface NameFieldView {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly example: string;
  /** As given, right or wrong; empty for the example. */
  readonly typed: string;
  readonly problem?: string;
}

export interface GapView {
  readonly answer: AnswerRef;
  readonly why: string;
  /** The finding on what was asked for. */
  readonly finding?: { readonly label: string; readonly href: string };
}

export interface KitView {
  readonly code: string;
  readonly release: { readonly id: string; readonly asOf: string };
  readonly variant: VariantView;
  readonly title: string;
  readonly standing: string;
  /** “Nine files in six steps”; absent where there is nothing to apply. */
  readonly size?: string;
  readonly kubernetes?: string;
  readonly steps: readonly StepView[];
  readonly file: FileView;
  readonly gaps: readonly GapView[];
  readonly notes: readonly Note[];
  readonly fields: readonly NameFieldView[];
  readonly hasProblems: boolean;
  /** Absent while a name is wrong, or where there is nothing in it. */
  readonly archive?: string;
  readonly choices: readonly {
    readonly variant: VariantView;
    readonly href: string;
    readonly current: boolean;
    readonly ruledOut: boolean;
  }[];
  /** The variant in the address, where it is not the planned one. */
  readonly parameter?: string;
}

interface KitQuestion {
  readonly variant: string;
  readonly names: KitNames;
  readonly problems: readonly NameProblem[];
  /** The parameters as typed. */
  readonly typed: Readonly<Record<string, string | undefined>>;
  /** The path of the file to show; the first where there is none of that path. */
  readonly file: string | undefined;
}

const runbook = "RUNBOOK.md";

function viewFile(
  assessment: Assessment,
  kit: Kit,
  path: string,
  hrefOf: (path: string) => string,
): FileView {
  const paths = [...kit.files.map((file) => file.path), runbook];
  const at = paths.indexOf(path);
  const link = (other: string | undefined) => other && { path: other, href: hrefOf(other) };
  const previous = link(paths[at - 1]);
  const next = link(paths[at + 1]);
  const around = { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
  const file = kit.files.find((each) => each.path === path);
  if (!file) {
    return {
      path: runbook,
      purpose: "All commands in order, with how to undo them.",
      reasons: [],
      apply: [],
      undo: [],
      tokens: highlight(kit.runbook, "markdown"),
      ...around,
    };
  }
  const { purpose, because, writtenFor, caution, verify, apply, undo, undoNote } = file;
  return {
    path,
    purpose,
    reasons: because.map(({ question, part }) => referTo(assessment, question, part)),
    writtenFor,
    ...(caution === undefined ? {} : { caution }),
    apply,
    verify,
    undo,
    ...(undoNote === undefined ? {} : { undoNote }),
    tokens: highlight(codeOf(file), file.language),
    ...around,
  };
}

/** A file without the comment at its head, which the page tells in its own words. */
function codeOf({ content }: KitFile): string {
  const [first = "", ...rest] = content.split("\n");
  const shebang = first.startsWith("#!") ? [first] : [];
  const body = rest.slice(rest.indexOf("") + 1);
  return [...shebang, ...body].join("\n");
}

function standingOf(assessment: Assessment, variant: string): string {
  const result = plannableVariants(assessment).find((each) => each.variant === variant)?.result;
  if (result && result.exclusions.length > 0) {
    return "Your answers rule this variant out; the kit shows what starting with it would take all the same.";
  }
  return variant === plannedVariant(assessment)
    ? "It is made for the first place of your result and for your answers."
    : "It is made for your answers and a variant that is not the first place of your result.";
}

function findingFor(
  assessment: Assessment,
  { question, part }: Ask,
  variant: string,
): GapView["finding"] {
  const asked = assessment.matrix.questions.find(({ id }) => id === question);
  const demands =
    asked?.kind === "needs"
      ? asked.rows.find(({ id }) => id === part)?.demands
      : asked?.kind === "importance"
        ? asked.demands
        : undefined;
  const capability = assessment.matrix.capabilities.find(
    ({ id }) => id === demands?.[0]?.capability,
  );
  return capability && { label: capability.label, href: evidenceHref(capability.id, variant) };
}

/** Everything the page of a kit shows; undefined for a variant without a kit. */
export function viewKit(assessment: Assessment, question: KitQuestion): KitView | undefined {
  const { variant, names, problems, typed } = question;
  const kit = buildKit({ variant, answers: assessment.answers, names }, assessment.matrix);
  if (!kit) return undefined;
  const planned = plannedVariant(assessment);
  const parameter = variant === planned ? undefined : variant;
  const view = viewVariant(assessment, variant);
  const hrefOf = (path: string) => kitHref(assessment.code, names, parameter, path);
  const shown =
    kit.files.find(({ path }) => path === question.file)?.path ??
    (question.file === runbook ? runbook : (kit.files[0]?.path ?? runbook));
  const present = steps
    .map(
      ({ id, title, folder }): StepView => ({
        id,
        title,
        files: kit.files
          .filter(({ step }) => step === id)
          .map(({ path, purpose }) => ({
            path,
            name: path.slice(folder.length),
            purpose,
            href: hrefOf(path),
            current: path === shown,
          })),
      }),
    )
    .filter(({ files }) => files.length > 0);
  return {
    code: assessment.code,
    release: assessment.matrix.release,
    variant: view,
    title: `The starter kit for ${smallLabel({ label: view.label })}`,
    standing: standingOf(assessment, variant),
    ...(kit.files.length > 0
      ? {
          size: `${capitalised(counted(kit.files.length, "file"))} in ${counted(present.length, "step")}`,
        }
      : {}),
    ...(kit.kubernetes ? { kubernetes: kit.kubernetes } : {}),
    steps:
      kit.files.length > 0
        ? [
            ...present,
            {
              id: "runbook",
              title: "All of it in order",
              files: [
                {
                  path: runbook,
                  name: runbook,
                  purpose: "All commands in order, with how to undo them.",
                  href: hrefOf(runbook),
                  current: shown === runbook,
                },
              ],
            },
          ]
        : [],
    file: viewFile(assessment, kit, shown, hrefOf),
    gaps: kit.gaps.map(({ ask, why }) => {
      const finding = findingFor(assessment, ask, variant);
      return {
        answer: referTo(assessment, ask.question, ask.part),
        why,
        ...(finding ? { finding } : {}),
      };
    }),
    notes: kit.notes,
    fields: nameFields.map(({ key, label, help, value }) => {
      const problem = problems.find((each) => each.key === key)?.message;
      return {
        key,
        label,
        help,
        example: value,
        typed: typed[key] ?? "",
        ...(problem === undefined ? {} : { problem }),
      };
    }),
    hasProblems: problems.length > 0,
    ...(problems.length > 0 || kit.files.length === 0
      ? {}
      : { archive: kitArchiveHref(assessment.code, names, variant) }),
    choices: plannableVariants(assessment).map((each) => ({
      variant: viewVariant(assessment, each.variant),
      href: kitHref(assessment.code, names, each.variant === planned ? undefined : each.variant),
      current: each.variant === variant,
      ruledOut: each.result.exclusions.length > 0,
    })),
    ...(parameter === undefined ? {} : { parameter }),
  };
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

function firstOf(value: Query[string]): string | undefined {
  const text = typeof value === "string" ? value : value?.[0];
  return text === undefined ? undefined : cutText(text, 500);
}

/** What the address of a kit may hold beside the variant and the file: one text for each name. */
export function readTyped(query: Query): Record<string, string | undefined> {
  return Object.fromEntries(nameFields.map(({ key }) => [key, firstOf(query[key])]));
}

/** The file that an address of a kit asks for. */
export const readFileName = (query: Query) => firstOf(query.file);
