import { serialize } from "node:v8";
import { readDataFiles } from "@/lib/commands/read-data";
import { compileTable } from "@/lib/matrix/compile";
import { parseMatrix } from "@/lib/matrix/parse";
const matrix = parseMatrix(readDataFiles());
const table = compileTable(matrix);

import { encodeAnswers } from "@/lib/answers/code";
import { findGround, viewResult } from "@/lib/result/result";

const out: number[] = [];
for (const p of matrix.presets) {
  const code = encodeAnswers(matrix.slots, p.answers, 1);
  const t0 = performance.now();
  const g = findGround(matrix, table, code, p.answers);
  const t1 = performance.now();
  const r = viewResult(g);
  const t2 = performance.now();
  const { matrix: _, table: __, ...own } = g;
  console.log(
    p.id,
    serialize(own).length,
    serialize(r).length,
    (t1 - t0).toFixed(0),
    (t2 - t1).toFixed(0),
  );
}
