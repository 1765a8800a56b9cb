import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJsonFiles } from "../data/read";
import { addVariantSkeleton, capabilitySkeleton } from "../data/skeleton";
import { run } from "./run";

/**
 * Starts a row or a column of the matrix with every gap left open; npm run data:check then lists what is to be filled.
 *   npm run data:new -- capability <id> <group>
 *   npm run data:new -- variant <id> <option>
 */

const [kind, id, parent] = process.argv.slice(2);
if ((kind !== "capability" && kind !== "variant") || !id || !parent) {
  console.error(
    "Say what to start:\n  npm run data:new -- capability <id> <group>\n  npm run data:new -- variant <id> <option>",
  );
  process.exit(2);
}
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
  console.error(`"${id}" is not an id: use lower-case words joined by hyphens.`);
  process.exit(2);
}

const files = readJsonFiles();
const { variants } = files["options.json"] as { variants: { id: string }[] };
const groups = (files["groups.json"] as { id: string }[]).map((group) => group.id);

let changed: Readonly<Record<string, unknown>>;
if (kind === "capability") {
  if (!groups.includes(parent)) {
    console.error(`No group is called "${parent}". There are: ${groups.join(", ")}.`);
    process.exit(2);
  }
  const file = `capabilities/${id}.json`;
  if (existsSync(join("data", file))) {
    console.error(`data/${file} exists already.`);
    process.exit(2);
  }
  const columns = variants.map((variant) => variant.id);
  changed = { [file]: capabilitySkeleton(id, parent, columns) };
} else {
  if (variants.some((variant) => variant.id === id)) {
    console.error(`The variant "${id}" exists already.`);
    process.exit(2);
  }
  changed = addVariantSkeleton(files, id, parent);
}
const written = Object.entries(changed).map(([file, json]) => {
  writeFileSync(join("data", file), `${JSON.stringify(json, null, 2)}\n`);
  return join("data", file);
});
await run("biome", ["format", "--write", ...written]);
console.log("Fill the gaps that this lists: npm run data:check");
