import { plannedVariant } from "@/lib/plan/plan";
import { type AnswerRef, referTo } from "@/lib/result/answers";
import type { Ground } from "@/lib/result/ground";
import { type VariantView, viewVariant } from "@/lib/result/look";
import { smallLabel } from "@/lib/result/names";
import { capitalised, counted } from "@/lib/result/words";
import { highlight, type Token } from "./highlight";
import { buildKit } from "./kit";
import { kitArchiveHref, kitHref } from "./links";
import { type KitNames, type NameProblem, nameFields } from "./names";
import { type Because, type KitFile, type Language, steps } from "./types";

/** Why a file is there: a layer that every kit has, or an answer and where to change it. */
export type ReasonView = { readonly text: string } | { readonly answer: AnswerRef };

export interface FileView {
  /** For the address within the page. */
  readonly id: string;
  readonly path: string;
  readonly language: Language;
  readonly purpose: string;
  readonly reasons: readonly ReasonView[];
  readonly writtenFor: string;
  readonly caution?: string;
  readonly verify: string;
  readonly tokens: readonly Token[];
}

export interface StepView {
  readonly id: string;
  /** The title in a word, for the table of contents. */
  readonly short: string;
  readonly title: string;
  /** What the step brings about. */
  readonly finding: string;
  readonly preparations: readonly { readonly what: string; readonly tokens: readonly Token[] }[];
  readonly files: readonly FileView[];
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

export interface KitView {
  readonly code: string;
  readonly release: { readonly id: string; readonly asOf: string };
  readonly variant: VariantView;
  readonly title: string;
  readonly standing: string;
  /** “Nine files in six steps”. */
  readonly size: string;
  readonly steps: readonly StepView[];
  readonly gaps: readonly { readonly answer: AnswerRef; readonly why: string }[];
  readonly notes: readonly string[];
  readonly fields: readonly NameFieldView[];
  readonly hasProblems: boolean;
  /** Absent while a name is wrong. */
  readonly archive?: string;
  readonly choices: readonly {
    readonly variant: VariantView;
    readonly href: string;
    readonly current: boolean;
    readonly ruledOut: boolean;
  }[];
  /** The variant in the address, where it is not the planned one. */
  readonly parameter?: string;
  readonly runbook: readonly Token[];
}

interface KitQuestion {
  readonly variant: string;
  readonly names: KitNames;
  readonly problems: readonly NameProblem[];
  /** The parameters as typed. */
  readonly typed: Readonly<Record<string, string | undefined>>;
}

function reasonOf(ground: Ground, because: Because): ReasonView {
  return "layer" in because
    ? { text: because.layer }
    : { answer: referTo(ground, because.question, because.part) };
}

/** An id that an address can hold: “06-strict/peer-authentication.yaml” → “file-06-strict-peer-authentication-yaml”. */
function idOf(path: string): string {
  return `file-${path.replace(/[^a-z0-9]+/gi, "-").replace(/-$/, "")}`;
}

function viewFile(ground: Ground, file: KitFile): FileView {
  const { path, language, purpose, because, writtenFor, caution, verify, content } = file;
  return {
    id: idOf(path),
    path,
    language,
    purpose,
    reasons: because.map((each) => reasonOf(ground, each)),
    writtenFor,
    ...(caution === undefined ? {} : { caution }),
    verify: verify.what,
    tokens: highlight(content, language),
  };
}

/** What each step is for, said as what it brings about. */
const findings: Readonly<Record<(typeof steps)[number]["id"], string>> = {
  install: "Install it with settings that are safe from the first day",
  enrol: "Let two workloads in and leave the rest alone",
  observe: "See who calls whom before anything is refused",
  permissive: "Start with everything allowed",
  traffic: "Set timeouts, retries and routes once calls are seen",
  strict: "Refuse plaintext when none is left",
  authorize: "Allow one path, then deny the rest",
  gateway: "Check users’ tokens at the door",
  egress: "Let one outside host be called and no other",
  network: "Put a second fence under it, in the network",
  dns: "Make names harder to forge",
  hosts: "Guard the hosts, watching before dropping",
  machines: "Let machines beside the cluster join",
  clusters: "Join the clusters last",
};

function standingOf(ground: Ground, variant: string): string {
  const result = ground.evaluation.variants.find((each) => each.variant === variant);
  if (result && result.exclusions.length > 0) {
    return "Your answers rule this variant out; the kit shows what starting with it would take all the same.";
  }
  return variant === plannedVariant(ground)
    ? "It is made for the first place of your result and for your answers."
    : "It is made for your answers and a variant that is not the first place of your result.";
}

/** Everything the page of a kit shows; undefined for a variant without a kit. */
export function viewKit(ground: Ground, question: KitQuestion): KitView | undefined {
  const { variant, names, problems, typed } = question;
  const kit = buildKit({ variant, answers: ground.answers, names }, ground.matrix);
  if (!kit) return undefined;
  const planned = plannedVariant(ground);
  const view = viewVariant(ground, variant);
  const present = steps
    .map(
      ({ id, short, title }): StepView => ({
        id,
        short,
        title,
        finding: findings[id],
        preparations:
          id === "install"
            ? kit.preparations.map(({ what, commands }) => ({
                what,
                tokens: highlight(`${commands.join("\n")}\n`, "shell"),
              }))
            : [],
        files: kit.files.filter(({ step }) => step === id).map((file) => viewFile(ground, file)),
      }),
    )
    .filter(({ files, preparations }) => files.length + preparations.length > 0);
  return {
    code: ground.code,
    release: ground.matrix.release,
    variant: view,
    title: `The starter kit for ${smallLabel({ label: view.label })}`,
    standing: standingOf(ground, variant),
    size: `${capitalised(counted(kit.files.length, "file"))} in ${counted(present.length, "step")}`,
    steps: present,
    gaps: kit.gaps.map(({ ask, why }) => ({
      answer: referTo(ground, ask.question, ask.part),
      why,
    })),
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
    ...(problems.length > 0 ? {} : { archive: kitArchiveHref(ground.code, names, variant) }),
    choices: ground.evaluation.variants.map((each) => ({
      variant: viewVariant(ground, each.variant),
      href: kitHref(ground.code, names, each.variant === planned ? undefined : each.variant),
      current: each.variant === variant,
      ruledOut: each.exclusions.length > 0,
    })),
    ...(variant === planned ? {} : { parameter: variant }),
    runbook: highlight(kit.runbook, "markdown"),
  };
}

/** What the address of a kit may hold beside the variant: one text for each name. */
export function readTyped(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    nameFields.map(({ key }) => {
      const value = query[key];
      const text = typeof value === "string" ? value : value?.[0];
      return [key, text === undefined ? undefined : text.slice(0, 500)];
    }),
  );
}
