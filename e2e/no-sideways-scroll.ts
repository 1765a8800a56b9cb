import { expect, type Page } from "@playwright/test";

/** Nothing makes the page wider than its window, once the layout has followed a change of size. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await expect
    .poll(overflow, { message: `${page.url()} is wider than its window` })
    .toBeLessThanOrEqual(0);
}
