import { isAtLeast, isImportance, isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Importance, Question } from "@/lib/engine/types";
import type { Decision } from "./types";

/**
 * From a decision's needs and context to answers of the questionnaire: fixed and mechanical, so that nobody can bend an
 * answer towards a verdict. Each capability goes to the row that asks for it; the tables below hold what is left.
 */

/** Capabilities that no row demands by itself, or that several do → where they are asked for. */
const places: Readonly<Record<string, string>> = {
  "low-latency-overhead": "overhead.latency",
  "low-resource-overhead": "overhead.memory",
  "control-plane-footprint": "overhead.memory",
  "mtls-tcp": "strict",
};

/** Capabilities that a fact answers: handled by `facts` below, or by nothing the questionnaire asks. */
const byFacts = new Set([
  "learning-curve",
  "license",
  "multicluster-no-flat-network",
  "neutral-governance",
  "non-k8s-orchestrators",
  "vm-workloads",
]);

/** Where the weaker wish is enough for them, the stronger is not what they ask for. */
const weaker = {
  networkPolicyEnough: { "authz-l4": "policy.network" },
  wireEncryptionEnough: { "mtls-auto": "wire", "node-encryption": "wire" },
} as const;

/** One kind of Kubernetes in a decision → the questionnaire's value. Several kinds are none of them. */
const kinds: Readonly<Record<string, string>> = {
  eks: "eks-ec2",
  gke: "gke-standard",
  aks: "aks-other",
};

const teams = { small: "five", platform: "ten", organisation: "org" } as const;

/** Flags of "What do you already run?" → what in a decision's stack sets them. */
const stackFlags: Readonly<Record<string, readonly string[]>> = {
  consul: ["consul"],
  vault: ["vault"],
  nomad: ["nomad"],
  // Retired, and still the right word where the source does not say which.
  hashicorp: ["hashicorp"],
  envoy: ["envoy"],
  certificates: ["certificates"],
  otel: ["otel"],
};
const otherClouds = ["gcp", "azure", "on-premises"];

/** Where the questionnaire asks for a capability, as question or question.row; undefined where nothing does. */
export function placeOf(questions: readonly Question[], capability: string): string | undefined {
  const fixed = places[capability];
  if (fixed) return fixed;
  for (const question of questions) {
    const demands = (list: readonly { readonly capability: string }[]) =>
      list.some((each) => each.capability === capability);
    if (question.kind === "importance" && demands(question.demands)) return question.id;
    if (question.kind !== "needs") continue;
    const row = question.rows.find((each) => demands(each.demands));
    if (row) return `${question.id}.${row.id}`;
  }
  return undefined;
}

function weakerPlaceOf({ context }: Decision, capability: string): string | undefined {
  const found = Object.entries(weaker).find(
    ([enough, instead]) => context[enough as keyof typeof weaker] && capability in instead,
  );
  return found && (found[1] as Readonly<Record<string, string>>)[capability];
}

/** Whether the mapping knows what to do with a need for this capability. */
export function canAsk(questions: readonly Question[], capability: string): boolean {
  return byFacts.has(capability) || placeOf(questions, capability) !== undefined;
}

class Draft {
  readonly answers: Record<string, Answer> = {};

  set(question: string, value: string | readonly string[] | undefined): void {
    if (value !== undefined) this.answers[question] = value;
  }

  /** Asks for it at least this much. */
  wish(place: string, importance: Importance): void {
    const [question = "", row] = place.split(".");
    const before = this.answers[question];
    if (row === undefined) {
      const known = typeof before === "string" ? (before as Importance) : undefined;
      this.answers[question] = known && isAtLeast(known, importance) ? known : importance;
      return;
    }
    const rows = isRows(before) ? before : {};
    const known = rows[row];
    if (!isImportance(known) || isAtLeast(importance, known))
      this.answers[question] = { ...rows, [row]: importance };
  }
}

/** Which Kubernetes it is, its network plug-in, and whether that may change. */
function network(draft: Draft, context: Decision["context"]): void {
  const [kind, ...others] = context.kubernetes ?? [];
  if (kind && others.length === 0) draft.set("kubernetes", kinds[kind] ?? kind);
  const byStack = context.stack?.some((each) => each === "cilium" || each === "ebpf-cni");
  const cni = context.cni ?? (byStack ? "cilium" : undefined);
  draft.set("cni", cni);
  if (context.cniFixed === undefined) return;
  const run = cni === "provider" || cni === "provider-cilium";
  draft.set("cni-change", context.cniFixed ? (run ? "fixed" : "settings") : "yes");
}

function facts(draft: Draft, { needs, context }: Decision): void {
  const { platforms } = context;
  const wants = (capability: string, atLeast: Importance) =>
    isAtLeast(needs[capability] ?? "no", atLeast);
  const platform = platforms.includes("kubernetes") ? "kubernetes" : platforms[0];
  draft.set("platform", platform);
  draft.set("services", context.services);
  draft.set("languages", context.languages);
  draft.set("team", context.team && teams[context.team]);
  draft.set("today", context.incumbent);
  if (context.incumbent) draft.set("incumbent", context.intent);
  if (platform === "kubernetes") network(draft, context);
  for (const workload of context.workloads ?? []) draft.wish(`workloads.${workload}`, "important");

  const machines = needs["vm-workloads"];
  if (machines && platform !== "vm") draft.wish("also.vm", machines);
  const orchestrators = needs["non-k8s-orchestrators"];
  if (orchestrators && platform !== "nomad" && platform !== "ecs")
    draft.wish("also.orchestrators", orchestrators);

  const apart = wants("multicluster-no-flat-network", "nice") || context.flatNetwork === false;
  const { clusters } = context;
  if (clusters === "few" || clusters === "many") {
    const flat = context.flatNetwork === true && !apart;
    draft.set("clusters", flat ? "flat" : clusters === "few" ? "separate" : "many");
  } else draft.set("clusters", clusters ?? (apart ? "separate" : undefined));

  const governed = context.licence === "foundation" || wants("neutral-governance", "important");
  const open = context.licence === "osi" || wants("license", "important");
  if (governed) draft.set("licence", "foundation");
  else if (open) draft.set("licence", "osi");
  else if (context.licence === "commercial-ok") {
    draft.set("licence", "any");
    draft.set("spend", "yes");
  }
  if (context.simplicityFirst || wants("learning-curve", "important"))
    draft.set("preference", "simple");
  if (context.latencySensitivity === "high") draft.wish("overhead.latency", "nice");
  if (context.resourceSensitivity === "high") draft.wish("overhead.memory", "nice");
  if (context.managedWanted) draft.wish("support.managed", "important");
  if (context.compliance?.includes("fips")) draft.wish("cryptography.fips", "must");

  const stack = new Set<string>(context.stack);
  const flags = Object.entries(stackFlags)
    .filter(([, signs]) => signs.some((sign) => stack.has(sign)))
    .map(([flag]) => flag);
  if (context.mtlsSolved && !flags.includes("certificates")) flags.push("certificates");
  if (stack.has("aws") && !otherClouds.some((cloud) => stack.has(cloud))) flags.push("aws");
  if (flags.length > 0) draft.set("stack", flags.sort());
}

/** Everything that is still open among wishes becomes "not needed": the text says that nothing else is wanted. */
function close(draft: Draft, questions: readonly Question[]): void {
  for (const question of questions) {
    if (question.kind === "importance") draft.wish(question.id, "no");
    if (question.kind === "needs")
      for (const { id } of question.rows) draft.wish(`${question.id}.${id}`, "no");
  }
}

/**
 * A decision as others borrow from it: what was wanted and said, without a name. Wishes it does not name were not wanted.
 */
export function profileOf(questions: readonly Question[], decision: Decision): Answers {
  // What somebody runs today is no wish that others could share.
  const { nothingElse: _, incumbent: __, intent: ___, ...context } = decision.context;
  const answers = answersOf(questions, { ...decision, context });
  const wanted = Object.entries(answers).map(([question, answer]) => [
    question,
    isRows(answer)
      ? Object.fromEntries(Object.entries(answer).filter(([, importance]) => importance !== "no"))
      : answer,
  ]);
  return Object.fromEntries(wanted);
}

/** The answers a decision gives. Wishes it does not name stay open, unless it says that nothing else is wanted. */
export function answersOf(questions: readonly Question[], decision: Decision): Answers {
  const draft = new Draft();
  facts(draft, decision);
  for (const [capability, importance] of Object.entries(decision.needs)) {
    const place = byFacts.has(capability)
      ? undefined
      : (weakerPlaceOf(decision, capability) ?? placeOf(questions, capability));
    if (place) draft.wish(place, importance);
  }
  if (decision.context.nothingElse) close(draft, questions);
  return draft.answers;
}
