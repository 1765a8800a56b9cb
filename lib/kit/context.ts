import { type Asks, sayBecause } from "./asks";
import { emitHcl, type HclBody } from "./emit/hcl";
import { describeHead } from "./emit/head";
import { emitIni } from "./emit/ini";
import { emitYaml } from "./emit/yaml";
import type { KitNames } from "./names";
import {
  type Action,
  type Because,
  type KitFile,
  type KitTexts,
  type Language,
  type StepId,
  steps,
} from "./types";

/** What every generator works from. */
export interface Context {
  readonly variant: string;
  readonly asks: Asks;
  readonly names: KitNames;
  readonly texts: KitTexts;
}

/** What a generator says about a file; the rest is derived. */
export interface FileSpec {
  readonly step: StepId;
  /** File name without folder. */
  readonly name: string;
  readonly purpose: string;
  readonly because: readonly Because[];
  readonly writtenFor: string;
  readonly caution?: string;
  /** In place of `kubectl apply`, or of nothing where the language has no tool of its own. */
  readonly apply?: (path: string) => readonly string[];
  readonly verify: Action;
  readonly undo?: (path: string) => readonly string[];
}

function pathOf({ step, name }: FileSpec): string {
  const number = String(steps.findIndex(({ id }) => id === step) + 1).padStart(2, "0");
  return `${number}-${step}/${name}`;
}

function assemble(
  context: Context,
  spec: FileSpec,
  language: Language,
  defaults: {
    readonly apply: (path: string) => string[];
    readonly undo: (path: string) => string[];
  },
  emit: (head: readonly string[]) => string,
): KitFile {
  const path = pathOf(spec);
  const { step, purpose, writtenFor, caution, verify } = spec;
  const because = [
    ...new Map(spec.because.map((each) => [JSON.stringify(each), each] as const)).values(),
  ];
  const apply = (spec.apply ?? defaults.apply)(path);
  const undo = (spec.undo ?? defaults.undo)(path);
  const head = describeHead({
    purpose,
    because: because.map((each) => sayBecause(each, context.texts.questions, context.asks.answers)),
    writtenFor,
    caution,
    apply,
    verify,
    undo,
  });
  return {
    path,
    step,
    language,
    purpose,
    because,
    writtenFor,
    ...(caution === undefined ? {} : { caution }),
    apply,
    verify,
    undo,
    content: emit(head),
  };
}

const nothing = { apply: () => [], undo: () => [] };

/** A file of Kubernetes objects, applied in their order. */
export function manifest(context: Context, spec: FileSpec, documents: readonly object[]): KitFile {
  return assemble(
    context,
    spec,
    "yaml",
    {
      apply: (path) => [`kubectl apply -f ${path}`],
      undo: (path) => [`kubectl delete --ignore-not-found -f ${path}`],
    },
    (head) => emitYaml(head, documents),
  );
}

/** Settings in YAML that are no Kubernetes object: the values of a chart, a collector's configuration. */
export function settings(context: Context, spec: FileSpec, value: object): KitFile {
  return assemble(context, spec, "yaml", nothing, (head) => emitYaml(head, [value]));
}

/** A file in HashiCorp's configuration language. */
export function hcl(context: Context, spec: FileSpec, body: HclBody): KitFile {
  return assemble(context, spec, "hcl", nothing, (head) => emitHcl(head, body));
}

/** A unit or drop-in of systemd. */
export function ini(
  context: Context,
  spec: FileSpec,
  sections: Parameters<typeof emitIni>[1],
): KitFile {
  return assemble(context, spec, "ini", nothing, (head) => emitIni(head, sections));
}

/** JSON has no comments: what the head would say stands in the runbook only. */
export function json(context: Context, spec: FileSpec, value: object): KitFile {
  return assemble(context, spec, "json", nothing, () => `${JSON.stringify(value, null, 2)}\n`);
}

/** Text in a language without a library: rules of a packet filter, commands. */
export function text(
  context: Context,
  spec: FileSpec,
  language: "nftables" | "iptables" | "shell",
  lines: readonly string[],
): KitFile {
  const first =
    language === "shell"
      ? ["#!/usr/bin/env bash"]
      : language === "nftables"
        ? ["#!/usr/sbin/nft -f"]
        : [];
  return assemble(context, spec, language, nothing, (head) =>
    [...first, ...head.map((line) => `# ${line}`.trimEnd()), "", ...lines, ""].join("\n"),
  );
}
