import slotsJson from "@/data/slots.json";
import { slotsSchema } from "@/lib/data/schema";

/** Where answers sit in a permalink, without the rest of the matrix: for code that only reads codes. */
export const slots = slotsSchema.parse(slotsJson);
