import { decodeCode } from "@/lib/answers/code";
import type { Slot } from "@/lib/answers/slots";

/** Whether this is a page of the questionnaire whose draft cannot be read. Takes any text and never throws. */
export function hasUnreadableDraft(
  slots: readonly Slot[],
  releases: number,
  path: string,
  draft: string | null,
): boolean {
  if (draft === null || draft === "") return false;
  const takesDraft = path === "/questions" || path.startsWith("/questions/") || path === "/import";
  if (!takesDraft) return false;
  return !decodeCode(slots, draft, releases).ok;
}
