import "server-only";
import { readJsonFiles } from "@/lib/data/read";

/** The JSON files of data/, read once when the server starts. */
export const files = readJsonFiles();
