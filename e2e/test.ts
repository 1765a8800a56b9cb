import { test as base, expect } from "@playwright/test";

export { expect };

type Watch = {
  /** Complaints a test expects; the rest fail it. */
  readonly allowedComplaints: RegExp[];
  readonly quiet: undefined;
};

/** Fails a test whose pages log errors, break the content security policy or call another origin. */
export const test = base.extend<Watch>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads fixture names from the pattern.
  allowedComplaints: async ({}, use) => {
    await use([]);
  },
  quiet: [
    async ({ context, baseURL, allowedComplaints }, use) => {
      const complaints: string[] = [];
      const ownOrigin = new URL(baseURL ?? "").origin;
      context.on("console", (message) => {
        if (message.type() === "error") complaints.push(`console: ${message.text()}`);
      });
      context.on("weberror", (event) => complaints.push(`uncaught: ${event.error().message}`));
      context.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (["http:", "https:", "ws:", "wss:"].includes(protocol) && origin !== ownOrigin) {
          complaints.push(`request to another origin: ${request.url()}`);
        }
      });
      await context.exposeFunction("reportViolation", (violation: string) => {
        complaints.push(`content security policy: ${violation}`);
      });
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          const report = (window as unknown as { reportViolation: (text: string) => void })
            .reportViolation;
          report(`${event.effectiveDirective} blocked ${event.blockedURI} on ${location.pathname}`);
        });
      });
      await use(undefined);
      const unexpected = complaints.filter(
        (complaint) => !allowedComplaints.some((allowed) => allowed.test(complaint)),
      );
      expect(unexpected, "complaints of the browser").toEqual([]);
    },
    { auto: true },
  ],
});
