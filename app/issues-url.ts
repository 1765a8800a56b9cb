/** Where corrections are suggested: the “new issue” address of the tracker, or nothing. See CONTRIBUTING.md. */
export const issuesUrl = process.env.ISSUES_URL ?? "";
