import { resultHref } from "@/lib/result/links";
import { doneParameter } from "./done";

/** The plan around the first place of a result, or around another variant; with what is ticked off, if given. */
export function planHref(code: string, variant?: string, done?: readonly string[]): string {
  const query = [
    ...(variant === undefined ? [] : [`variant=${variant}`]),
    ...(done === undefined ? [] : [`${doneParameter}=${done.join(",")}`]),
  ];
  return `${resultHref(code)}/plan${query.length > 0 ? `?${query.join("&")}` : ""}`;
}
