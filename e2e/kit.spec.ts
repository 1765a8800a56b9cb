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

const tree = (page: Page) => page.getByRole("navigation", { name: "Files of the kit" });

test("a kit is a tree of files with one of them open, and reasons lead to answers", async ({
  page,
}) => {
  await page.goto(`${await kitPath(page)}?variant=istio-sidecar`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "The starter kit for Istio, sidecar mode",
  );
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("article", { name: "00-look.sh" })).toBeVisible();
  await expect(tree(page).locator("[aria-current]")).toHaveText("00-look.sh");
  await tree(page).getByRole("link", { name: "peer-authentication.yaml" }).click();
  await expect(page).toHaveURL(/file=04-strict%2Fpeer-authentication\.yaml/);
  const strict = page.getByRole("article", { name: "04-strict/peer-authentication.yaml" });
  await expect(strict.locator("#file-code")).toContainText("mode: STRICT");
  await expect(strict.locator("#file-undo")).toContainText("-l mesh-pilot/file=");
  await strict.getByRole("link", { name: "Strict mTLS" }).click();
  await expect(page).toHaveURL(/\/questions.*strict/);
});

test("the page of a kit is short, whichever file is open", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${await kitPath(page)}?variant=istio-ambient`);
  const links = await tree(page).getByRole("link").all();
  expect(links.length).toBeGreaterThan(15);
  for (const name of ["00-look.sh", "1-network-policy.yaml", "RUNBOOK.md"]) {
    await tree(page).getByRole("link", { name }).click();
    await expect(tree(page).locator("[aria-current]")).toHaveText(name);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4500);
  }
});

test("code has colours from the style sheet, not from the markup", async ({ page }) => {
  await page.goto(`${await kitPath(page)}?variant=istio-sidecar&file=06-edge/gateway.yaml`);
  const block = page.locator("#file-code");
  const plain = await block.evaluate((element) => getComputedStyle(element).color);
  const key = block.locator("[data-code='key']").first();
  expect(await key.evaluate((element) => getComputedStyle(element).color)).not.toBe(plain);
  await expect(page.locator(".code-block [style]")).toHaveCount(0);
});

test("a file is copied as it is", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL ?? "" });
  await page.goto(`${await kitPath(page)}?variant=linkerd-oss&file=05-authorize/allow.yaml`);
  const file = page.getByRole("article", { name: "05-authorize/allow.yaml" });
  await file.getByRole("button", { name: "Copy 05-authorize/allow.yaml", exact: true }).click();
  await expect(file.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/kind: MeshTLSAuthentication/);
  expect(copied).toBe(await page.locator("#file-code").textContent());
});

test("without JavaScript everything is there, and names are set by a form", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${await kitPath(page)}?variant=istio-ambient`);
  await expect(page.getByRole("button", { name: /^Copy/ })).toHaveCount(0);
  await page.getByText("Use your own names, hosts and networks").click();
  await page.getByLabel("Namespace", { exact: true }).fill("payments");
  await page.getByLabel("Called service").fill("ledger");
  await page.getByRole("button", { name: "Write the files with these names" }).click();
  await expect(page).toHaveURL(/variant=istio-ambient&ns=payments/);
  await tree(page).getByRole("link", { name: "2-allow.yaml" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ambient mode");
  const code = page.locator("#file-code");
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
  await page.goto(
    `${await kitPath(page)}?ns=kube-system&nodes=0.0.0.0%2F0&file=02-enrol/namespace.yaml`,
  );
  const field = page.getByLabel("Namespace", { exact: true });
  await expect(field).toHaveValue("kube-system");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/belongs to the cluster/);
  await expect(page.getByLabel("Node networks")).toHaveAccessibleDescription(/half the world/);
  await expect(page.getByRole("link", { name: "Download all as a ZIP" })).toHaveCount(0);
  await expect(page.locator("#file-code")).not.toContainText("namespace: kube-system");
});

test("the archive holds the files of the tree", async ({ page }) => {
  await page.goto(
    `${await kitPath(page)}?variant=consul-ce&ns=payments&file=02-enrol/2-allow.yaml`,
  );
  const links = await tree(page).getByRole("link").all();
  const shown = await Promise.all(
    links.map(async (link) =>
      new URL((await link.getAttribute("href")) ?? "", "http://x").searchParams.get("file"),
    ),
  );
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download all as a ZIP" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^kit-consul-ce-[0-9A-Za-z]+\.zip$/);
  const files = unzipSync(readFileSync(await saved.path()));
  expect(Object.keys(files).sort()).toEqual(shown.map((name) => `kit-consul-ce/${name}`).sort());
  const text = new TextDecoder().decode(files["kit-consul-ce/02-enrol/2-allow.yaml"]);
  expect(text).toContain((await page.locator("#file-code").textContent()) ?? "nothing");
  expect(text).toContain("payments");
});

test("the archive refuses wrong names, unknown variants and codes that cannot be opened", async ({
  page,
}) => {
  const zip = (await kitPath(page)).replace(/kit$/, "kit.zip");
  for (const query of [
    "?ns=Shop",
    "?from=web&to=web",
    "?nodes=10.0.0.1/8",
    "?pods=10.0.16.0/24",
    "?variant=osm",
  ]) {
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
  expect(await links.count()).toBeGreaterThan(7);
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  for (const address of addresses) {
    const response = await page.goto(address ?? "");
    expect(response?.status(), address ?? "").toBe(200);
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(page.locator("body")).not.toContainText(/undefined|\[object/);
  }
  await page.goto(`${path}?variant=linkerd-oss`);
  await expect(page.locator("#gaps")).toContainText("Retries are safe only where a call may be");
});

test("where there is nothing to apply, the page says what to do instead", async ({ page }) => {
  const response = await page.request.get("/r?platform=nomad&mtls=must", { maxRedirects: 0 });
  await page.goto(`${response.headers().location}/kit?variant=consul-ce`);
  await expect(page.locator("body")).toContainText("There is nothing to apply here");
  await expect(page.getByRole("link", { name: "The vendor’s own guide" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
});

test("the kit is accessible, and nothing but code scrolls sideways on a phone", async ({
  page,
}) => {
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
