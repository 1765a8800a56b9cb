import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readStamp } from "./stamp.ts";

if (!readStamp()) {
  console.error("There is no build to serve. Build first: npm run build (or do both: npm start)");
  process.exit(1);
}
await import(pathToFileURL(resolve(".next/standalone/main.cjs")).href);
