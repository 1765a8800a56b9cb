import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CostInputs,
  loadOf,
  numberFields,
  readInputs,
  typeInputs,
  waypointsFor,
  writeInputs,
} from "@/lib/costs/inputs";
import { nearestValue, sliderValues } from "@/lib/costs/slider";

const defaults: CostInputs = {
  pods: 200,
  nodes: 10,
  clusters: 1,
  rps: 1000,
  calls: 4,
  hops: 4,
  l7: 50,
  conns: "kept",
};

const typable = fc.record(
  Object.fromEntries(
    numberFields.map((field) => [
      field.id,
      field.whole
        ? fc.integer({ min: field.min, max: field.max })
        : fc.double({ min: field.min, max: field.max, noNaN: true }),
    ]),
  ),
) as fc.Arbitrary<Record<(typeof numberFields)[number]["id"], number>>;

test("what is written in the address is read back", () => {
  fc.assert(
    fc.property(typable, fc.constantFrom("kept" as const, "new" as const), (numbers, conns) => {
      const inputs = { ...numbers, nodes: Math.max(numbers.nodes, numbers.clusters), conns };
      const query = writeInputs(typeInputs(inputs), "0abcd");
      expect(query.get("r")).toBe("0abcd");
      const back = readInputs(Object.fromEntries(query), defaults);
      expect(back.problems).toEqual([]);
      expect(back.inputs).toEqual(inputs);
    }),
  );
});

test("nothing typed means the defaults", () => {
  expect(readInputs({}, defaults)).toEqual({ inputs: { ...defaults }, problems: [] });
  expect(readInputs({ pods: "  ", vcpu: "" }, defaults).inputs).toEqual(defaults);
});

test.each([
  [
    "pods",
    "many",
    "Pods in the mesh: “many” cannot be used. Give a whole number from 1 to 100,000. Until then it is taken as 200.",
  ],
  [
    "pods",
    "2.5",
    "Pods in the mesh: “2.5” cannot be used. Give a whole number from 1 to 100,000. Until then it is taken as 200.",
  ],
  [
    "pods",
    "0",
    "Pods in the mesh: “0” cannot be used. Give a whole number from 1 to 100,000. Until then it is taken as 200.",
  ],
  [
    "rps",
    "-1",
    "Requests from outside: “-1” cannot be used. Give a number from 0 to 1,000,000. Until then it is taken as 1,000.",
  ],
  [
    "l7",
    "101",
    "Calls that need layer 7: “101” cannot be used. Give a number from 0 to 100. Until then it is taken as 50.",
  ],
  [
    "vcpu",
    "free",
    "Price of a vCPU: “free” cannot be used. Give a number from 0 to 10,000. Until then it is left out.",
  ],
  [
    "hops",
    "NaN",
    "Depth of calls: “NaN” cannot be used. Give a whole number from 1 to 50. Until then it is taken as 4.",
  ],
  [
    "conns",
    "old",
    "Connections: “old” cannot be used. Choose kept or new. Until then it is taken as kept.",
  ],
] as const)(
  "a wrong %s (%s) is named with its range, and the rest is kept",
  (field, typed, text) => {
    const { inputs, problems } = readInputs({ calls: "9", [field]: typed }, defaults);
    expect(problems).toEqual([{ field, typed, text }]);
    expect(inputs).toEqual({ ...defaults, calls: 9 });
  },
);

test("numbers may be written with separators, and long nonsense is cut", () => {
  expect(readInputs({ pods: "1,500", rps: "12 000" }, defaults).inputs).toMatchObject({
    pods: 1500,
    rps: 12_000,
  });
  expect(readInputs({ pods: "1,5" }, defaults).problems).toHaveLength(1);
  const { problems } = readInputs({ pods: "x".repeat(5000) }, defaults);
  expect(problems[0]?.text.length).toBeLessThan(200);
});

test("fewer nodes than clusters is said, with both named", () => {
  const { inputs, problems } = readInputs({ nodes: "2", clusters: "3" }, defaults);
  expect(inputs.nodes).toBe(3);
  expect(problems).toEqual([
    {
      field: "nodes",
      typed: "2",
      text: "Nodes: 2 nodes cannot make 3 clusters. Give at least 3, or fewer clusters. Until then it is taken as 3.",
    },
  ]);
});

test("calls inside are the first and those it sets off; waypoints follow the share of layer 7", () => {
  const rule = { callsPerReplica: 500, perCluster: 2 };
  expect(loadOf(defaults, rule)).toMatchObject({ callsPerSecond: 5000, layer7: 0.5, waypoints: 5 });
  expect(loadOf({ ...defaults, l7: 0 }, rule).waypoints).toBe(0);
  expect(loadOf({ ...defaults, l7: 1, clusters: 3 }, rule).waypoints).toBe(6);
  expect(loadOf({ ...defaults, waypoints: 7 }, rule).waypoints).toBe(7);
  expect(waypointsFor(rule, { callsPerSecond: 5001, layer7: 1, clusters: 1 })).toBe(11);
});

test("a slider stands at the value of each of its values and spans the field", () => {
  for (const field of numberFields.filter(({ optional }) => !optional)) {
    const values = sliderValues(field);
    expect(values[0]).toBe(field.min);
    expect(values.at(-1)).toBe(field.max);
    for (const [index, value] of values.entries()) {
      expect(nearestValue(values, value), field.id).toBe(index);
      if (field.whole) expect(Number.isInteger(value)).toBe(true);
    }
  }
});
