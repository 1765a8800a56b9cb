/**
 * What npm run release bundles beside the table: the engine of this tree, as old links will ask it. A frozen bundle is
 * never rebuilt, so what it exports is kept for ever: lib/release/frozen.ts lists the methods there have been.
 */
export { judge } from "@/lib/engine/judge";
export { replayResult as replay } from "./replay";

/** Which contract the exports keep. */
export const method = 2;
