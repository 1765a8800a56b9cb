import { release } from "./release";

/** Every release of the data, oldest first: a permalink names its own by its place in this list. */
export const releases = [release] as const;

/** The place of the release in this tree, which new permalinks name. */
export const currentRelease = releases.length - 1;
