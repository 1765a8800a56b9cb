import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { claimPort } from "./port.ts";

const server = resolve(".next/standalone/server.js");

if (!existsSync(server)) {
  console.error("There is no build to serve. Build first: npm run build (or do both: npm start)");
  process.exit(1);
}
process.env.PORT = String(await claimPort());
// Containers set HOSTNAME to their own name, which Next would take for the address to bind.
process.env.HOSTNAME = process.env.HOST ?? "0.0.0.0";
process.env.NEXT_TELEMETRY_DISABLED = "1";
await import(pathToFileURL(server).href);
