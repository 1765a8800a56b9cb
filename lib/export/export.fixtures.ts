import { encodeAnswers } from "@/lib/answers/code";
import type { Matrix, Reference } from "@/lib/data/types";
import type { Answers, ScoringTable } from "@/lib/engine/types";
import { viewOffers } from "@/lib/result/offers";
import { assess, viewResult } from "@/lib/result/result";
import type { ExportSource } from "./source";

/** From this release on a code keeps which rows are open. */
const keepsOpen = 3;

/** The source of the exports for these answers, as the routes build it. */
export function sourceFor(
  data: {
    readonly matrix: Matrix;
    readonly table: ScoringTable;
    readonly reference?: Pick<Reference, "offers">;
  },
  answers: Answers,
  title?: string,
): ExportSource {
  const code = encodeAnswers(data.matrix.slots, answers, keepsOpen);
  const assessment = assess(data.matrix, data.table, code, answers);
  const { release } = data.matrix;
  return {
    assessment,
    result: viewResult(assessment),
    offers: viewOffers(data.reference?.offers ?? [], assessment),
    release,
    title,
    origin: "https://mesh.example",
  };
}
