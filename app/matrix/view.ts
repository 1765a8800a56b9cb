import { matrix, reference } from "@/lib/matrix/load";
import { buildSearchIndex } from "@/lib/reference/search";
import { viewMatrix } from "@/lib/reference/view";

export const view = viewMatrix(matrix, reference);
export const searchIndex = buildSearchIndex(matrix, reference);
