/**
 * What npm run release bundles beside the table: the engine of this tree, as old links will ask it. A frozen bundle is
 * never rebuilt, so what it exports is kept for ever; a new method adds its own adapter beside lib/release/engine.ts.
 */
export { centralWeights, decideVerdict, rankAcceptability } from "@/lib/engine/acceptability";
export { findOpenQuestions } from "@/lib/engine/alternatives";
export { evaluate } from "@/lib/engine/evaluate";
export { findFlips, findHangingCells } from "@/lib/engine/flips";
export { replayResult as replay } from "./replay";

/** Which contract the exports keep. */
export const method = 1;
