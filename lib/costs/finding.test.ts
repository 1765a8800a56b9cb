import { describe, expect, test } from "vitest";
import { defaultInputs } from "@/lib/costs/defaults";
import {
  controlSentence,
  loadSentence,
  planFinding,
  spanFinding,
  tailSentences,
} from "@/lib/costs/finding";
import { figure, spread } from "@/lib/costs/format";
import { type CostInputs, loadOf } from "@/lib/costs/inputs";
import { compileModel, profileOf } from "@/lib/costs/model";
import { arrangeRows, type CostVariant } from "@/lib/costs/rows";
import { sizeAll, sizeProfile } from "@/lib/costs/size";
import { evaluate } from "@/lib/engine/evaluate";
import { matrix, table } from "@/lib/site/data";
import { overheads } from "@/lib/site/overheads";

const model = compileModel(overheads);
const inputs: CostInputs = {
  pods: 200,
  nodes: 10,
  clusters: 1,
  rps: 1000,
  calls: 4,
  hops: 4,
  l7: 100,
  waypoints: 10,
  conns: "kept",
};
const load = loadOf(inputs, model.waypoints);
const size = (id: string, changed: Partial<CostInputs> = {}) =>
  sizeProfile(model, profileOf(model, id), loadOf({ ...inputs, ...changed }, model.waypoints));

test("the plan is made from the figures", () => {
  expect(planFinding(model, size("istio-sidecar"))).toBe(
    "Plan for 7 cores and 12 GiB, control plane included, with Istio sidecars, give or take a factor of three",
  );
  expect(planFinding(model, size("linkerd"))).toBe(
    "Plan for 3 cores and 2.7 GiB, control plane included, with Linkerd, give or take a factor of five",
  );
  expect(planFinding(model, size("istio-ambient"))).toBe(
    "Plan for 3.6 cores and 1.3 GiB in the data plane with Istio ambient, give or take a factor of three",
  );
  expect(planFinding(model, size("consul"))).toBe(
    "Plan for 5.3 cores and 12 GiB in the data plane with Consul, give or take a factor of four",
  );
});

test("no mesh is never said to be free", () => {
  expect(planFinding(model, size("none-app"))).toBe(
    "Building blocks: no proxies to pay for, but nobody has measured what the libraries take",
  );
  expect(planFinding(model, size("none-cilium"))).toContain("and for what nobody has measured");
});

test("a load without a figure for CPU is said to have none", () => {
  expect(planFinding(model, size("istio-sidecar", { rps: 1_000_000 }))).toBe(
    "With Istio sidecars, plan for 12 GiB; for CPU no figure can be given",
  );
});

test("without a result the span is said, and no order", () => {
  expect(spanFinding(sizeAll(model, load))).toBe(
    "The proxies of a mesh take 3 to 7 cores and 1.3 to 12 GiB, depending on the variant, each give or take a factor of three to five",
  );
});

test("the control plane is told apart, with what is not known of it", () => {
  expect(controlSentence(model, size("istio-sidecar"))).toBe(
    "The control plane (istiod) is 0.01 cores and 0.61 GiB of it while nothing changes.",
  );
  expect(controlSentence(model, size("istio-ambient"))).toContain("up to 1.7 GiB");
  expect(controlSentence(model, size("consul"))).toContain("was not measured on Kubernetes");
  expect(controlSentence(model, size("none-app"))).toContain("was not measured");
});

test("the load is named, in singular and plural", () => {
  expect(loadSentence(inputs, load)).toBe(
    "200 pods on 10 nodes, 5,000 calls a second, all of them at layer 7, four calls deep.",
  );
  const one: CostInputs = { ...inputs, pods: 1, nodes: 1, rps: 1, calls: 0, hops: 1, l7: 0 };
  expect(loadSentence(one, loadOf(one, model.waypoints))).toBe(
    "1 pod on 1 node, 1 call a second, none of them at layer 7, one call deep.",
  );
  const many = { ...inputs, clusters: 3, l7: 2.5 };
  expect(loadSentence(many, loadOf(many, model.waypoints))).toContain(
    "in 3 clusters, 5,000 calls a second, 2.5 % of them at layer 7, four calls deep",
  );
});

test("the tail is an order of magnitude or nothing", () => {
  expect(tailSentences(sizeAll(model, load))).toEqual([
    "Istio sidecars: from tenths of a millisecond to tens of milliseconds.",
    "Istio ambient, Linkerd and Consul: from milliseconds to tens of milliseconds.",
    "Building blocks, Cilium service mesh, Cilium at layer 4 and Calico: not measured.",
  ]);
});

test.each([
  [0, "0"],
  [0.004, "under 0.01"],
  [0.0149, "0.01"],
  [0.0634, "0.06"],
  [0.634, "0.63"],
  [6.97, "7"],
  [5.33, "5.3"],
  [13.816, "14"],
  [137.7, "140"],
  [12_345, "12,000"],
])("%d is written %s", (value, text) => {
  expect(figure(value)).toBe(text);
});

test("a range whose ends read the same is one figure", () => {
  expect(spread(1, 1.001, { per: 1, name: "x", singular: "x" })).toBe("1");
});

const variants: CostVariant[] = matrix.variants.map(({ id, option, short }) => {
  const drawn = matrix.options.find((each) => each.id === option);
  return {
    id,
    option: { id: option, name: drawn?.label ?? "", mark: drawn?.mark ?? "square" },
    short,
  };
});

describe("every preset", () => {
  for (const { id, answers } of matrix.presets) {
    test(`${id}: a finding for each row, those possible first`, () => {
      const evaluation = evaluate(table, answers);
      const chosen = defaultInputs(overheads.defaults, { table, answers, evaluation }).inputs;
      const standing = {
        possible: evaluation.variants
          .filter((v) => v.exclusions.length === 0)
          .map((v) => v.variant),
        ruledOut: evaluation.variants.filter((v) => v.exclusions.length > 0).map((v) => v.variant),
      };
      const rows = arrangeRows(model, variants, standing);
      expect(rows).toHaveLength(model.profiles.length);
      const out = rows.map(({ ruledOut }) => ruledOut);
      expect(out).toEqual([...out].sort((a, b) => Number(a) - Number(b)));
      const best = standing.possible[0];
      if (best) expect(profileOf(model, rows[0]?.profile ?? "").variants).toContain(best);
      for (const row of rows) {
        const sized = sizeProfile(
          model,
          profileOf(model, row.profile),
          loadOf(chosen, model.waypoints),
        );
        const text = planFinding(model, sized);
        expect(text).not.toMatch(/NaN|undefined|Infinity| {2}/);
        expect(controlSentence(model, sized)).toMatch(/\.$/);
      }
    });
  }
});

test("variants that cost the same share a row that says which of them are out", () => {
  const rows = arrangeRows(model, variants, {
    possible: ["linkerd-oss", "istio-sidecar"],
    ruledOut: [
      "linkerd-enterprise",
      "istio-ambient",
      "consul-ce",
      "consul-enterprise",
      "cilium-mesh",
      "none-app",
      "none-cilium",
      "none-calico",
    ],
  });
  expect(rows.map(({ profile, ruledOut }) => [profile, ruledOut])).toEqual([
    ["linkerd", false],
    ["istio-sidecar", false],
    ["istio-ambient", true],
    ["consul", true],
    ["none-app", true],
    ["cilium-mesh", true],
    ["none-cilium", true],
    ["none-calico", true],
  ]);
  expect(rows[0]?.sub).toBe("open source; Enterprise ruled out");
  expect(rows[3]?.sub).toBe("Community Edition and Enterprise");
  expect(arrangeRows(model, variants)[2]).toMatchObject({
    sub: "open source and Enterprise",
    ruledOut: false,
  });
});
