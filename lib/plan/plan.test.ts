import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { When } from "@/lib/data/plan-types";
import type { Matrix } from "@/lib/data/types";
import type { Answers } from "@/lib/engine/types";
import type { Assessment } from "@/lib/result/assessment";
import { plannedVariant } from "@/lib/result/planned";
import { matrix, table } from "@/lib/site/data";
import { planData } from "@/lib/site/plan";
import { applies } from "./applies";
import { findVariant, type PlanView, viewPlan, viewPlanSummary } from "./plan";
import { answersTo, assessmentOf } from "./plan.fixtures";

const variants = matrix.variants.map(({ id }) => id);
const cases = fc.tuple(answersTo(table.questions), fc.constantFrom(...variants));

function planOf(answers: Answers, variant: string): PlanView {
  return viewPlan(assessmentOf(matrix, table, answers), planData, variant);
}

/** Every string of a view, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function findingsOf(plan: PlanView): string[] {
  const { layers, serviceAuth, zeroTrust, adoption, migration, withoutMesh } = plan;
  return [
    layers.finding,
    serviceAuth.finding,
    zeroTrust.finding,
    ...zeroTrust.frameworks.map(({ summary }) => summary),
    adoption.finding,
    migration.finding,
    ...(withoutMesh ? [withoutMesh.finding] : []),
  ];
}

describe("the plan of any variant under any answers", () => {
  test("is complete, and its computed sentences are right in number and form", {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(cases, ([answers, variant]) => {
        const plan = planOf(answers, variant);
        expect(plan.layers.layers).toHaveLength(planData.layers.length);
        for (const layer of plan.layers.layers) expect(layer.duties.length).toBeGreaterThan(0);
        expect(plan.adoption.phases.length).toBeGreaterThanOrEqual(3);
        for (const phase of plan.adoption.phases) expect(phase.exit.length).toBeGreaterThan(0);
        const unfit = textsOf(plan).filter(
          (text) => text === "" || /undefined|\[object|NaN|^\s|\s$| {2}|;;|\.\.(?!\.)/.test(text),
        );
        expect(unfit).toEqual([]);
        for (const finding of findingsOf(plan)) {
          expect(finding).toMatch(/^\p{Lu}/u);
          expect(finding).not.toMatch(/[.;,]$/);
          expect(finding).not.toMatch(/\bone are\b|\bno (are|is)\b|\b(two|three|four|five) is\b/);
          expect(finding).not.toMatch(/\bone (phases|notes|needs|tenets)\b/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("names as reasons only what was answered", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(cases, ([answers, variant]) => {
        const plan = planOf(answers, variant);
        const reasons = [
          ...plan.layers.layers.flatMap(({ duties }) => duties.flatMap(({ because }) => because)),
          ...plan.migration.notes.flatMap(({ because }) => because),
          ...plan.serviceAuth.methods.flatMap(({ why }) => why.because),
          ...plan.adoption.phases.flatMap(({ work }) => work.because),
        ];
        for (const { question, text } of reasons) {
          expect(Object.keys(answers)).toContain(question);
          expect(text).not.toMatch(/Not sure|Not answered/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("never says more than the findings do", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(cases, ([answers, variant]) => {
        const plan = planOf(answers, variant);
        const isWhole = (capability: string) => {
          const cell = matrix.capabilities.find(({ id }) => id === capability)?.cells[variant];
          return cell?.support === "full" && cell.maturity === "stable";
        };
        for (const layer of plan.layers.layers) {
          const facts = planData.layers.find(({ id }) => id === layer.id);
          if (layer.coverage !== "full") continue;
          for (const part of facts?.parts ?? []) {
            if ("capability" in part) expect(isWhole(part.capability)).toBe(true);
            else
              expect(part.stated.find((each) => each.variants.includes(variant))?.level).toBe(
                "full",
              );
          }
        }
        plan.zeroTrust.frameworks.forEach((framework, index) => {
          framework.items.forEach((item, place) => {
            const facts = planData.zeroTrust.frameworks[index]?.items[place];
            if (item.level === "met") {
              expect(facts?.beyond).toBeUndefined();
              expect(facts?.cells.length).toBeGreaterThan(0);
              expect(facts?.cells.every(isWhole)).toBe(true);
            }
          });
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("the zero-trust check", () => {
  const assessment = assessmentOf(matrix, table, {});

  test("meets something for a mesh, and everything for none", () => {
    for (const variant of variants) {
      const items = viewPlan(assessment, planData, variant).zeroTrust.frameworks.flatMap(
        ({ items }) => items,
      );
      expect(items.some(({ level }) => level !== "met")).toBe(true);
      expect(items.find(({ id }) => id === "nist-posture")?.level).toBe("not");
    }
    const sidecar = viewPlan(assessment, planData, "istio-sidecar").zeroTrust.frameworks[0];
    expect(sidecar?.items.find(({ id }) => id === "nist-session")?.level).toBe("met");
  });

  test("lowers a tenet when any one of its findings is lowered", () => {
    for (const variant of variants) {
      const met = viewPlan(assessment, planData, variant)
        .zeroTrust.frameworks.flatMap(({ items }) => items)
        .filter(({ level }) => level === "met");
      for (const tenet of met) {
        for (const { capability } of tenet.full) {
          for (const support of ["partial", "none"] as const) {
            const lowered = lower(matrix, capability, variant, support);
            const again = viewPlan({ ...assessment, matrix: lowered }, planData, variant)
              .zeroTrust.frameworks.flatMap(({ items }) => items)
              .find(({ id }) => id === tenet.id);
            expect(again?.level, `${variant} ${tenet.id} ${capability}`).not.toBe("met");
          }
        }
      }
    }
  });
});

function lower(
  from: Matrix,
  capability: string,
  variant: string,
  support: "partial" | "none",
): Matrix {
  return {
    ...from,
    capabilities: from.capabilities.map((each) => {
      const cell = each.cells[variant];
      if (each.id !== capability || !cell) return each;
      return { ...each, cells: { ...each.cells, [variant]: { ...cell, support } } };
    }),
  };
}

describe("rules of the plan", () => {
  const entries: { readonly name: string; readonly when: When | undefined }[] = [
    ...planData.layers.flatMap(({ duties, pitfalls }) =>
      [...duties, ...pitfalls].map(({ id, when }) => ({ name: id, when })),
    ),
    ...planData.migrations.map(({ id, when }) => ({ name: id, when })),
    ...planData.adoption.phases.flatMap(({ exit }) =>
      exit.map(({ id, when }) => ({ name: id, when })),
    ),
    ...planData.adoption.triggers.map(({ id, when }) => ({ name: id, when })),
    ...planData.adoption.phases.map(({ id, applies: when }) => ({ name: `phase ${id}`, when })),
  ];
  const assessments: Assessment[] = fc
    .sample(answersTo(table.questions), { numRuns: 200, seed: 20261124 })
    .map((answers) => assessmentOf(matrix, table, answers));

  test.each(entries)("$name applies to somebody", ({ when }) => {
    const found = assessments.some((assessment) =>
      variants.some((each) => applies(assessment, each, when)),
    );
    expect(found).toBe(true);
  });

  test("of cases and fits each is the first for somebody", () => {
    const lists = [
      ...planData.serviceAuth.methods.flatMap(({ fits, withChoice }) => [fits, withChoice]),
      ...planData.serviceAuth.authorization.map((step) => step.cases),
      ...planData.adoption.phases.map(({ work }) => work),
    ];
    for (const list of lists) {
      const reached = new Set<string>();
      for (const assessment of assessments)
        for (const variant of variants) {
          const first = list.find(({ when }) => applies(assessment, variant, when));
          if (first) reached.add(first.text);
        }
      for (const { text } of list) expect([...reached]).toContain(text);
    }
  });

  test("a migration note exists for everything that may run today, whatever is chosen", () => {
    const today = table.questions.find(({ id }) => id === "today");
    const values = today?.kind === "choice" ? today.values : [];
    expect(values.length).toBeGreaterThan(0);
    for (const value of values)
      for (const variant of variants) {
        const { notes } = planOf({ today: value }, variant).migration;
        expect(
          notes.some(({ because }) => because.some(({ question }) => question === "today")),
          `${value} to ${variant}`,
        ).toBe(true);
      }
  });
});

describe("examples", () => {
  const bank = matrix.presets.find(({ id }) => id === "regulated-bank")?.answers ?? {};
  const ids = (plan: PlanView) =>
    plan.layers.layers.flatMap(({ duties }) => duties.map(({ id }) => id));

  test("a bank with machines, FIPS and many clusters gets the duties it asked for", () => {
    const plan = planOf(bank, "istio-sidecar");
    expect(ids(plan)).toEqual(
      expect.arrayContaining(["id-fips", "id-own-ca", "id-machines", "dns-egress-istio"]),
    );
    expect(plan.adoption.phases.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["strict", "deny", "l7", "multi"]),
    );
  });

  test("where machines cannot join and no validated build exists, the plan says so", () => {
    expect(ids(planOf(bank, "istio-ambient"))).toContain("id-machines-none");
    expect(ids(planOf(bank, "consul-ce"))).toContain("id-fips-none");
  });

  test("one cluster needs no multi-cluster phase, and the reason is given", () => {
    const plan = planOf({ clusters: "one", multicluster: { calls: "must" } }, "linkerd-oss");
    expect(plan.adoption.phases.map(({ id }) => id)).not.toContain("multi");
    expect(plan.adoption.leftOut.map(({ id }) => id)).toContain("multi");
  });

  test("what asks for nothing at layer 7 draws no waypoint", () => {
    expect(planOf({}, "istio-ambient").layers.path.through).toBeUndefined();
    expect(planOf({ policy: { l7: "must" } }, "istio-ambient").layers.path.through?.label).toBe(
      "Waypoint",
    );
  });

  test("without a mesh the plan says what stands in, and when to ask again", () => {
    const plan = planOf({ mtls: "nice", languages: "one" }, "none-app");
    expect(plan.withoutMesh?.triggers.map(({ id }) => id)).toContain("languages");
    expect(
      planOf({ languages: "many" }, "none-app").withoutMesh?.triggers.map(({ id }) => id),
    ).not.toContain("languages");
    expect(planOf({ mtls: "nice" }, "linkerd-oss").withoutMesh).toBeUndefined();
  });

  test("off Kubernetes nothing is said of namespaces and the kubelet", () => {
    const plan = planOf({ platform: "nomad" }, "consul-ce");
    expect(ids(plan)).toContain("np-segment");
    expect(ids(plan)).not.toContain("np-deny");
    expect(ids(plan)).not.toContain("host-control-plane");
  });

  test("the first place is planned for unless another variant is asked for by its name", () => {
    const assessment = assessmentOf(matrix, table, bank);
    expect(plannedVariant(assessment)).toBe(assessment.evaluation.options[0]?.variant);
    expect(findVariant(assessment, "linkerd-oss")).toBe("linkerd-oss");
    expect(findVariant(assessment, ["none-app", "x"])).toBe("none-app");
    expect(findVariant(assessment, "constructor")).toBeUndefined();
    expect(findVariant(assessment, undefined)).toBeUndefined();
    expect(viewPlanSummary(assessment, planData).layers.variant.id).toBe(
      plannedVariant(assessment),
    );
  });
});
