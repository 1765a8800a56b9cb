/** What every document takes over from the page that Next builds for it: its style sheets, fonts and icon. */
export interface Frame {
  /** Classes of the html element: they carry the font. */
  readonly className: string;
  readonly links: readonly Readonly<Record<string, string>>[];
}

const taken = new Set(["stylesheet", "icon", "preload"]);

/**
 * Reads the frame from the page’s HTML. A document has no scripts of Next’s, so what is preloaded for them is left out.
 * Throws if there is no style sheet: then this is not the page it should be.
 */
export function readFrame(html: string): Frame {
  const links = [...html.matchAll(/<link\s([^>]*?)\/?>/g)]
    .map(([, attributes = ""]) => readAttributes(attributes))
    .filter(({ rel = "", as }) => taken.has(rel) && (rel !== "preload" || as === "font"));
  if (!links.some(({ rel }) => rel === "stylesheet"))
    throw new Error("The frame of documents links no style sheet: app/document/page.tsx makes it.");
  const [, htmlAttributes = ""] = /<html\s([^>]*)>/.exec(html) ?? [];
  return { className: readAttributes(htmlAttributes).class ?? "", links };
}

/** Attributes of a tag that React wrote: always quoted. Those that mean something to React alone are left out. */
function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)]
      .map(([, name = "", value = ""]) => [name.toLowerCase(), value.replaceAll("&amp;", "&")])
      .filter(([name]) => name !== "data-precedence"),
  );
}
