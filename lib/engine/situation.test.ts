import fc from "fast-check";
import { expect, test } from "vitest";
import { supports } from "./fields";
import { answersArbitrary, richTableArbitrary } from "./laws.fixtures";
import { programOf, stateOf } from "./program";
import { Situation } from "./situation";

/** All that anybody reads of a loaded situation. */
function contents(situation: Situation) {
  const { needs, capability, weight, support, value, cost, costWithExtra } = situation;
  const { burdenWeight, failures, extra, program } = situation;
  return {
    needs: [...capability.subarray(0, needs)],
    weight: [...weight.subarray(0, needs * 3)],
    findings: [support, value, cost, costWithExtra, burdenWeight, failures, extra].map((each) => [
      ...each,
    ]),
    points: program.variants.map((_, variant) => situation.points(variant)),
  };
}

test("whatever was loaded before, a situation is that of its answers alone", () => {
  const steps = fc.array(
    fc.record({
      answers: answersArbitrary,
      soft: fc.boolean(),
      turned: fc.option(fc.record({ cell: fc.nat(29), support: fc.nat(supports.length - 1) })),
    }),
    { minLength: 2, maxLength: 8 },
  );
  fc.assert(
    fc.property(richTableArbitrary, steps, (table, given) => {
      const program = programOf(table);
      const used = new Situation(program);
      for (const { answers, soft, turned } of given) {
        const finding = turned && {
          at: turned.cell,
          cell: { support: turned.support, value: [0, 50, 100] as const, usesExtra: false },
        };
        const state = stateOf(program, answers);
        const softened = soft ? new Uint8Array(program.fields.length).fill(1) : undefined;
        const fresh = new Situation(program);
        for (const situation of [used, fresh]) {
          situation.turn(finding ?? undefined);
          situation.load(state, softened);
        }
        expect(contents(used)).toEqual(contents(fresh));
      }
    }),
    { numRuns: 200 },
  );
});
