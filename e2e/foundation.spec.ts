import { expectAccessible } from "./axe.ts";
import { expect, test } from "./test.ts";

test("the start page is served under a strict policy", async ({ page }) => {
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  const headers = response?.headers() ?? {};
  expect(headers["content-security-policy"]).toMatch(/script-src 'self';/);
  expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
  expect(headers["content-security-policy"]).not.toContain("nonce-");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-powered-by"]).toBeUndefined();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test("the start page says the same without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.close();
});

test("an unknown address answers 404 and leads back", async ({ page, allowedComplaints }) => {
  allowedComplaints.push(/status of 404/);
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await page.getByRole("link", { name: "Go to Home" }).click();
  await expect(page).toHaveURL("/");
  await expect(page).toHaveTitle(/Choose a service mesh/);
});

test("a page rendered when it is asked for holds no nonce, and is the same for all", async ({
  request,
}) => {
  const visits = await Promise.all([1, 2, 3].map(() => request.get("/questions")));
  const policies = visits.map((visit) => visit.headers()["content-security-policy"] ?? "");
  const pages = await Promise.all(visits.map((visit) => visit.text()));
  expect(new Set(policies).size).toBe(1);
  expect(new Set(pages).size).toBe(1);
  expect(policies[0]).toMatch(/script-src 'self' 'sha256-/);
  expect(policies[0]).not.toMatch(/nonce-|script-src[^;]*unsafe/);
  expect(pages[0]).not.toMatch(/<[^>]* nonce=/);
});
