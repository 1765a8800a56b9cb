/** Where the parts of a result live. Every address that a result names is made here. */

/** The result itself. */
export function resultHref(code: string): string {
  return `/r/${code}`;
}

/** The result with the title and the note that its reader gave it. */
export function wordedHref(
  code: string,
  { title, note }: { readonly title?: string; readonly note?: string } = {},
): string {
  const query = new URLSearchParams({ ...(title ? { title } : {}), ...(note ? { note } : {}) });
  return `${resultHref(code)}${query.size > 0 ? `?${query}` : ""}`;
}

/** The question, with these answers filled in, to change one. */
export function changeHref(section: string, question: string, code: string): string {
  return `/questions/${section}?a=${code}&at=${question}`;
}

/** All answers, to change some; the name given to the result stays with them. */
export function reviewHref(code: string, title?: string): string {
  return `/questions/review?${new URLSearchParams({ a: code, ...(title ? { title } : {}) })}`;
}

/** The finding on one variant, among all findings on the capability. */
export function evidenceHref(capability: string, variant: string): string {
  return `/matrix/${capability}#${variant}`;
}
