/** A version’s numbers, of “v1.31.2-eks-1” or “stable-2.14.10”; undefined where there are none. */
export function readVersion(text: string): readonly [major: number, minor: number] | undefined {
  const found = /(?:^|[^\d.])(\d{1,4})\.(\d{1,4})(?:[^\d]|$)/.exec(text);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

/** Below nought if the first is older, above it if it is newer. */
export function compareVersions(
  [major, minor]: readonly [number, number],
  [otherMajor, otherMinor]: readonly [number, number],
): number {
  return major - otherMajor || minor - otherMinor;
}

/** The minor line of a version: “1.31”. */
export function lineOf(text: string): string | undefined {
  return readVersion(text)?.join(".");
}
