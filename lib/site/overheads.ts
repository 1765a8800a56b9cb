import "server-only";
import { assertNone } from "@/lib/data/check/finding";
import { checkOverheads } from "@/lib/data/overheads";
import { parseOverheads } from "@/lib/data/parse";
import { matrix } from "./data";
import { files } from "./files";

/** What variants take in CPU, memory and latency, parsed once when the server starts. */
export const overheads = parseOverheads(files);

assertNone(checkOverheads(overheads, matrix));
