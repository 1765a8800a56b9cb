import { readFileSync } from "node:fs";
import { parseMatrix, parseReference } from "../data/parse";
import { readJsonFiles } from "../data/read";
import { readOverlay } from "../overlay/read";

/** Checks the file that MESH_ADVISOR_OVERLAY names, so that a mistake is said before anything is built. */

const file = process.argv[2] ?? process.env.MESH_ADVISOR_OVERLAY;
if (!file) {
  console.error("Name the file: npm run overlay:check -- path/to/overlay.yaml");
  process.exit(2);
}
try {
  const files = readJsonFiles();
  const text = readFileSync(file, "utf8");
  const { notice } = readOverlay(file, text, parseMatrix(files), parseReference(files));
  console.log(`${file} holds: edition of ${notice.name}, ${notice.what}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
