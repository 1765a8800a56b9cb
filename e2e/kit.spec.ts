import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./test.ts";

/** A bank that asks for much, by its readable link, so that no code is written down here. */
const bank =
  "/r?platform=kubernetes&clusters=separate&multicluster=calls:must&mtls=must&strict=must&policy=l7:must,deny:must&requests=egress:must,jwt:important&routing=mirror:nice&resilience=retries:important";

async function kitPath(page: Page): Promise<string> {
  const response = await page.request.get(bank, { maxRedirects: 0 });
  return `${response.headers().location}/kit`;
}

test("a kit shows its files in the order of application, with reasons that lead to answers", async ({
  page,
}) => {
  await page.goto(`${await kitPath(page)}?variant=istio-sidecar`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "The starter kit for Istio, sidecar mode",
  );
  const names = await page.getByRole("heading", { level: 3 }).allTextContents();
  const files = names.filter((name) => name.includes("/"));
  expect(files.length).toBeGreaterThan(15);
  expect(files).toEqual([...files].sort());
  expect(files).toContain("06-strict/peer-authentication.yaml");
  const strict = page.getByRole("article", { name: "06-strict/peer-authentication.yaml" });
  await expect(strict.locator("code")).toContainText("mode: STRICT");
  await strict.getByRole("link", { name: "Strict mTLS" }).click();
  await expect(page).toHaveURL(/\/questions\/identity\?a=.*&at=strict$/);
});

test("code has colours from the style sheet, not from the markup", async ({ page }) => {
  await page.goto(await kitPath(page));
  const block = page.locator(".code-block").first();
  const plain = await block.evaluate((element) => getComputedStyle(element).color);
  const kinds = page.locator(".kit-file [data-code='key']").first();
  expect(await kinds.evaluate((element) => getComputedStyle(element).color)).not.toBe(plain);
  await expect(page.locator(".code-block [style]")).toHaveCount(0);
});

test("a file is copied as it is", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL ?? "" });
  await page.goto(`${await kitPath(page)}?variant=linkerd-oss`);
  const file = page.getByRole("article", { name: "07-authorize/c-allow.yaml" });
  await file.getByRole("button", { name: "Copy 07-authorize/c-allow.yaml" }).click();
  await expect(file.getByRole("status")).toHaveText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^# Purpose: Allows web to call orders/);
  expect(copied).toBe(await file.locator("code").textContent());
});

test("without JavaScript everything is there, and names are set by a form", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${await kitPath(page)}?variant=istio-ambient`);
  await expect(page.getByRole("button", { name: /^Copy/ })).toHaveCount(0);
  await page.getByText("Use your own names, hosts and networks").click();
  await page.getByLabel("Namespace").fill("payments");
  await page.getByLabel("Called service").fill("ledger");
  await page.getByRole("button", { name: "Write the files with these names" }).click();
  await expect(page).toHaveURL(/variant=istio-ambient&ns=payments/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ambient mode");
  const code = page.getByRole("article", { name: "07-authorize/c-allow.yaml" }).locator("code");
  await expect(code).toContainText("namespace: payments");
  await expect(code).toContainText("app: ledger");
  await expect(page.getByRole("link", { name: "Download all as a ZIP" })).toHaveAttribute(
    "href",
    /kit\.zip\?variant=istio-ambient&ns=payments&to=ledger$/,
  );
  await context.close();
});

test("a name that cannot be used is named at its field, and there is no archive", async ({
  page,
}) => {
  await page.goto(`${await kitPath(page)}?ns=kube-system&nodes=0.0.0.0%2F0`);
  const field = page.getByLabel("Namespace");
  await expect(field).toHaveValue("kube-system");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/belongs to the cluster/);
  await expect(page.getByLabel("Node networks")).toHaveAccessibleDescription(/half the world/);
  await expect(page.getByRole("link", { name: "Download all as a ZIP" })).toHaveCount(0);
  const files = await page.locator("#enrol code, #network code").allTextContents();
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect(file).not.toContain("namespace: kube-system\n");
});

test("the archive holds the files of the page and the runbook", async ({ page }) => {
  await page.goto(`${await kitPath(page)}?variant=consul-ce&ns=payments`);
  const shown = (await page.getByRole("heading", { level: 3 }).allTextContents()).filter((name) =>
    name.includes("/"),
  );
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download all as a ZIP" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^kit-consul-ce-[0-9A-Za-z]+\.zip$/);
  const files = unzipSync(readFileSync(await saved.path()));
  expect(Object.keys(files).sort()).toEqual(
    ["RUNBOOK.md", ...shown].map((name) => `kit-consul-ce/${name}`).sort(),
  );
  const [name = ""] = shown;
  const text = new TextDecoder().decode(files[`kit-consul-ce/${name}`]);
  expect(text).toBe(await page.getByRole("article", { name }).locator("code").textContent());
  expect(text).toContain("payments");
});

test("the archive refuses wrong names, unknown variants and codes that cannot be opened", async ({
  page,
}) => {
  const zip = (await kitPath(page)).replace(/kit$/, "kit.zip");
  for (const query of ["?ns=Shop", "?from=web&to=web", "?nodes=10.0.0.1/8", "?variant=osm"]) {
    const response = await page.request.get(`${zip}${query}`);
    expect(response.status(), query).toBe(400);
    expect(response.headers()["content-type"]).toContain("application/problem+json");
    expect((await response.json()).errors.length).toBeGreaterThan(0);
  }
  expect((await page.request.get("/r/nonsense-code/kit.zip")).status()).toBe(400);
  expect((await page.request.get("/r/nonsense-code/kit")).status()).toBe(400);
  const head = await page.request.head(zip);
  expect(head.status()).toBe(200);
  const again = await page.request.get(zip, {
    headers: { "if-none-match": head.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
});

test("every variant has a kit, and what has no file says why", async ({ page }) => {
  test.slow();
  const path = await kitPath(page);
  await page.goto(path);
  const links = page.getByRole("navigation", { name: "Kits of other variants" }).getByRole("link");
  await expect(links).toHaveCount(8);
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  for (const address of addresses) {
    const response = await page.goto(address ?? "");
    expect(response?.status(), address ?? "").toBe(200);
    await expect(page.getByRole("article").first()).toBeVisible();
    await expect(page.locator("body")).not.toContainText(/undefined|\[object/);
  }
  await page.goto(`${path}?variant=consul-ce`);
  await expect(page.locator("#gaps")).toContainText(
    "Consul mirrors only by raw Envoy configuration",
  );
});

test("the kit is accessible, and nothing but code scrolls sideways on a phone", async ({
  page,
}) => {
  // A long page: checking it takes a while on a busy machine.
  test.slow();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${await kitPath(page)}?ns=UPPER`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${await kitPath(page)}?variant=none-app`);
  await expectAccessible(page);
});
