import "server-only";
import { parseRecognition } from "@/lib/data/recognition";
import { reference } from "./data";
import { files } from "./files";

/** What can be recognised in a cluster, parsed once when the server starts. */
export const recognition = parseRecognition(files, reference);
