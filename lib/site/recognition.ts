import "server-only";
import { dataFiles } from "@/data";
import { parseRecognition } from "@/lib/data/recognition";
import { reference } from "./data";

/** What can be recognised in a cluster, parsed once when the server starts. */
export const recognition = parseRecognition(
  Object.fromEntries(
    Object.entries(dataFiles).map(([path, json]) => [path.replace(/^\.\//, ""), json]),
  ),
  reference,
);
