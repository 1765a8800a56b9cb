import { readJsonFile } from "@/lib/data/read";
import { releasesSchema } from "@/lib/data/release-schema";
import { release } from "./release";

/** The frozen releases, oldest first. The list only grows: a permalink names its release by its place here. */
export const frozenReleases = releasesSchema.parse(readJsonFile("releases/index.json"));

const published = frozenReleases.map(({ id, asOf }) => ({ id, asOf }));

/** Every release, oldest first; the data of this tree comes last, frozen or not yet. */
export const releases = published.some(({ id }) => id === release.id)
  ? published
  : [...published, release];

/** The place of the release in this tree, which new permalinks name. */
export const currentRelease = releases.findIndex(({ id }) => id === release.id);
