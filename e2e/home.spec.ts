import { expectAccessible } from "./axe.ts";
import { expectNoSidewaysScroll } from "./no-sideways-scroll.ts";
import { expect, test } from "./test.ts";

test("the start page says what this is and shows worked examples", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Do you need a service mesh, and which one?",
  );
  await expect(page.getByText(/^\d+ sourced findings$/)).toBeVisible();
  await page.getByText("Six more", { exact: true }).click();
  const rows = page.locator(".examples tbody tr");
  const count = await rows.count();
  expect(count).toBeGreaterThanOrEqual(8);
  for (const row of await rows.all()) {
    const code = (await row.getByRole("link").first().getAttribute("href"))?.replace("/r/", "");
    expect(code).toMatch(/^[0-9A-Za-z]{5,}$/);
    await expect(row.getByRole("link", { name: /Start from it/ })).toHaveAttribute(
      "href",
      `/questions/review?a=${code}`,
    );
    await expect(row.locator(".examples-word")).toHaveText(
      /^(clear|(leaning|nearest)( so far)?|too (close|early) to call|nothing is left|too early to say)$/,
    );
  }
});

test("the figures of an example are those of the questionnaire’s board", async ({ page }) => {
  await page.goto("/");
  const row = page.locator(".examples tbody tr").filter({ hasText: "Regulated bank" });
  const name = (await row.locator(".option-name").first().textContent()) ?? "";
  const share = await row.locator(".examples-first b").textContent();
  await row.getByRole("link", { name: /Start from it/ }).click();
  const board = page.getByRole("complementary", { name: /what follows/i });
  expect(name).not.toBe("");
  await expect(board).toContainText(name);
  await expect(board).toContainText(new RegExp(`First places.*: .*\\b${share}\\b.* of 100`));
});

test("one step leads to the first question, with or without JavaScript", async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto("/");
    await page.getByRole("link", { name: "Start the questions" }).click();
    await expect(page).toHaveURL(/\/questions$/);
    await expect(page.getByRole("heading", { name: /^Where do most of/ })).toBeVisible();
    await context.close();
  }
});

test("accessible in light and dark, and no wider than a phone", async ({ page }) => {
  await page.goto("/");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});
