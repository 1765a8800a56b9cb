import fc from "fast-check";
import { expect, test } from "vitest";
import { answersArbitrary, profilesArbitrary, richTableArbitrary } from "./laws.fixtures";
import { programOf, stateOf } from "./program";
import { leadsBy, tallyOf } from "./tally";

const drawing = { budget: 200, fewest: 8 };

test("who leads is what all samples together say, however early the drawing stops", () => {
  fc.assert(
    fc.property(
      richTableArbitrary,
      profilesArbitrary,
      answersArbitrary,
      (table, profiles, answers) => {
        const program = programOf({ ...table, profiles, enough: 30 });
        const stated = stateOf(program, answers);
        const { options, variants } = tallyOf(program, stated, drawing);
        const shareOf = (at: number) => options[at * program.options.length] as number;
        const wonBy = (at: number) => variants[at * program.variants.length] as number;
        const most = Math.max(...program.options.map((_, at) => shareOf(at)));
        program.options.forEach((_, option) => {
          const variant = leadsBy(program, stated, option, drawing);
          if (variant < 0) return;
          // Sums in another order may differ in their last digits.
          expect(program.optionOf[variant]).toBe(option);
          expect(shareOf(option)).toBeGreaterThan(most - 1e-9);
          const own = program.variants.flatMap((_, at) =>
            program.optionOf[at] === option ? [wonBy(at)] : [],
          );
          expect(wonBy(variant)).toBeGreaterThan(Math.max(...own) - 1e-9);
        });
        const leads = program.options.some((_, at) => leadsBy(program, stated, at, drawing) >= 0);
        expect(leads).toBe(most > 0);
      },
    ),
    { numRuns: 200 },
  );
});

test("first places counted alone are those of all places, to the digit", () => {
  fc.assert(
    fc.property(
      richTableArbitrary,
      profilesArbitrary,
      answersArbitrary,
      (table, profiles, answers) => {
        const program = programOf({ ...table, profiles, enough: 30 });
        const stated = stateOf(program, answers);
        const all = tallyOf(program, stated, drawing);
        const firsts = tallyOf(program, stated, { ...drawing, firstsOnly: true });
        const rest = ({ variants, options, ...others }: typeof all) => others;
        expect(rest(firsts)).toEqual(rest(all));
        const firstOf = (counts: Float64Array, members: number) =>
          Array.from({ length: members }, (_, at) => counts[at * members]);
        const { variants, options } = program;
        expect(firstOf(firsts.variants, variants.length)).toEqual(
          firstOf(all.variants, variants.length),
        );
        expect(firstOf(firsts.options, options.length)).toEqual(
          firstOf(all.options, options.length),
        );
      },
    ),
    { numRuns: 300 },
  );
});
