import { expect, test } from "vitest";
import { compileModel } from "@/lib/costs/model";
import { overheadsSchema } from "@/lib/data/overheads-schema";
import { overheads } from "@/lib/site/overheads";

// biome-ignore lint/suspicious/noExplicitAny: the tests break the data on purpose.
function messages(change: (data: any) => void): string {
  const data = structuredClone(overheads);
  change(data);
  const result = overheadsSchema.safeParse(data);
  return result.success
    ? "no complaint"
    : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n");
}

test("the data parses as it is", () => {
  expect(messages(() => {})).toBe("no complaint");
});

test.each([
  [
    "a range out of order",
    "low ≤ typical ≤ high",
    (data: typeof overheads) => {
      data.profiles[0]!.latency.p50.low = 99;
    },
  ],
  [
    "a source nobody wrote down",
    'there is no source "nowhere"',
    (data: typeof overheads) => {
      data.profiles[0]!.latency.p50.sources = ["nowhere"];
    },
  ],
  [
    "a refusal without text",
    'there is no refusal "library-work"',
    (data: typeof overheads) => {
      data.refusals = data.refusals.filter(({ id }) => id !== "library-work");
    },
  ],
  [
    "a ratio between unknown profiles",
    'there is no profile "osm"',
    (data: typeof overheads) => {
      data.ratios[0]!.of = "osm";
    },
  ],
  [
    "two measurements of one name",
    "there are two of the measurement",
    (data: typeof overheads) => {
      data.measurements.push(data.measurements[0]!);
    },
  ],
  [
    "a parameter nobody knows",
    "Unrecognized key",
    (data: typeof overheads) => {
      Object.assign(data.profiles[0]!.dataPlane, { gpu: 1 });
    },
  ],
])("%s is refused", (_, complaint, change) => {
  expect(messages(change)).toContain(complaint);
});

test("every parameter with figures names a source, and every source has a payer", () => {
  const bare: string[] = [];
  function visit(value: unknown, where: string) {
    if (typeof value !== "object" || value === null) return;
    if ("unit" in value && "sources" in value && Array.isArray(value.sources)) {
      if (value.sources.length === 0) bare.push(where);
    }
    for (const [key, part] of Object.entries(value)) visit(part, `${where}.${key}`);
  }
  for (const profile of overheads.profiles) visit(profile, profile.id);
  expect(bare).toEqual([]);
  for (const { id, payer } of overheads.measurements) expect(payer.length, id).toBeGreaterThan(10);
});

test("the refusals the model speaks of are written down", () => {
  const ids = overheads.refusals.map(({ id }) => id);
  for (const id of ["busy-proxy", "large-control", "consul-servers"]) expect(ids).toContain(id);
});

test("the model that travels to the browser is small and carries no prose of parameters", () => {
  const text = JSON.stringify(compileModel(overheads));
  expect(text.length).toBeLessThan(20_000);
  expect(text).not.toContain("eBPF maps");
  expect(text).not.toContain('"unit"');
});
