import { z } from "zod";
import frozenJson from "@/data/releases/index.json";
import { release } from "./release";

const listSchema = z.array(z.strictObject({ id: z.string(), asOf: z.iso.date() })).min(1);

/** The frozen releases, oldest first. The list only grows: a permalink names its release by its place here. */
const frozen = listSchema.parse(frozenJson);

/** Every release, oldest first; the data of this tree comes last, frozen or not yet. */
export const releases = frozen.some(({ id }) => id === release.id) ? frozen : [...frozen, release];

/** The place of the release in this tree, which new permalinks name. */
export const currentRelease = releases.findIndex(({ id }) => id === release.id);
