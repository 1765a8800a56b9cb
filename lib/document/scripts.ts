import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the build puts the scripts of documents, and which file it made of each: see lib/commands/scripts.ts. */
export const scriptsFolder = join("public", "scripts");
export const scriptsManifest = join(scriptsFolder, "manifest.json");

let addresses: Readonly<Record<string, string>> | undefined;

/** The address of a script in components/scripts, by its name. */
export function scriptHref(name: string): string {
  addresses ??= read();
  const href = addresses[name];
  if (href === undefined)
    throw new Error(`There is no components/scripts/${name}.ts in this build.`);
  return href;
}

function read(): Record<string, string> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), scriptsManifest);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} is missing or damaged. Build with: npm run build`, { cause });
  }
}
