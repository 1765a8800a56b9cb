import { readJsonFile } from "@/lib/data/read";
import { releaseSchema } from "@/lib/data/schema";

/** The release of the data in this tree, and the day up to which it was checked. */
export const release = releaseSchema.parse(readJsonFile("release.json"));
