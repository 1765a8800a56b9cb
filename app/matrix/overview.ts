import { viewMatrix } from "@/lib/reference/matrix-view";
import { buildSearchIndex } from "@/lib/reference/search";
import { matrix, reference } from "@/lib/site/data";

export const view = viewMatrix(matrix, reference);
export const searchIndex = buildSearchIndex(matrix, reference);
