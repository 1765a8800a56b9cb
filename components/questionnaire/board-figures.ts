import { apportion } from "@/components/ui/apportion";
import type { Board } from "@/lib/questionnaire/board";
import type { Firsts } from "@/lib/questionnaire/verdict-text";

/** First places of 100 by option, shared out as every drawing of the hundred does. */
export function firstsOf({ firsts }: Pick<Board, "firsts">): Firsts {
  const shares = apportion(
    firsts.map(({ share }) => share),
    100,
  );
  return Object.fromEntries(firsts.map(({ option }, index) => [option, shares[index] ?? 0]));
}
