import type { FrontMatter, StepId } from "@/lib/data/kit-types";
import type { QuestionText, Variant } from "@/lib/data/types";
import type { Answers } from "@/lib/engine/types";
import type { KitNames } from "./names";

export type Language = "yaml" | "nftables" | "iptables" | "shell" | "markdown";

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
