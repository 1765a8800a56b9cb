import type { KitData } from "@/lib/data/kit-types";
import type { QuestionText } from "@/lib/data/types";
import type { Asks } from "./asks";
import type { Ask, Gap, KitFile } from "./types";

/** What a configuration file could serve: answers on people, money and taste ask for none. */
const sections = new Set(["estate", "identity", "authorization", "traffic", "observability"]);

/** Every need that the answers state, by question and row. */
export function statedNeeds(questions: readonly QuestionText[], asks: Asks): Ask[] {
  return questions.flatMap((question) => {
    if (!sections.has(question.section)) return [];
    if (question.kind === "importance") return asks.of(question.id) ?? [];
    if (question.kind === "needs") {
      return question.rows.flatMap(({ id }) => asks.of(question.id, id) ?? []);
    }
    return [];
  });
}

/** A need as data/kits writes it: “strict”, “policy.l7”. */
export function needOf({ question, part }: Ask): string {
  return part === undefined ? question : `${question}.${part}`;
}

/** Needs that no file of the kit serves, each with the reason. */
export function findGaps(
  needs: readonly Ask[],
  files: readonly KitFile[],
  { reasons, later }: KitData["gaps"],
): Gap[] {
  const served = new Set(files.flatMap(({ because }) => because.map(needOf)));
  return needs
    .filter((ask) => !served.has(needOf(ask)))
    .map((ask) => ({ ask, why: reasons[needOf(ask)] ?? later }));
}
