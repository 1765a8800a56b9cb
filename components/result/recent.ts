import { holdsTexts, recallList, rememberList } from "@/components/questionnaire/browser-memory";

/** A result this browser has shown. Kept in this browser only. */
export interface RecentResult {
  /** Its address on this site. */
  readonly address: string;
  readonly verdict: string;
  /** The name given to it; empty without one. */
  readonly title: string;
}

const most = 8;

function isRecent(value: unknown): value is RecentResult {
  return (
    holdsTexts(value, ["address", "verdict", "title"]) &&
    /^\/r\/[0-9A-Za-z]+(\?|$)/.test(value.address)
  );
}

/** The results this browser has shown, newest first; whatever else may stand in the storage is left out. */
export function recallResults(): RecentResult[] {
  return recallList("results", isRecent);
}

function pathOf(address: string): string {
  return address.split("?", 1)[0] ?? address;
}

/** Puts it first; a result is remembered once, under the name it had last. */
export function rememberResult(result: RecentResult): void {
  keep([
    result,
    ...recallResults().filter(({ address }) => pathOf(address) !== pathOf(result.address)),
  ]);
}

export function forgetResult(address: string): void {
  keep(recallResults().filter((result) => result.address !== address));
}

function keep(results: readonly RecentResult[]): void {
  rememberList("results", results, most);
}
