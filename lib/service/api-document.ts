import "server-only";
import { encodeAnswers } from "@/lib/answers/code";
import { writeOpenApi } from "@/lib/api/openapi";
import { listOperations } from "@/lib/api/operations";
import type { Answers } from "@/lib/engine/types";
import { stateOverlay } from "@/lib/overlay/statement";
import { matrix, overlayNotice, table } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";

/** The permalink code that new results get. */
export function codeOf(answers: Answers): string {
  return encodeAnswers(matrix.slots, answers, currentRelease);
}

/** What is said of the organisation’s file in everything that rests on today’s data; undefined without one. */
export const overlay = stateOverlay(overlayNotice, true);

const [one, two] = matrix.presets.map(({ answers }) => codeOf(answers));

/** What the API can be asked, with two worked examples to compare. */
export const operations = listOperations(matrix, table.questions, [one ?? "", two ?? ""]);

/** The OpenAPI document. */
export const openApi = writeOpenApi(operations, matrix.release, overlay);
