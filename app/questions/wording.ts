import { matrix } from "@/lib/matrix/load";
import { wordingOf } from "@/lib/questionnaire/wording";

/** The questionnaire's texts, taken from the data once. */
export const wording = wordingOf(matrix);
