import { wordingOf } from "@/lib/questionnaire/wording";
import { matrix } from "@/lib/site/data";

/** The questionnaire's texts, taken from the data once. */
export const wording = wordingOf(matrix);
