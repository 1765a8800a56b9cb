import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256 in hexadecimal");

/** One line of data/releases/index.json: a release, and the fingerprint of each of its files. */
export const frozenReleaseSchema = z.strictObject({
  id: z.string().regex(/^\d{4}\.\d{2}(\.\d+)?$/),
  asOf: z.iso.date(),
  table: hash,
  engine: hash,
  corpus: hash,
});
export type FrozenRelease = z.infer<typeof frozenReleaseSchema>;

/** The frozen releases, oldest first. The list only grows: a permalink names its release by its place here. */
export const releasesSchema = z.array(frozenReleaseSchema).min(1);
