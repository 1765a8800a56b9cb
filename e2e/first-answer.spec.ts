import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

const phone = { width: 360, height: 740 };

/** The words a reader sees without scrolling. */
function wordsInView(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let words = 0;
    while (walker.nextNode()) {
      const { parentElement: element, textContent } = walker.currentNode;
      if (!element || element.closest(".sr-only, script, style, noscript")) continue;
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const isInView = [...range.getClientRects()].some(
        ({ top, bottom, width }) => width > 1 && bottom > 0 && top < window.innerHeight,
      );
      if (isInView) words += textContent?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    }
    return words;
  });
}

test("from Start to the first honest “so far” are at most four clicks and 150 words", async ({
  page,
}) => {
  await page.setViewportSize(phone);
  await page.goto("/");
  let clicks = 0;
  const click = async (role: "link" | "radio" | "button", name: RegExp) => {
    await page.getByRole(role, { name }).first().click();
    clicks++;
  };
  await click("link", /^Start the questions$/);
  await expect(page.getByRole("radio").first()).toBeVisible();
  const words = await wordsInView(page);
  await click("radio", /^Kubernetes/);
  const soFar = page.locator(".so-far");
  await expect(soFar).toContainText(/of 100/);
  await expect(soFar).toBeInViewport();
  // It does not claim more than one answer can carry.
  await expect(soFar).not.toContainText(/Clear/);
  expect(clicks).toBeLessThanOrEqual(4);
  expect(words).toBeLessThanOrEqual(150);
});

test("each question of the quick path is one decision a screen", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto("/questions");
  for (let number = 1; number <= 8; number++) {
    await expect(page.locator("[data-question]")).toHaveCount(1);
    await expect(page.getByText(`${number} of 8`, { exact: true })).toBeVisible();
    const question = page.locator("[data-question]");
    // The heading and the first answer are there to be seen, and so is the way on, without scrolling sideways.
    await expect(question.getByRole("heading").first()).toBeInViewport();
    await expect(
      question.getByRole("radio").or(question.getByRole("checkbox")).first(),
    ).toBeInViewport();
    if (number < 8) await page.getByRole("button", { name: /^Next/ }).click();
  }
});
