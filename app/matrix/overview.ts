import { matrix, reference } from "@/lib/matrix/load";
import { viewMatrix } from "@/lib/reference/matrix-view";
import { buildSearchIndex } from "@/lib/reference/search";

export const view = viewMatrix(matrix, reference);
export const searchIndex = buildSearchIndex(matrix, reference);
