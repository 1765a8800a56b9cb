import type { Judgement } from "@/lib/engine/judge";
import type { Answers } from "@/lib/engine/types";
import type { LoadedRelease } from "@/lib/release/frozen";
import { judgementOf } from "./judgement";

/** What the engine of a release made of these answers, in today's form: word, leaders and shares are those of then. */
export function judgeAsThen({ table, engine }: LoadedRelease, answers: Answers): Judgement {
  if (engine.method === 2) return engine.judge(table, answers);
  const evaluation = engine.evaluate(table, answers);
  const acceptability = engine.rankAcceptability(evaluation);
  const verdict = engine.decideVerdict(evaluation, acceptability, table.thresholds);
  return judgementOf({ evaluation, acceptability, verdict }, true);
}
