import { readJsonFile } from "@/lib/data/read";
import { slotsSchema } from "@/lib/data/schema";

/** Where answers sit in a permalink, without the rest of the matrix: for code that only reads codes. */
export const slots = slotsSchema.parse(readJsonFile("slots.json"));
