import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeJsonSchemas } from "../site/json-schemas";
import { run } from "./run";

/** Writes the JSON Schemas of the data files to public/schemas/data, where editors and other people find them. */

const folder = join("public", "schemas", "data");
mkdirSync(folder, { recursive: true });
const files = makeJsonSchemas().map(({ name, schema }) => {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  return file;
});
await run("biome", ["format", "--write", ...files]);
