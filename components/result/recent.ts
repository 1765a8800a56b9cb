import { recall, remember } from "@/components/questionnaire/browser-memory";

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
    typeof value === "object" &&
    value !== null &&
    ["address", "verdict", "title"].every((key) => typeof Reflect.get(value, key) === "string") &&
    /^\/r\/[0-9A-Za-z]+(\?|$)/.test(Reflect.get(value, "address"))
  );
}

/** The results this browser has shown, newest first; whatever else may stand in the storage is left out. */
export function recallResults(): RecentResult[] {
  try {
    const found: unknown = JSON.parse(recall("results") ?? "[]");
    return Array.isArray(found) ? found.filter(isRecent) : [];
  } catch {
    return [];
  }
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
  remember("results", results.length > 0 ? JSON.stringify(results.slice(0, most)) : undefined);
}
