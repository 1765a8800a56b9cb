import fc from "fast-check";
import { expect, test } from "vitest";
import { positionOn, scaleFor } from "@/components/ui/scale";

test("a linear scale starts at zero and ends round", () => {
  expect(scaleFor("linear", [39, 20, 106])).toMatchObject({
    min: 0,
    max: 150,
    ticks: [0, 50, 100, 150],
  });
  expect(scaleFor("linear", [0.8, 5.6, 11])).toMatchObject({ max: 15, ticks: [0, 5, 10, 15] });
});

test("a logarithmic scale runs over whole powers of ten", () => {
  expect(scaleFor("log", [0.9, 15, 30])).toMatchObject({
    min: 0.1,
    max: 100,
    ticks: [0.1, 1, 10, 100],
  });
});

test("nothing at all still has an axis", () => {
  expect(scaleFor("log", [0, 0])).toMatchObject({ min: 0, max: 1 });
});

test("every value has its place on the scale made for it, in order", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("linear" as const, "log" as const),
      fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 9 }),
      (kind, values) => {
        const scale = scaleFor(kind, values);
        expect(scale.max).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-6));
        expect(scale.ticks.length).toBeLessThanOrEqual(12);
        const places = [...values].sort((a, b) => a - b).map((value) => positionOn(scale, value));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(100);
        }
      },
    ),
  );
});
