import { readFileSync, writeFileSync } from "node:fs";
import { readImports, withPicture } from "../architecture/rooms";

/** Draws the picture in docs/ARCHITECTURE.md anew, from the imports as they are. */
const path = "docs/ARCHITECTURE.md";
writeFileSync(path, withPicture(readFileSync(path, "utf8"), readImports()));
