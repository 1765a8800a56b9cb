import { readNote, readTitle } from "@/lib/result/title";

/**
 * The parameters of an embed. Pages of others hold them for years, so a name or value is never changed: a new one is
 * added beside it.
 */
export const views = ["compact", "full"] as const;
export const themes = ["auto", "light", "dark"] as const;

export type View = (typeof views)[number];
export type Theme = (typeof themes)[number];

export interface EmbedOptions {
  readonly view: View;
  readonly theme: Theme;
  readonly title?: string;
  readonly note?: string;
}

/** Reads what an address asks for. What it does not know becomes the default. */
export function readEmbedOptions(query: URLSearchParams): EmbedOptions {
  const title = readTitle(query.getAll("title"));
  const note = readNote(query.getAll("note"));
  return {
    view: views.find((each) => each === query.get("view")) ?? "compact",
    theme: themes.find((each) => each === query.get("theme")) ?? "auto",
    ...(title === undefined ? {} : { title }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Writes the options as a query with its question mark; what is the default is left out, all defaults are "". */
export function writeEmbedOptions(options: Partial<EmbedOptions>): string {
  const query = new URLSearchParams();
  if (options.view === "full") query.set("view", options.view);
  if (options.theme !== undefined && options.theme !== "auto") query.set("theme", options.theme);
  if (options.title) query.set("title", options.title);
  if (options.note) query.set("note", options.note);
  return query.size > 0 ? `?${query}` : "";
}

/**
 * The page that holds the frame and wants its size, as the loader names it: an http or https origin, else undefined.
 */
export function readHost(query: URLSearchParams): string | undefined {
  const host = query.get("resize");
  if (host === null || host.length > 300 || !URL.canParse(host)) return undefined;
  const { origin, protocol } = new URL(host);
  return origin === host && /^https?:$/.test(protocol) ? origin : undefined;
}
