import fc from "fast-check";
import { expect, test } from "vitest";
import { answersArbitrary, profilesArbitrary, richTableArbitrary } from "./laws.fixtures";
import { programOf, stateOf } from "./program";
import { Sketch } from "./sketch";

test("many variations are outlined as each by itself, and only the hopeless are dropped", () => {
  const inputs = fc.record({
    table: richTableArbitrary,
    profiles: profilesArbitrary,
    answers: answersArbitrary,
    changes: fc.array(
      fc.array(fc.record({ field: fc.nat(6), value: fc.nat(2) }), { maxLength: 3 }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    rival: fc.nat(2),
  });
  let dropped = 0;
  fc.assert(
    fc.property(inputs, ({ table, profiles, answers, changes, rival }) => {
      const program = programOf({ ...table, profiles, enough: 30 });
      const stated = stateOf(program, answers);
      const variations = changes.map((each) => ({
        changes: each.map(({ field, value }) => ({
          field,
          value: Math.min(value, (program.fields[field]?.values.length ?? 1) - 1),
        })),
      }));
      const alone = variations.map((each) => new Sketch(program, stated).outlines([each])[0]);
      const sketch = new Sketch(program, stated);
      expect(sketch.outlines(variations)).toEqual(alone);
      sketch.outlines(variations, rival).forEach((outline, index) => {
        if (outline) expect(outline).toEqual(alone[index]);
        else {
          dropped++;
          expect(alone[index]?.first).not.toBe(rival);
        }
      });
    }),
    { numRuns: 150 },
  );
  expect(dropped).toBeGreaterThan(50);
});
