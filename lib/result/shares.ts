import type { OptionStanding } from "@/lib/engine/judge";
import { apportion } from "./apportion";

/** How often something takes a place, as a share and as it is said: “88”, “under 1”, “0”. */
export interface Share {
  readonly share: number;
  /** Whole places of 100. The texts of one place add up to 100, but for what is under 1. */
  readonly of100: number;
  readonly text: string;
}

/** The shares of one place (0 is first) among all that are ranked, by id. */
export function sharesOfPlace(
  ranked: readonly Pick<OptionStanding, "id" | "ranks">[],
  place: number,
): Map<string, Share> {
  const shares = ranked.map(({ ranks }) => ranks[place] ?? 0);
  const seats = apportion(shares, 100);
  return new Map(
    ranked.map(({ id }, index) => {
      const share = shares[index] ?? 0;
      const of100 = seats[index] ?? 0;
      return [id, { share, of100, text: of100 === 0 && share > 0 ? "under 1" : `${of100}` }];
    }),
  );
}

/** How often an option or variant comes first, as the engine printed it. */
export function firstShare({ ranks, of100 }: Pick<OptionStanding, "ranks" | "of100">): Share {
  const share = ranks[0] ?? 0;
  return { share, of100, text: of100 === 0 && share > 0 ? "under 1" : `${of100}` };
}

/** A printed share in running text: “88 of 100”, “fewer than 1 of 100”. */
export function saidOf100(text: string): string {
  return text === "under 1" ? "fewer than 1 of 100" : `${text} of 100`;
}

/** A share in running text. */
export function ofAHundred({ text }: Share): string {
  return saidOf100(text);
}

/** The standard error of a share of random samples, as a number of 100. */
export function standardError(share: number, samples: number): number {
  return samples === 0 ? 0 : 100 * Math.sqrt(Math.max(0, share * (1 - share)) / samples);
}
