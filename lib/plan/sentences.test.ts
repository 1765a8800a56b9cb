import { describe, expect, test } from "vitest";
import type { Coverage, PlanData } from "@/lib/data/plan-types";
import type { Answers, Importance } from "@/lib/engine/types";
import { matrix, table } from "@/lib/site/data";
import { planData } from "@/lib/site/plan";
import { viewAdoption } from "./adoption";
import { countDone } from "./done";
import { findingOfFirst, firstDuties } from "./first";
import { describeLayers, describePath, findingOfLayers, type LayerView } from "./layers";
import { viewMigration } from "./migration";
import { viewPlan } from "./plan";
import { assessmentOf } from "./plan.fixtures";
import { coverageOf } from "./proof";
import { viewServiceAuth } from "./service-auth";
import { viewWithoutMesh } from "./without-mesh";
import { viewZeroTrust } from "./zero-trust";

/** Every sentence that the plan computes, word for word, over data made for it. */

const assessment = assessmentOf(matrix, table, {});
const variant = "istio-sidecar";

/** A capability that this variant has so far. */
function capabilityWith(coverage: Coverage, of = variant): string {
  const found = matrix.capabilities.find(({ cells }) => {
    const cell = cells[of];
    if (!cell) return false;
    const { support, maturity } = cell;
    return coverageOf({ support, ...(maturity ? { maturity } : {}) }) === coverage;
  });
  if (!found) throw new Error(`${of} has nothing ${coverage}`);
  return found.id;
}
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe("how far a finding covers", () => {
  test.each([
    ["full", "stable", "full"],
    ["full", "beta", "partial"],
    ["full", undefined, "partial"],
    ["partial", "stable", "partial"],
    ["addon", "stable", "partial"],
    ["diy", "stable", "none"],
    ["none", undefined, "none"],
    ["unknown", undefined, "none"],
  ] as const)("%s, %s: %s", (support, maturity, coverage) => {
    expect(coverageOf({ support, ...(maturity ? { maturity } : {}) })).toBe(coverage);
  });
});

describe("the zero-trust check", () => {
  const frameworkOf = (
    met: number,
    partly: number,
    not: number,
  ): PlanData["zeroTrust"]["frameworks"][number] => {
    const item = (coverage: Coverage) => (index: number) => ({
      id: `${coverage}-${index}`,
      number: String(index),
      label: "A tenet",
      asks: "Something.",
      cells: [capabilityWith(coverage)],
      steps: [],
    });
    return {
      id: "f",
      label: "F",
      unit: "tenet",
      plural: "tenets",
      source: planData.sources[0]?.id ?? "",
      items: [
        ...times(met, item("full")),
        ...times(partly, item("partial")),
        ...times(not, item("none")),
      ],
    };
  };
  test.each([
    [2, 0, 0, "With X all two zero-trust tenets can be met", "All two tenets met"],
    [1, 0, 0, "With X all one zero-trust tenets can be met", "All one tenet met"],
    [
      1,
      2,
      1,
      "With X one of four zero-trust tenets can be met, two in part and one not at all",
      "One of four tenets met, two partly and one not",
    ],
    [
      2,
      1,
      0,
      "With X two of three zero-trust tenets can be met, one in part",
      "Two of three tenets met, one partly",
    ],
    [
      2,
      0,
      1,
      "With X two of three zero-trust tenets can be met, one not at all",
      "Two of three tenets met, one not",
    ],
    [
      0,
      1,
      1,
      "With X none of two zero-trust tenets can be met in full, one in part and one not at all",
      "None of two tenets met, one partly and one not",
    ],
    [
      0,
      0,
      3,
      "With X none of three zero-trust tenets can be met",
      "None of three tenets met, three not",
    ],
  ])("%i met, %i partly, %i not", (met, partly, not, finding, summary) => {
    const data = {
      ...planData,
      zeroTrust: { scope: "s", frameworks: [frameworkOf(met, partly, not)] },
    };
    const view = viewZeroTrust(assessment, data, variant, "X", []);
    expect([view.finding, view.frameworks[0]?.summary]).toEqual([finding, summary]);
  });

  test("what no variant gives keeps a tenet from being met, and is told", () => {
    const framework = frameworkOf(1, 0, 0);
    const items = framework.items.map((item) => ({ ...item, beyond: "More." }));
    const data = { ...planData, zeroTrust: { scope: "s", frameworks: [{ ...framework, items }] } };
    const [item] = viewZeroTrust(assessment, data, variant, "X", []).frameworks[0]?.items ?? [];
    expect([item?.level, item?.beyond, item?.full.length, item?.partial, item?.missing]).toEqual([
      "partly",
      "More.",
      1,
      [],
      [],
    ]);
  });

  test("there may be nothing to check against", () => {
    const data = { ...planData, zeroTrust: { scope: "s", frameworks: [] } };
    expect(viewZeroTrust(assessment, data, variant, "X", []).finding).toBe(
      "There is nothing to check against",
    );
  });

  test("names the duties of this team that make an item true", () => {
    const { layers, zeroTrust } = viewPlan(assessment, planData, variant);
    const duties = new Set(layers.layers.flatMap((layer) => layer.duties.map(({ id }) => id)));
    zeroTrust.frameworks.forEach(({ items }, index) => {
      items.forEach(({ steps }, at) => {
        const asked = planData.zeroTrust.frameworks[index]?.items[at]?.steps ?? [];
        expect(steps.map(({ id }) => id).toSorted()).toEqual(
          asked.filter((id) => duties.has(id)).toSorted(),
        );
      });
    });
  });
});

describe("the layers", () => {
  const layer = (coverage: Coverage, index = 0): LayerView => ({
    id: `l${index}`,
    label: "Layer",
    short: "Short",
    asks: "",
    attack: "An Attack",
    coverage,
    stops: [],
    doesNotStop: [],
    parts: [],
    duties: [],
    pitfalls: [],
  });
  const layersOf = (full: number, partial: number, none: number) => [
    ...times(full, (index) => layer("full", index)),
    ...times(partial, (index) => layer("partial", index)),
    ...times(none, (index) => layer("none", index)),
  ];
  test.each([
    [3, 0, 0, "With X all three layers of defence are covered in full"],
    [0, 0, 3, "With X all three layers of defence are left to you"],
    [
      0,
      1,
      1,
      "With X one of two layers of defence is covered in part and none in full; one is wholly yours",
    ],
    [0, 2, 0, "With X two of two layers of defence are covered in part and none in full"],
    [
      1,
      2,
      2,
      "With X one of five layers of defence is covered in full and two in part; two are wholly yours",
    ],
    [2, 0, 1, "With X two of three layers of defence are covered in full; one is wholly yours"],
    [2, 1, 0, "With X two of three layers of defence are covered in full and one in part"],
  ])("%i in full, %i in part, %i not", (full, partial, none, finding) => {
    expect(findingOfLayers("X", layersOf(full, partial, none))).toBe(finding);
  });

  test("the picture in words", () => {
    expect(describeLayers(layersOf(1, 1, 1))).toBe(
      "One request passes three layers on its way to a service. Short, which stops an attack, is covered in full. Short, which stops an attack, is covered in part. Short, which stops an attack, is covered not at all.",
    );
  });

  test("the way of a call in words", () => {
    const hops = [
      { label: "Pod", note: "a" },
      { label: "Proxy", note: "b" },
      { label: "Proxy", note: "c" },
      { label: "Pod", note: "d" },
    ];
    const path = {
      hops,
      secured: [1, 2] as [number, number],
      how: "mTLS",
      checks: "names",
      sources: [],
    };
    expect(describePath(path)).toBe(
      "Pod (a), then Proxy (b), then Proxy (c), then Pod (d). Encrypted from one Proxy to the other: mTLS. Checked there: names.",
    );
    expect(
      describePath({ ...path, secured: [0, 1], through: { label: "Waypoint", note: "layer 7" } }),
    ).toBe(
      "Pod (a), then Proxy (b), then Proxy (c), then Pod (d). Encrypted from Pod to Proxy: mTLS. Checked there: names. On the way it passes a waypoint for layer 7.",
    );
  });
});

describe("what first", () => {
  const duty = (id: string, text = "Do it") => ({
    id,
    number: "1.1",
    text,
    because: [],
    proof: { cells: [], sources: [] },
  });
  const group = (done: number, left: number) => ({
    id: "g",
    title: "Close it",
    why: "",
    duties: [
      ...times(done, (index) => ({
        ...duty(`d${index}`),
        layer: { id: "l", short: "S" },
        file: { path: "a", href: "b" },
      })),
      ...times(left, (index) => ({ ...duty(`e${index}`), layer: { id: "l", short: "S" } })),
    ],
  });
  test.each([
    [0, 3, "First close it; all 3 steps are done by hand"],
    [2, 3, "First close it; the kit does 2 of 5 steps for the pilot"],
  ])("%i by the kit, %i by hand", (done, left, finding) => {
    expect(findingOfFirst([group(done, left)])).toBe(finding);
  });

  test.each([
    ["Keep 6443 closed: it is the key.", "Keep 6443 closed"],
    ["Keep it closed. It is the key.", "Keep it closed"],
    ["Set 1.2.3.4 as the resolver", "Set 1.2.3.4 as the resolver"],
    [`Open ${"a".repeat(40)}, then ${"b".repeat(40)}, and go`, `Open ${"a".repeat(40)}`],
    [`Open ${"a".repeat(90)}`, `Open ${"a".repeat(90)}`],
    [`${"x".repeat(70)}, y`, `${"x".repeat(70)}`],
    [`${"x".repeat(69)}, y`, `${"x".repeat(69)}, y`],
  ])("%s in one clause", (text, clause) => {
    const layers: LayerView[] = [
      {
        id: "l",
        label: "",
        short: "S",
        asks: "",
        attack: "",
        coverage: "none",
        stops: [],
        doesNotStop: [],
        parts: [],
        duties: [duty("one", text), duty("two"), duty("three"), duty("four")],
        pitfalls: [],
      },
    ];
    const first = [
      { id: "g", title: "T", why: "", duties: ["one", "two", "gone", "three", "four"] },
    ];
    expect(firstDuties({ first }, layers, "/plan")).toEqual([
      { id: "one", text: clause, href: "/plan#duty-one" },
      { id: "two", text: "Do it", href: "/plan#duty-two" },
      { id: "three", text: "Do it", href: "/plan#duty-three" },
    ]);
  });
});

describe("from today", () => {
  const note = (index: number): PlanData["migrations"][number] =>
    ({
      id: `n${index}`,
      title: "T",
      text: "Text.",
      tone: index === 0 ? "warning" : "note",
      steps: [],
      when: {},
      sources: [],
    }) as unknown as PlanData["migrations"][number];
  test.each([
    [{}, 0, "You have not said what handles calls today, so nothing is said of leaving it"],
    [{}, 1, "You have not said what handles calls today; one note from what else you run"],
    [
      { today: "unsure" },
      2,
      "You have not said what handles calls today; two notes from what else you run",
    ],
    [{ today: "nothing" }, 2, "Nothing handles calls today, so X starts on free ground"],
    [{ today: "istio" }, 0, "From “Istio” today to X: nothing has to be left behind"],
    [{ today: "istio" }, 1, "From “Istio” today to X: one note"],
  ] as readonly [Answers, number, string][])("%j with %i notes", (answers, count, finding) => {
    const data = { ...planData, migrations: times(count, note) };
    const view = viewMigration(assessmentOf(matrix, table, answers), data, variant, "X");
    expect([view.finding, view.notes.map(({ warning }) => warning)]).toEqual([
      finding,
      times(count, (index) => index === 0),
    ]);
  });
});

describe("without a mesh", () => {
  const none = "none-app";
  const bySupport = (support: string) =>
    matrix.capabilities.filter(({ cells }) => cells[none]?.support === support).map(({ id }) => id);
  const [full = "", second = ""] = bySupport("full");
  const [own = ""] = bySupport("diy");
  const [gone = ""] = bySupport("none");
  test.each([
    [[], "You have named no needs yet, so there is nothing to replace"],
    [[full], "Something stands in for a mesh in your one need"],
    [[full, second], "Something stands in for a mesh in all two needs"],
    [[full, own], "Something stands in for a mesh in all two needs, some of it your own work"],
    [[full, gone], "For one need of 2 nothing stands in for a mesh"],
  ])("%j", (needs, finding) => {
    const importance: readonly Importance[] = ["nice", "must"];
    const evaluation = {
      ...assessment.evaluation,
      needs: needs.map((capability, index) => ({
        capability,
        importance: importance[index] ?? "nice",
      })),
    } as unknown as typeof assessment.evaluation;
    const view = viewWithoutMesh({ ...assessment, evaluation }, planData, none);
    expect(view?.finding).toBe(finding);
    // What matters most first.
    expect(view?.substitutes.map(({ capability }) => capability)).toEqual(needs.toReversed());
  });

  test("a mesh needs no substitute", () => {
    expect(viewWithoutMesh(assessment, planData, variant)).toBeUndefined();
  });
});

describe("ways of proving who calls", () => {
  const [method] = planData.serviceAuth.methods;
  test.each([
    [["base"], "Build on m0"],
    [["base", "add"], "Build on m0; use m1 as well"],
    [["base", "add", "add", "limited"], "Build on m0; use m1 and m2 as well"],
    [["add"], "No method carries every call; use m0 where it helps"],
    [["limited", "limited", "skip"], "No method carries every call; m0 and m1 fit in places"],
    [["skip"], "None of these methods fits what you asked for"],
  ] as const)("%j", (fits, finding) => {
    const methods = fits.map((fit, index) => ({
      ...method,
      id: `m${index}`,
      name: `m${index}`,
      fits: [{ fit, text: "t", sources: [] }],
      cautions: [],
    }));
    const data = {
      ...planData,
      serviceAuth: { ...planData.serviceAuth, methods },
    } as unknown as PlanData;
    expect(viewServiceAuth(assessment, data, variant).finding).toBe(finding);
  });
});

describe("getting there", () => {
  test.each([
    [1, "Get there in one phase: phase 0", 1],
    [2, "Get there in two phases: phase 0 and phase 1", 0],
  ])("%i phases", (count, finding, leftOut) => {
    const [phase] = planData.adoption.phases;
    const phases = times(count + leftOut, (index) => ({
      ...phase,
      id: `p${index}`,
      label: `Phase ${index}`,
      applies: index < count ? undefined : { variants: ["nobody"] },
      otherwise: "Not asked for.",
      exit: [],
    }));
    const data = { ...planData, adoption: { ...planData.adoption, phases } } as unknown as PlanData;
    const view = viewAdoption(assessment, data, variant);
    expect([view.finding, view.leftOut]).toEqual([
      finding,
      times(leftOut, (index) => ({
        id: `p${count + index}`,
        label: `Phase ${count + index}`,
        why: "Not asked for.",
      })),
    ]);
  });
});

test("counts what is done", () => {
  expect(countDone(["a", "b", "c"], ["b", "x"])).toBe("1 of 3 done");
});
