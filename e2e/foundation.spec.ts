import { expectAccessible } from "./axe.ts";
import { expect, test } from "./test.ts";

test("the start page is served prerendered under a strict policy", async ({ page }) => {
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  const headers = response?.headers() ?? {};
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'sha256-/);
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
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page).toHaveURL("/");
  await expect(page).toHaveTitle(/Choose a service mesh/);
});

test("every address without a prerendered page gets a fresh nonce", async ({ request }) => {
  const nonces = new Set<string | undefined>();
  for (let visit = 0; visit < 3; visit++) {
    const response = await request.get("/no-such-page");
    const policy = response.headers()["content-security-policy"];
    nonces.add(policy?.match(/script-src 'self' 'nonce-([^']{20,})'/)?.[1]);
  }
  expect(nonces).not.toContain(undefined);
  expect(nonces.size).toBe(3);
});

test("the health check answers", async ({ request }) => {
  const response = await request.get("/healthz");
  expect(await response.text()).toBe("ok");
});
