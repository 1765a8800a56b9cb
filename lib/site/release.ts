import { z } from "zod";
import releaseJson from "@/data/release.json";

const releaseSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^\d{4}\.\d{2}(\.\d+)?$/,
      "name a release by year and month, and a number from the second on: 2026.11, 2026.11.1",
    ),
  asOf: z.iso.date(),
});

/** The release of the data in this tree, and the day up to which it was checked. */
export const release = releaseSchema.parse(releaseJson);
