import type { Answers } from "@/lib/engine/types";
import type { QuestionText, Variant } from "@/lib/matrix/types";
import type { KitNames } from "./names";

export type Language =
  | "yaml"
  | "hcl"
  | "json"
  | "ini"
  | "nftables"
  | "iptables"
  | "shell"
  | "markdown";

/** The steps of a kit, in the order in which they are applied: permissive before strict, allow before deny. */
export const steps = [
  { id: "install", short: "Install", title: "Install" },
  { id: "enrol", short: "Enrol", title: "Enrol the pilot workloads" },
  { id: "observe", short: "Observe", title: "See what happens" },
  { id: "permissive", short: "Permissive", title: "Start permissive" },
  { id: "traffic", short: "Traffic", title: "Timeouts, retries and routes" },
  { id: "strict", short: "Strict", title: "Refuse plaintext" },
  { id: "authorize", short: "Authorize", title: "Allow one path, deny the rest" },
  { id: "gateway", short: "Gateway", title: "Authenticate at the gateway" },
  { id: "egress", short: "Egress", title: "Control what leaves" },
  { id: "network", short: "Network", title: "Network policy" },
  { id: "dns", short: "DNS", title: "DNS" },
  { id: "hosts", short: "Hosts", title: "Host firewall" },
  { id: "machines", short: "Machines", title: "Machines beside the cluster" },
  { id: "clusters", short: "Clusters", title: "Further clusters" },
] as const;

export type StepId = (typeof steps)[number]["id"];

/** An answer that asks for a file, by question and, where it has parts, by row or flag. */
export interface Ask {
  readonly question: string;
  readonly part?: string;
}

/** Why a file is in the kit: an answer, or a layer that every kit has. */
export type Because = Ask | { readonly layer: string };

export interface Action {
  readonly what: string;
  /** Empty where it is done by hand. */
  readonly commands: readonly string[];
}

export interface KitFile {
  /** Path inside the kit: `06-strict/peer-authentication.yaml`. */
  readonly path: string;
  readonly step: StepId;
  readonly language: Language;
  /** What it does, a sentence. */
  readonly purpose: string;
  readonly because: readonly Because[];
  /** The product and version it is written for. */
  readonly writtenFor: string;
  /** What to know before it is applied. */
  readonly caution?: string;
  readonly apply: readonly string[];
  readonly verify: Action;
  readonly undo: readonly string[];
  readonly content: string;
}

/** An installation step without a file: charts, command-line tools, custom resource definitions. */
export interface Preparation {
  readonly what: string;
  readonly commands: readonly string[];
  readonly undo: readonly string[];
}

/** What was asked for and has no file, and why. */
export interface Gap {
  readonly ask: Ask;
  readonly why: string;
}

/** What one variant's generator makes of a request. */
export interface Draft {
  readonly files: readonly KitFile[];
  readonly preparations: readonly Preparation[];
  /** By “question” or “question.part”: why an answer has no file with this variant. */
  readonly reasons: Readonly<Record<string, string>>;
  /** What the reader must know about the kit as a whole. */
  readonly notes: readonly string[];
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
  readonly names: KitNames;
  readonly files: readonly KitFile[];
  readonly preparations: readonly Preparation[];
  readonly gaps: readonly Gap[];
  readonly notes: readonly string[];
  /** The commands in order, as Markdown. */
  readonly runbook: string;
}
