import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./test.ts";

const readable =
  "/r?platform=kubernetes&mtls=must&strict=must&licence=osi&routing=canary:important&team=five&title=Payments";

async function openResult(page: Page): Promise<string> {
  await page.goto(readable);
  await expect(page).toHaveURL(/\/r\/[0-9A-Za-z]{5,120}\?title=Payments$/);
  return new URL(page.url()).pathname;
}

test("readable parameters lead to a result that is whole", async ({ page }) => {
  test.slow();
  await openResult(page);
  await expect(page).toHaveTitle(/: (clear|leaning)\. |too close to call/);
  await expect(page.getByText("Verdict for “Payments”")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const topic of ["How sure", "Ranking", "Ruled out", "Fit", "Ownership", "Answers"]) {
    await expect(
      page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: topic }),
    ).toBeVisible();
  }
  await expectAccessible(page);
});

test("the canonical address has no title, and results are not indexed", async ({ page }) => {
  const path = await openResult(page);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    "href",
    new RegExp(`${path}$`),
  );
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
});

test("a finding opens its evidence, by keyboard too, and Escape closes it", async ({ page }) => {
  test.slow();
  await openResult(page);
  const finding = page
    .locator("#fit")
    .getByRole("button", { name: /^full.*: Automatic mTLS, Istio, sidecar mode/ });
  await finding.focus();
  await page.keyboard.press("Enter");
  const evidence = page.locator("[popover]:popover-open");
  await expect(evidence).toContainText("Automatic mutual TLS");
  await expect(evidence).toContainText("Confidence");
  await expect(evidence.getByRole("listitem").first()).toContainText(/checked \d+ \w+ 20\d\d/);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(evidence).toHaveCount(0);
  await expect(finding).toBeFocused();
});

test("an exclusion names the answer behind it and leads to its evidence in one click", async ({
  page,
}) => {
  await openResult(page);
  const consul = page
    .locator("#ruled-out")
    .getByRole("listitem")
    .filter({
      has: page.getByRole("heading", { name: "Consul Community Edition" }),
    });
  await expect(consul).toContainText("OSI-approved open source only");
  await consul.getByRole("button", { name: /^Evidence: Open-source licence/ }).click();
  await expect(page.locator("[popover]:popover-open")).toContainText("Business Source License");
});

test("the link can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openResult(page);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  await expect(page.getByLabel("Link to this result")).toHaveValue(copied);
});

test("everything is there without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await openResult(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByLabel("Link to this result")).toHaveValue(/\/r\//);
  await expect(page.getByRole("button", { name: "Copy link" })).toBeHidden();
  await page
    .locator("#ruled-out")
    .getByRole("button", { name: /^Evidence/ })
    .first()
    .click();
  await expect(page.locator("[popover]:popover-open")).toBeVisible();
  await context.close();
});

test("parts of a link that are not understood are reported with their mend", async ({ page }) => {
  await page.goto("/r?platform=kubernetes&team=crowd&colour=<b>green</b>");
  await expect(page).toHaveURL(/ignored=/);
  const report = page.locator(".not-understood");
  await expect(report).toContainText("team=crowd");
  await expect(report).toContainText("Use one of two, five, ten, org, unsure.");
  await expect(report).toContainText("colour=<b>green</b>");
  await expect(page.locator("#answers")).toContainText("Kubernetes");
});

test("nothing asked leads to the questions", async ({ request }) => {
  const response = await request.get("/r", { maxRedirects: 0 });
  expect(response.status()).toBe(307);
  expect(response.headers().location).toBe("/questions");
});

test("a link that cannot be opened answers 400 and says what can be done", async ({
  page,
  allowedComplaints,
}) => {
  allowedComplaints.push(/status of 400/);
  const path = await openResult(page);
  const damaged = path.slice(0, -1) + (path.endsWith("0") ? "1" : "0");
  const response = await page.goto(damaged);
  expect(response?.status()).toBe(400);
  await expect(page.getByText("The code is damaged")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Regulated bank, many clusters" }).click();
  await expect(page).toHaveURL(/\/r\/[0-9A-Za-z]{5,120}$/);
  await expect(page.getByRole("navigation", { name: "On this page" })).toBeVisible();
});

for (const [what, path] of [
  ["foreign", "/r/not-a-code"],
  ["short", "/r/000"],
  ["long", `/r/${"a".repeat(10_000)}`],
  ["unicode", "/r/%E2%9C%93%F0%9F%A6%8A"],
  ["climbing", "/r/..%2f..%2fetc%2fpasswd"],
  ["badly escaped", "/r/%zz"],
  ["null", "/r/%00"],
] as const) {
  test(`a ${what} code answers 400`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(400);
    expect(await response.text()).toContain("This link cannot be opened");
    expect(response.headers()["content-security-policy"]).toContain("'nonce-");
  });
}

test("a phone shows the findings and unfolds one section", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openResult(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(360);
  await expect(page.locator("#ruled-out").getByRole("heading", { level: 2 })).toBeVisible();
  await expect(page.locator("#ruled-out h3").first()).toBeHidden();
  await page.locator("#ruled-out summary").first().click();
  await expect(page.locator("#ruled-out h3").first()).toBeVisible();
});

test("paper shows what is folded, and leaves evidence to the address it prints", async ({
  page,
}) => {
  await openResult(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#ruled-out h3").first()).toBeVisible();
  await expect(page.locator(".evidence-list")).toBeHidden();
  await expect(page.locator(".permalink")).toBeHidden();
  await expect(page.locator(".same-again .print-only")).toBeVisible();
});
