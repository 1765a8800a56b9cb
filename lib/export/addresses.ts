import { reviewHref } from "@/lib/result/links";
import { type ExportKind, exportHref, permalinkHref } from "./links";
import { absolute, type ExportSource } from "./source";

/** Every absolute address a file names for its result. */
export interface Addresses {
  readonly html: string;
  readonly json: string;
  readonly adr: string;
  readonly markdown: string;
  readonly csv: string;
  /** When to look at the decision again, as an iCalendar. */
  readonly calendar: string;
  /** The questions, with these answers filled in. */
  readonly change: string;
}

export function addressesOf(source: ExportSource): Addresses {
  const { assessment } = source;
  const { code } = assessment;
  const file = (kind: ExportKind) => absolute(source, exportHref(code, kind, source));
  return {
    html: absolute(source, permalinkHref(code, source)),
    json: file("json"),
    adr: file("adr"),
    markdown: file("markdown"),
    csv: file("csv"),
    calendar: file("calendar"),
    change: absolute(source, reviewHref(code, source.title)),
  };
}
