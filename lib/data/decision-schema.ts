import { z } from "zod";
import { day, id, prose } from "./schema";

/** How a decision was put into needs: what whoever encoded it could see, and by which steps. */
export const protocolsSchema = z
  .array(
    z.strictObject({
      id,
      /** blind: without sight of the choice. masked: by someone who had read it, from a text that does not tell it. */
      kind: z.enum(["blind", "masked"]),
      label: z.string().min(3).max(60),
      /** In a sentence for the method page. */
      text: prose,
    }),
  )
  .min(1);

const importance = z.enum(["no", "nice", "important", "must"]);

/** Facts about the organisation that the source states; what it does not state is left out. */
const contextSchema = z.strictObject({
  services: z.enum(["few", "some", "many", "very-many"]).optional(),
  clusters: z.enum(["one", "few", "many", "edge"]).optional(),
  flatNetwork: z.boolean().optional(),
  platforms: z.array(z.enum(["kubernetes", "vm", "nomad", "ecs"])),
  kubernetes: z
    .array(
      z.enum([
        "eks",
        "eks-auto",
        "eks-fargate",
        "gke",
        "gke-autopilot",
        "aks",
        "aks-cilium",
        "openshift",
        "small",
        "self-managed",
        "other-cloud",
      ]),
    )
    .optional(),
  cni: z.enum(["cilium", "calico", "provider-cilium", "provider", "other"]).optional(),
  cniFixed: z.boolean().optional(),
  workloads: z
    .array(z.enum(["jobs", "stateful", "knative", "kubevirt", "sandbox", "ai"]))
    .optional(),
  team: z.enum(["small", "platform", "organisation"]).optional(),
  languages: z.enum(["one", "few", "many"]).optional(),
  latencySensitivity: z.enum(["low", "high"]).optional(),
  resourceSensitivity: z.enum(["low", "high"]).optional(),
  simplicityFirst: z.literal(true).optional(),
  licence: z.enum(["osi", "foundation", "commercial-ok"]).optional(),
  compliance: z.array(z.string().min(2).max(60)).optional(),
  stack: z
    .array(
      z.enum([
        "consul",
        "vault",
        "nomad",
        "hashicorp",
        "cilium",
        "ebpf-cni",
        "envoy",
        "certificates",
        "otel",
        "aws",
        "gcp",
        "azure",
        "on-premises",
      ]),
    )
    .optional(),
  mtlsSolved: z.literal(true).optional(),
  incumbent: z.enum(["istio", "linkerd", "consul", "cilium"]).optional(),
  intent: z.enum(["keep", "open", "leave"]).optional(),
  networkPolicyEnough: z.literal(true).optional(),
  wireEncryptionEnough: z.literal(true).optional(),
  managedWanted: z.boolean().optional(),
  /** The text says that this is all that is wanted. */
  nothingElse: z.literal(true).optional(),
});

/** A published decision, with its needs in the matrix's own terms. */
export const decisionSchema = z.strictObject({
  id,
  organisation: z.string().min(2).max(80),
  year: z.int().min(2017).max(2030).optional(),
  source: z.strictObject({
    url: z.url({ protocol: /^https$/ }).optional(),
    title: z.string().min(3).max(160),
  }),
  /** One of protocols.json. */
  protocol: id,
  encodedOn: z.union([day, z.string().regex(/^\d{4}-\d{2}$/, "write a day or a month: 2026-11")]),
  /** The situation in our words, without the choice. */
  text: z.string().min(40).max(700),
  choice: z.strictObject({ option: id, variant: id.optional() }),
  /** Options or variants that its author, or a judge who knows the field, would also have accepted. */
  acceptable: z.array(id),
  /** weak: thin source, or reasons that do not tell the options apart. */
  strength: z.enum(["strong", "weak"]),
  /** capability → importance; what is not named stays open. */
  needs: z.record(id, importance),
  context: contextSchema,
  /** What the text asks for and the questionnaire cannot say. */
  beyond: z.array(z.string().min(3).max(120)),
});

const count = z.int().min(0);
const agreementSchema = z.strictObject({
  label: z.string(),
  cases: count,
  /** Mean share of first place, of 100. */
  shown: z.number(),
  exact: count,
  acceptable: count,
});
const verdictSchema = z.strictObject({
  word: z.string(),
  /** Empty when nothing is possible. */
  first: z.string(),
  share: z.number(),
});

/** How well the published decisions are met: written by npm run decisions -- --write, never by hand. */
export const trialSchema = z.strictObject({
  decisions: count,
  groups: z.array(
    z.strictObject({
      id: z.enum(["blind", "masked", "all"]),
      label: z.string(),
      cases: count,
      judges: z.array(
        z.strictObject({
          id,
          label: z.string(),
          exact: count,
          acceptable: count,
          brier: z.number(),
        }),
      ),
      bands: z.array(agreementSchema),
      words: z.array(agreementSchema),
    }),
  ),
  cases: z.array(
    z.strictObject({
      id,
      first: z.string(),
      word: z.string(),
      share: z.number(),
      agreement: z.enum(["chosen", "acceptable", "other"]),
    }),
  ),
  /** How many decisions want it, by importance: question or question.row. */
  rates: z.array(z.strictObject({ place: z.string(), nice: count, important: count, must: count })),
  informative: z.array(z.strictObject({ question: id, bits: z.number(), quick: z.boolean() })),
  /** The verdict on each example architecture, by what is believed of open answers. */
  priors: z.array(
    z.strictObject({
      preset: id,
      verdicts: z.strictObject({
        decisions: verdictSchema,
        nothing: verdictSchema,
        independent: verdictSchema,
        uniform: verdictSchema,
      }),
    }),
  ),
});
