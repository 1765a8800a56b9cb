import { z } from "zod";
import frozenJson from "@/data/releases/index.json";
import { frozenReleaseSchema } from "@/lib/release/index-schema";
import { release } from "./release";

/** The frozen releases, oldest first. The list only grows: a permalink names its release by its place here. */
export const frozenReleases = z.array(frozenReleaseSchema).min(1).parse(frozenJson);

const published = frozenReleases.map(({ id, asOf }) => ({ id, asOf }));

/** Every release, oldest first; the data of this tree comes last, frozen or not yet. */
export const releases = published.some(({ id }) => id === release.id)
  ? published
  : [...published, release];

/** The place of the release in this tree, which new permalinks name. */
export const currentRelease = releases.findIndex(({ id }) => id === release.id);
