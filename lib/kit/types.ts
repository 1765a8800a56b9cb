import type { z } from "zod";
import type { Answers } from "@/lib/engine/types";
import type { QuestionText, Variant } from "@/lib/matrix/types";
import type { KitNames } from "./names";
import type * as schema from "./schema";

export type Language = "yaml" | "nftables" | "iptables" | "shell" | "markdown";

/** The steps of a kit, in the order in which they are applied. */
export const steps = [
  { id: "look", short: "Look", title: "Look at what is there", folder: "" },
  { id: "install", short: "Install", title: "Install", folder: "01-install/" },
  { id: "enrol", short: "Enrol", title: "Enrol the pilot workloads", folder: "02-enrol/" },
  { id: "observe", short: "Observe", title: "See what happens", folder: "03-observe/" },
  { id: "strict", short: "Identity", title: "Refuse plaintext", folder: "04-strict/" },
  {
    id: "authorize",
    short: "Authorize",
    title: "Allow one path, refuse the rest",
    folder: "05-authorize/",
  },
  { id: "edge", short: "Edge", title: "Check users at the gateway", folder: "06-edge/" },
  { id: "layers", short: "Layers", title: "Network and host layers", folder: "07-layers/" },
] as const;

export type StepId = (typeof steps)[number]["id"];

export type FrontMatter = z.infer<typeof schema.frontMatterSchema>;
export type Family = z.infer<typeof schema.familySchema> & { readonly id: string };
export type Versions = z.infer<typeof schema.versionsSchema>;
export type Product = Omit<Versions["products"][number], "lines" | "kubernetes" | "gatewayApi"> & {
  readonly kubernetes?: readonly [from: string, to: string];
  /** The line whose range this is, where its makers have stated none for the version itself. */
  readonly statedFor?: string;
  /** `to` is a minor version with all its patches. */
  readonly gatewayApi?: { readonly from: string; readonly to: string; readonly install: string };
};
export type Intents = z.infer<typeof schema.intentsSchema>;
export type HostRules = z.infer<typeof schema.hostRulesSchema>;
export type Conditions = z.infer<typeof schema.conditionsSchema>;

/** A file of data/kits before its blocks are chosen and its names are put in. */
export interface Source {
  /** From data/kits: “istio/strict/peer-authentication.yaml”. */
  readonly path: string;
  readonly step: StepId;
  readonly name: string;
  readonly head: string;
  readonly body: string;
}

/** All of data/kits. */
export interface KitData {
  readonly families: readonly Family[];
  readonly sources: readonly Source[];
  readonly conditions: Conditions;
  readonly versions: Omit<Versions, "products"> & { readonly products: readonly Product[] };
  readonly gaps: z.infer<typeof schema.gapsSchema>;
  readonly intents: Intents;
  readonly hosts: HostRules;
}

/** An answer that asks for a file, by question and, where it has parts, by row or flag. */
export interface Ask {
  readonly question: string;
  readonly part?: string;
}

export interface KitFile {
  /** Path inside the kit: `04-strict/peer-authentication.yaml`. */
  readonly path: string;
  readonly step: StepId;
  readonly language: Language;
  readonly how: FrontMatter["how"];
  readonly purpose: string;
  /** The answers that ask for it. */
  readonly because: readonly Ask[];
  readonly duties: readonly string[];
  readonly writtenFor: string;
  readonly caution?: string;
  readonly apply: readonly string[];
  readonly verify: { readonly what: string; readonly commands: readonly string[] };
  readonly undo: readonly string[];
  readonly undoNote?: string;
  readonly content: string;
}

/** What was asked for and has no file, and why. */
export interface Gap {
  readonly ask: Ask;
  readonly why: string;
}

export interface Note {
  readonly text: string;
  readonly link?: string;
}

export interface KitRequest {
  readonly variant: string;
  readonly answers: Answers;
  readonly names: KitNames;
}

/** Texts of the matrix that a kit quotes. */
export interface KitTexts {
  readonly questions: readonly QuestionText[];
  readonly variants: readonly Variant[];
}

export interface Kit {
  readonly variant: Variant;
  readonly family: string;
  readonly names: KitNames;
  readonly files: readonly KitFile[];
  readonly gaps: readonly Gap[];
  readonly notes: readonly Note[];
  /** The Kubernetes versions on which all parts run: “1.33 to 1.36”; absent where none is used. */
  readonly kubernetes?: string;
  /** The commands in order, as Markdown. */
  readonly runbook: string;
}
