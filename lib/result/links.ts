/** Where the parts of a result live. Every address that a result names is made here. */

/** The result itself. */
export function resultHref(code: string): string {
  return `/r/${code}`;
}

/** The question, with these answers filled in, to change one. */
export function changeHref(section: string, question: string, code: string): string {
  return `/questions/${section}?a=${code}#q-${question}`;
}

/** All findings on one capability, in the light of this result; `variant` leads to one of them. */
export function evidenceHref(code: string, capability: string, variant?: string): string {
  const page = `${resultHref(code)}/evidence/${capability}`;
  return variant === undefined ? page : `${page}#${variant}`;
}
