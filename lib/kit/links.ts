import { resultHref } from "@/lib/result/links";
import { type KitNames, writeNames } from "./names";

function queryOf(variant: string | undefined, names: KitNames, file?: string): string {
  const query = new URLSearchParams(variant === undefined ? [] : [["variant", variant]]);
  for (const [key, value] of writeNames(names)) query.set(key, value);
  if (file !== undefined) query.set("file", file);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The starter kit of a result: of the planned variant or the one named, open at a file. */
export function kitHref(code: string, names: KitNames, variant?: string, file?: string): string {
  return `${resultHref(code)}/kit${queryOf(variant, names, file)}`;
}

/** The same kit as an archive; the variant is always named, so that the file stays what it is. */
export function kitArchiveHref(code: string, names: KitNames, variant: string): string {
  return `${resultHref(code)}/kit.zip${queryOf(variant, names)}`;
}
