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
  await expect(page).toHaveTitle(/^Payments: /);
  await expect(page.locator(".result-name")).toContainText("Payments");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^What next/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "First duties" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Starter kit/ })).toBeVisible();
  for (const id of ["sure", "ranking", "changes", "ruled-out", "fit", "ownership", "answers"])
    await expect(page.locator(`#${id}-finding`)).toBeVisible();
  await expectAccessible(page);
});

test("a first duty leads to its place in the plan", async ({ page }) => {
  await openResult(page);
  const duties = page.locator("#next-duties ~ ol").getByRole("link");
  await expect(duties).toHaveCount(3);
  const said = (await duties.nth(2).textContent()) ?? "none";
  await duties.nth(2).click();
  await expect(page).toHaveURL(/\/plan#duty-/);
  await expect(page.locator("li:target")).toContainText(said);
  await expect(page.locator("li:target")).toBeInViewport();
});

test("folded it is short, and every finding opens: by itself, together and by its address", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const path = await openResult(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThan(5000);
  const grid = page.locator("#fit table").first();
  await expect(grid).toBeHidden();
  await page.getByRole("button", { name: "Open all" }).click();
  await expect(grid).toBeVisible();
  await expect(page.locator("#answers dl").first()).toBeVisible();
  await page.getByRole("button", { name: "Close all" }).click();
  await expect(grid).toBeHidden();
  await page.locator("#fit-finding").click();
  await expect(grid).toBeVisible();
  await page.goto("about:blank");
  await page.goto(`${path}#answers`);
  await expect(page.locator("#answers dl").first()).toBeInViewport();
  await expectAccessible(page);
});

test("an answer given on the result changes it in place, and Back takes it back", async ({
  page,
}) => {
  await page.goto("/r?platform=kubernetes&mtls=must&title=Payments");
  const before = page.url();
  const choice = page.locator(".next-choices a").last();
  const label = await choice.locator("b").textContent();
  const effect = await choice.locator("span").textContent();
  const target = await choice.getAttribute("href");
  const stays = page.evaluate(() => Reflect.set(window, "sameDocument", true));
  await stays;
  await choice.click();
  await expect(page).toHaveURL(new RegExp(`${target?.replace("?", "\\?")}$`));
  await expect(page.locator(".result-name")).toContainText("Payments");
  await expect(page.locator("#next-finding")).toBeFocused();
  expect(await page.evaluate(() => Reflect.get(window, "sameDocument"))).toBe(true);
  // What the answer was said to do is what the result then says.
  const [, name = "", share = ""] = /^\s*(.+?) (\d+)$/.exec(effect ?? "") ?? [];
  expect(label).toBeTruthy();
  await expect(page.locator(".result-hero")).toContainText(name);
  await expect(page.locator(".result-hero-columns")).toContainText(share);
  await expect(page.getByRole("status").filter({ hasText: /of 100/ })).toHaveCount(1);
  await page.goBack();
  await expect(page).toHaveURL(before);
  await expect(page.locator(".next-choices a").last()).toHaveAttribute("href", target ?? "");
});

test("“that is all I need” closes what is open", async ({ page }) => {
  await page.goto("/r?platform=kubernetes&mtls=must");
  await page.getByRole("link", { name: "That is all I need" }).click();
  await expect(page).toHaveURL(/\/r\//);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("so far");
});

test("moving an importance on the result moves the verdict with it, and keeps the rest", async ({
  page,
}) => {
  await page.goto("/r?platform=kubernetes&mtls=must&routing=canary:must,mirror:nice&title=Shop");
  await page.locator("#answers-finding").click();
  const canary = page.locator("select[name='routing.canary']");
  const before = page.url();
  await canary.selectOption("no");
  await expect(page).not.toHaveURL(before);
  await expect(page).toHaveURL(/\/r\/[0-9A-Za-z]+\?title=Shop$/);
  await expect(page.locator("select[name='routing.mirror']")).toHaveValue("nice");
  await expect(page.locator("select[name='routing.mirror']")).toBeVisible();
  await expect(canary).toHaveCount(0);
  await page.goBack();
  await expect(canary).toHaveValue("must");
});

test("“Why not …?” has an address of its own", async ({ page }) => {
  await page.goto("/r?platform=kubernetes&mtls=must");
  const why = page.getByRole("link", { name: /^Why not / }).first();
  await why.click();
  await expect(page).toHaveURL(/#why-not-[a-z]+$/);
  await expect(page.locator(".why-not > li:target")).toBeInViewport();
  await expect(page.locator(".why-not > li:target")).toContainText("Choosing it anyway");
});

test("a link can ask “why not …?”: the result opens on it, and the record answers it", async ({
  page,
  request,
}) => {
  await page.goto("/r?platform=kubernetes&mtls=must");
  const path = new URL(page.url()).pathname;
  await page.goto(`${path}?why-not=consul`);
  const first = page.locator(".why-not > li").first();
  await expect(first).toBeVisible();
  await expect(first.getByRole("heading")).toContainText("Why not Consul");
  await expect(page.getByLabel("Link to this result")).toHaveValue(/\?why-not=consul$/);
  const record = await page.getByRole("link", { name: "Decision record" }).getAttribute("href");
  expect(record).toMatch(/\?why-not=consul$/);
  expect(await (await request.get(record ?? "")).text()).toMatch(
    /### Strongest Rivals\n\n\* Why not Consul/,
  );
  // What is no option is passed over.
  await page.goto(`${path}?why-not=%3Cb%3E`);
  await expect(first).toBeHidden();
});

test("a result says what changed since the one it was reached from, without scripts too", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/r?platform=kubernetes&mtls=must&title=Payments");
  const came = new URL(page.url()).pathname;
  const choice = page.locator(".next-choices a").last();
  const answer = (await choice.locator("b").textContent()) ?? "none";
  await choice.click();
  const since = page.getByRole("region", { name: / is (still )?first/ });
  await expect(since.getByRole("listitem")).toHaveCount(1);
  await expect(since).toContainText(answer.toLowerCase());
  await expect(since).toContainText("By itself it ");
  await expect(since.getByRole("link")).toHaveAttribute("href", came);
  await expect(page.getByLabel("Link to this result")).not.toHaveValue(/since/);
  // One answer more, and it is still told from the link one came from.
  const next = page.locator(".next-choices a").first();
  if ((await next.count()) > 0) {
    await next.click();
    await expect(since.getByRole("link")).toHaveAttribute("href", came);
    await expect(since.getByRole("listitem")).not.toHaveCount(0);
  }
  await context.close();
});

test("answers on a result lead to their section of the review", async ({ page }) => {
  await openResult(page);
  await page.locator("#answers-finding").click();
  const links = page.locator("#answers").getByRole("link", { name: /^Review answers on / });
  expect(await links.count()).toBeGreaterThan(1);
  await links.last().click();
  await expect(page).toHaveURL(/title=Payments#review-[a-z]+$/);
  await expect(page.locator("section:target")).toBeInViewport();
});

test("the browser lists what it has seen, and forgets it when asked", async ({ page }) => {
  await page.goto("/r?platform=kubernetes&mtls=must&title=First");
  await page.goto("/r?platform=nomad&mtls=must&title=Second");
  await expect(page.getByText(/^Before, this browser showed First: /)).toBeVisible();
  await page.getByRole("link", { name: "What changed" }).click();
  await expect(page.getByRole("heading", { name: "2 results compared" })).toBeVisible();
  await page.goto("/");
  const seen = page.getByRole("region", { name: "Seen in this browser" });
  await expect(seen.getByRole("link")).toHaveCount(2);
  await seen
    .getByRole("button", { name: /^Forget/ })
    .first()
    .click();
  await expect(seen.getByRole("link")).toHaveCount(1);
  await page.goto("/compare");
  await expect(seen.getByRole("checkbox")).toHaveCount(1);
});

test("a result can be named, with or without scripts, and the name stays through edits", async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto("/r?platform=kubernetes&mtls=must");
    await page.getByText("Give it a name").click();
    await page.getByLabel("Name of this result").fill("Ledger");
    await page.getByRole("button", { name: "Keep" }).click();
    await expect(page).toHaveURL(/\?title=Ledger$/);
    await expect(page).toHaveTitle(/^Ledger: /);
    await page.getByRole("link", { name: /^Change answers/ }).click();
    await page.getByRole("link", { name: "See the result" }).first().click();
    await expect(page.locator(".result-name")).toContainText("Ledger");
    await context.close();
  }
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
  const path = await openResult(page);
  await page.goto(`${path}#fit`);
  const finding = page
    .locator("#fit")
    .getByRole("link", { name: /^full.*: Automatic mTLS, Istio, sidecar mode/ });
  await finding.focus();
  await page.keyboard.press("Enter");
  const evidence = page.getByRole("dialog");
  await expect(evidence).toContainText("Automatic mutual TLS");
  await expect(evidence).toContainText("Confidence");
  await expect(evidence.getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(evidence).toHaveCount(0);
  await expect(finding).toBeFocused();
});

test("an exclusion names the answer behind it and leads to its evidence in one click", async ({
  page,
}) => {
  const path = await openResult(page);
  await page.goto(`${path}#ruled-out`);
  const consul = page
    .locator("#ruled-out")
    .getByRole("listitem")
    .filter({
      has: page.getByRole("heading", { name: "Consul Community Edition" }),
    });
  await expect(consul).toContainText("OSI-approved open source only");
  await consul.getByRole("link", { name: /^Evidence: Open-source licence/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Business Source License");
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

test("a summary can be copied as text and as Markdown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openResult(page);
  const heading = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Copy summary", exact: true }).click();
  await expect.poll(copied).toContain(`Payments\n${heading}.`);
  expect(await copied()).toMatch(/\nhttps?:\/\/\S+\?title=Payments$/);
  await page.getByText("More forms").click();
  await page.getByRole("button", { name: "Copy summary as Markdown" }).click();
  await expect.poll(copied).toMatch(/^\*\*\[Payments\]\(https?:\/\/\S+\)\*\*\n\n/);
});

test("everything is there without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await openResult(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByLabel("Link to this result")).toHaveValue(/\/r\//);
  await expect(page.getByRole("button", { name: "Copy link" })).toBeHidden();
  await page.locator("#ruled-out-finding").click();
  await page
    .locator("#ruled-out")
    .getByRole("link", { name: /^Evidence/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/matrix\/[a-z0-9-]+#[a-z-]+$/);
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
  await expect(page.getByRole("heading", { name: /^What next/ })).toBeVisible();
});

for (const [what, path] of [
  ["foreign", "/r/not-a-code"],
  ["short", "/r/000"],
  ["long", `/r/${"a".repeat(5_000)}`],
  ["unicode", "/r/%E2%9C%93%F0%9F%A6%8A"],
  ["badly escaped", "/r/%zz"],
  ["null", "/r/%00"],
] as const) {
  test(`a ${what} code answers 400`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(400);
    expect(await response.text()).toContain("This link cannot be opened");
    expect(response.headers()["content-security-policy"]).toMatch(/script-src 'self'/);
  });
}

test("an address that steps out of its folder leads nowhere", async ({ request }) => {
  expect((await request.get("/r/..%2f..%2fetc%2fpasswd")).status()).toBe(404);
});

test("a phone shows the findings and unfolds one section", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openResult(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(360);
  await expect(page.locator("#ruled-out-finding")).toBeVisible();
  await expect(page.locator("#ruled-out h3").first()).toBeHidden();
  await page.locator("#ruled-out-finding").click();
  await expect(page.locator("#ruled-out h3").first()).toBeVisible();
});

test("paper shows what is folded, and leaves evidence to the address it prints", async ({
  page,
}) => {
  await openResult(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#ruled-out h3").first()).toBeVisible();
  await expect(page.locator(".permalink")).toBeHidden();
  await expect(page.locator(".same-again .print-only")).toBeVisible();
});
