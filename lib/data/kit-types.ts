import type { z } from "zod";
import type * as schema from "./kit-schema";

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
