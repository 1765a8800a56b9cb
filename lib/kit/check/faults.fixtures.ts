import { join } from "node:path";
import { readKits } from "@/lib/data/kits";
import { readTexts } from "@/lib/data/read";

/** The files of data/kits as they are. */
export const texts = readTexts(join(process.cwd(), "data", "kits"));

/**
 * data/kits with one fault in it.
 * @throws {Error} where the file no longer holds what the fault replaces.
 */
export function plant(path: string, from: string | RegExp, to: string) {
  const text = texts.get(path);
  if (text === undefined) throw new Error(`there is no ${path}`);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} has no ${from}`);
  return readKits(new Map([...texts, [path, changed]]));
}
