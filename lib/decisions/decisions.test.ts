import { describe, expect, test } from "vitest";
import { answersOf, canAsk, placeOf, profileOf } from "@/lib/data/decision-answers";
import type { Decision } from "@/lib/data/types";
import { judge } from "@/lib/engine/judge";
import { matrix, table } from "@/lib/site/data";
import { asEditionOne } from "./edition-1";
import { holdAgainst, reliabilityByBand, scoresOf } from "./trial";

const { questions } = table;
const bare: Decision = {
  id: "some-case",
  organisation: "Somebody",
  source: { title: "A source" },
  protocol: "blind-text",
  encodedOn: "2026-11",
  text: "A situation that is told without the choice that was made.",
  choice: { option: "linkerd" },
  acceptable: ["istio-ambient"],
  strength: "strong",
  needs: {},
  context: { platforms: ["kubernetes"] },
  beyond: [],
};
const of = (needs: Decision["needs"], context: Partial<Decision["context"]> = {}) =>
  answersOf(questions, { ...bare, needs, context: { ...bare.context, ...context } });

describe("needs and context become answers by rule", () => {
  test("every capability of the matrix has a place, or is known to have none", () => {
    // What a platform admits is asked for by the rule on that platform, not by a row.
    const byRule = new Set(
      matrix.rules.flatMap(({ effects }) =>
        effects.flatMap((effect) => ("need" in effect ? [effect.need] : [])),
      ),
    );
    const homeless = matrix.capabilities
      .map(({ id }) => id)
      .filter((id) => !canAsk(questions, id) && !byRule.has(id));
    expect(homeless).toEqual([]);
  });

  test("a need goes to the row that asks for it; what is not named stays open", () => {
    expect(of({ mirroring: "must", "mtls-auto": "important" })).toEqual({
      platform: "kubernetes",
      mtls: "important",
      routing: { mirror: "must" },
    });
    expect(placeOf(questions, "mirroring")).toBe("routing.mirror");
  });

  test("two capabilities of one row count once, at the greater importance", () => {
    const canary = { routing: { canary: "must" } };
    expect(of({ "traffic-split": "important", "progressive-delivery": "must" })).toMatchObject(
      canary,
    );
    expect(of({ "progressive-delivery": "must", "traffic-split": "important" })).toMatchObject(
      canary,
    );
  });

  test("what the platform is by itself is not asked for beside it", () => {
    expect(of({ "vm-workloads": "must" })).toMatchObject({ also: { vm: "must" } });
    expect(of({ "vm-workloads": "must" }, { platforms: ["vm"] })).toEqual({ platform: "vm" });
    expect(of({ "non-k8s-orchestrators": "must" }, { platforms: ["nomad"] })).toEqual({
      platform: "nomad",
    });
    expect(of({ "non-k8s-orchestrators": "must" }, { platforms: ["vm"] })).toEqual({
      platform: "vm",
      also: { orchestrators: "must" },
    });
  });

  test("facts become choices", () => {
    expect(
      of(
        { license: "must", "multicluster-no-flat-network": "nice" },
        { clusters: "few", flatNetwork: true, team: "small", simplicityFirst: true },
      ),
    ).toEqual({
      platform: "kubernetes",
      clusters: "separate",
      team: "five",
      licence: "osi",
      preference: "simple",
    });
    expect(of({}, { clusters: "many", flatNetwork: true })).toMatchObject({ clusters: "flat" });
    expect(of({}, { stack: ["aws"] })).toMatchObject({ stack: ["aws"] });
    expect(of({}, { stack: ["aws", "gcp"] })).not.toHaveProperty("stack");
  });

  test("the estate is told by what the source says of it, and no more", () => {
    expect(of({}, { kubernetes: ["eks"], cni: "provider", cniFixed: true })).toEqual({
      platform: "kubernetes",
      kubernetes: "eks-ec2",
      cni: "provider",
      "cni-change": "fixed",
    });
    expect(of({}, { kubernetes: ["eks", "self-managed"], stack: ["ebpf-cni"] })).toEqual({
      platform: "kubernetes",
      cni: "cilium",
    });
    expect(of({}, { platforms: ["vm"], cni: "cilium" })).toEqual({ platform: "vm" });
    expect(of({ "pod-lifecycle": "must" }, { workloads: ["jobs", "stateful"] })).toMatchObject({
      workloads: { jobs: "must", stateful: "important" },
    });
    expect(of({}, { incumbent: "istio", intent: "leave" })).toMatchObject({
      today: "istio",
      incumbent: "leave",
    });
  });

  test("where the weaker wish is enough, the stronger is not asked for", () => {
    expect(of({ "authz-l4": "must" }, { networkPolicyEnough: true })).toMatchObject({
      policy: { network: "must" },
    });
    expect(of({ "node-encryption": "nice" }, { wireEncryptionEnough: true })).toEqual({
      platform: "kubernetes",
      wire: "nice",
    });
  });

  test("that nothing else is wanted closes every wish, and a profile leaves all that out", () => {
    const closed = { ...bare, needs: { retries: "must" as const } };
    const decision: Decision = { ...closed, context: { ...bare.context, nothingElse: true } };
    const answers = answersOf(questions, decision);
    expect(answers.mtls).toBe("no");
    expect(answers.resilience).toMatchObject({ retries: "must", timeouts: "no" });
    expect(profileOf(questions, decision)).toEqual({
      platform: "kubernetes",
      resilience: { retries: "must" },
    });
  });

  test("a profile does not lend what somebody runs today", () => {
    const context = { ...bare.context, incumbent: "istio", intent: "leave" } as const;
    expect(profileOf(questions, { ...bare, context })).toEqual({ platform: "kubernetes" });
  });
});

describe("what the engine borrows from", () => {
  test("is the decisions and nothing that tells whose they are", () => {
    expect(table.profiles).toHaveLength(matrix.decisions.length);
    const text = JSON.stringify(table.profiles);
    for (const { id, organisation } of matrix.decisions) {
      expect(text).not.toContain(`"${id}"`);
      expect(text).not.toContain(organisation);
    }
  });

  test("changes a verdict that leaves much open, and none that leaves nothing open", () => {
    const few = { platform: "kubernetes", mtls: "must" };
    const without = { ...table, profiles: [] };
    expect(judge(table, few).options).not.toEqual(judge(without, few).options);
  });
});

describe("a trial", () => {
  const said = { first: "istio", variant: "istio-ambient", shares: { istio: 70, linkerd: 30 } };

  test("counts the experts' option as exact, and what they accept as acceptable", () => {
    const exact = { ...bare, choice: { option: "istio" } };
    expect(holdAgainst(exact, said)).toMatchObject({ exact: true, acceptable: true });
    expect(holdAgainst(bare, said)).toMatchObject({ exact: false, acceptable: true });
    const sidecar = { ...said, variant: "istio-sidecar" };
    expect(holdAgainst(bare, sidecar)).toMatchObject({ exact: false, acceptable: false });
    const wholeOption = { ...bare, acceptable: ["istio"] };
    expect(holdAgainst(wholeOption, sidecar)).toMatchObject({ exact: false, acceptable: true });
  });

  test("scores shares by the squares of what was missed", () => {
    const scores = scoresOf([holdAgainst(bare, said)], ["istio", "linkerd", "consul"]);
    expect(scores.brier).toBeCloseTo(0.7 ** 2 + 0.7 ** 2, 12);
    const sure = { ...said, first: "linkerd", shares: { linkerd: 100 } };
    expect(scoresOf([holdAgainst(bare, sure)], ["istio", "linkerd"]).brier).toBe(0);
  });

  test("puts a share into one band, its lower bound included", () => {
    const at = (share: number) => {
      const shown = { ...said, shares: { istio: share } };
      return reliabilityByBand([holdAgainst(bare, shown)]).find(({ cases }) => cases === 1)?.label;
    };
    expect([100, 80, 79, 60, 59, 40, 39].map(at)).toEqual([
      "80 and more",
      "80 and more",
      "60 to 80",
      "60 to 80",
      "40 to 60",
      "40 to 60",
      "under 40",
    ]);
  });
});

describe("edition 1 is asked what it could have been asked", () => {
  test("unknown questions and rows are left out, and finer ones become the nearest it had", () => {
    const answers = {
      platform: "kubernetes",
      cni: "cilium",
      workloads: { jobs: "must" },
      policy: { network: "must", deny: "nice" },
      stack: ["consul", "envoy"],
      mtls: "must",
    } as const;
    const old = {
      ...table,
      questions: [
        { id: "platform", kind: "choice", values: ["kubernetes"] },
        { id: "mtls", kind: "importance", demands: [] },
        { id: "stack", kind: "flags", flags: ["hashicorp", "cilium", "envoy"] },
        {
          id: "policy",
          kind: "needs",
          rows: [
            { id: "l4", demands: [] },
            { id: "deny", demands: [] },
          ],
        },
      ],
    } as const;
    expect(asEditionOne(old, answers)).toEqual({
      platform: "kubernetes",
      mtls: "must",
      policy: { l4: "must", deny: "nice" },
      stack: ["cilium", "envoy", "hashicorp"],
    });
  });
});
