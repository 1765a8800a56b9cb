import { Host } from "./host.ts";
import { expect, test } from "./test.ts";

/*
 * The way through the site in Firefox, where one is installed (FIREFOX_PATH, firefox-esr or firefox): what only another
 * engine can show. Everything else is tried in Chromium.
 */

const result = "/r?platform=kubernetes&mtls=must&strict=must&routing=canary:important&team=five";

test.skip(
  !process.env.E2E_FIREFOX,
  "no Firefox here: apt-get install firefox-esr, or FIREFOX_PATH",
);

test("from the start to a result, with the verdict following", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Start the questions" }).click();
  const status = page.getByRole("complementary", { name: /what follows/i }).getByRole("status");
  await page.getByRole("radio", { name: /Google GKE Standard/ }).check();
  await page.getByRole("button", { name: /^Next/ }).click();
  await page.getByRole("radio").first().check();
  await expect(page).toHaveURL(/\?a=/);
  await page.goBack();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.goForward();
  await page.goto("/questions/all");
  await page.locator("[data-question=mtls]").getByRole("radio", { name: "Must have" }).check();
  await expect(status).not.toBeEmpty();
});

test("findings fold, open by their address, and all at once", async ({ page }) => {
  await page.goto(result);
  const fit = page.locator("#fit table").first();
  await expect(fit).toBeHidden();
  await page.getByRole("button", { name: "Open all" }).click();
  await expect(fit).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}#answers`);
  await expect(page.locator("#answers dl").first()).toBeVisible();
});

test("an answer on the result changes it in place", async ({ page }) => {
  await page.goto(result);
  const before = page.url();
  await page.locator(".next-choices a").first().click();
  await expect(page).not.toHaveURL(before);
  await expect(page.locator("#next-finding")).toBeFocused();
});

test("a kit opens its files and takes names", async ({ page }) => {
  await page.goto(result);
  await page.getByRole("link", { name: /^Starter kit/ }).click();
  await page.getByRole("navigation", { name: "Files of the kit" }).getByRole("link").nth(2).click();
  await expect(page).toHaveURL(/file=/);
  await expect(page.getByRole("article")).toHaveCount(1);
});

test("a result is printed with everything open", async ({ page }) => {
  await page.goto(result);
  const paper = await page.pdf({ format: "A4" });
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
  expect(paper.length).toBeGreaterThan(50_000);
});

test("a card in somebody else’s page is as high as what it holds", async ({
  page,
  baseURL,
  allowedComplaints,
}) => {
  allowedComplaints.push(/^request to another origin: http:\/\/localhost:/);
  const host = new Host();
  await host.start();
  try {
    const code = new URL((await page.request.get(result)).url()).pathname.split("/").at(-1);
    await page.goto(
      host.publish(
        "firefox",
        `<div data-mesh-advisor="${code}" data-view="full"></div><script src="${baseURL}/embed/v1.js"></script>`,
      ),
    );
    const card = page.locator("iframe").contentFrame().locator("main");
    await expect(card).toBeVisible();
    const high = await card.evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
    await expect(page.locator("iframe")).toHaveAttribute("height", String(high));
  } finally {
    await host.stop();
  }
});
