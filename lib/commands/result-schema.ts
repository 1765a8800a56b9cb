import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeResultSchema } from "../api/result-schema-file";
import { run } from "./run";

/** Writes the JSON Schema of a result to where results say it is. */

const folder = join("public", "schemas");
const file = join(folder, "result.schema.json");
mkdirSync(folder, { recursive: true });
writeFileSync(file, `${JSON.stringify(makeResultSchema(), null, 2)}\n`);
process.exitCode = await run("biome", ["format", "--write", file]);
