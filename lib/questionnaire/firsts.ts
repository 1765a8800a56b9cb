import { apportion } from "@/lib/result/apportion";
import type { Board } from "./board";
import type { Firsts } from "./verdict-text";

/** First places of 100 by option, shared out as every drawing of the hundred does. */
export function firstsOf({ firsts }: Pick<Board, "firsts">): Firsts {
  const shares = apportion(
    firsts.map(({ share }) => share),
    100,
  );
  return Object.fromEntries(firsts.map(({ option }, index) => [option, shares[index] ?? 0]));
}
