import type { APIRequestContext, Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./test.ts";

/** How many rows and columns the matrix has, as programs are told. */
async function sizeOf(request: APIRequestContext) {
  const { capabilities, variants } = await (await request.get("/matrix.json")).json();
  return { rows: capabilities.length as number, columns: variants.length as number };
}

/** By how many pixels the page is wider than the window. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test("the matrix is filtered at once, and its address says so", async ({ page, request }) => {
  const { rows } = await sizeOf(request);
  await page.goto("/matrix");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(`All ${rows} capabilities`)).toBeVisible();

  await page.getByLabel("Group").selectOption("Resilience");
  await expect(page.getByText(`5 of ${rows} capabilities`)).toBeVisible();
  await expect(page).toHaveURL("/matrix?group=resilience");
  // Every kind of cell is in these rows; all of them would take the checker long.
  await expectAccessible(page);
  await page.getByLabel("Only what differs").check();
  await page.getByRole("checkbox", { name: "building blocks" }).uncheck();
  await expect(page).toHaveURL(/group=resilience&differs=1&column=istio-sidecar,/);
  await expect(page.getByRole("columnheader", { name: "building blocks" })).toHaveCount(0);

  await page.reload();
  await expect(page.getByLabel("Only what differs")).toBeChecked();
  await expect(page.getByRole("columnheader", { name: "building blocks" })).toHaveCount(0);
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(page.getByText(`All ${rows} capabilities`)).toBeVisible();
  await expect(page).toHaveURL("/matrix");
});

test("words are looked for in the notes, in a file fetched when somebody starts to", async ({
  page,
}) => {
  await page.goto("/matrix");
  const fetched = page.waitForResponse("/search-index.json");
  await page.getByLabel("Words in a capability or its notes").fill("retryBudget");
  expect((await fetched).status()).toBe(200);
  await expect(page.getByRole("link", { name: "Retry budget" })).toBeVisible();
  await expect(page.getByRole("link", { name: "UDP" })).toHaveCount(0);
});

test("nothing found says so and leads out", async ({ page, request }) => {
  const { rows } = await sizeOf(request);
  await page.goto("/matrix?q=zzzz");
  await expect(page.getByText("No capability matches all of these filters")).toBeVisible();
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(page.getByText(`All ${rows} capabilities`)).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the matrix filters, searches and explains itself", async ({ page }) => {
    await page.goto("/matrix");
    await page.getByLabel("Group").selectOption("Protocols");
    await page.getByLabel("A shown cell is").selectOption("none");
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page).toHaveURL(/group=protocols/);
    await expect(page.getByRole("link", { name: "UDP" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Retries" })).toHaveCount(0);
    await page.getByRole("button", { name: "Key" }).click();
    await expect(page.getByRole("heading", { name: "What the words mean" })).toBeVisible();
  });

  test("a question is answered in two steps: does it, since when, says who", async ({ page }) => {
    await page.goto("/search");
    await page.getByRole("searchbox").fill("does linkerd support retries");
    await page.getByRole("button", { name: "Search" }).click();
    const found = page.getByRole("link", { name: "Linkerd, open source: Automatic retries" });
    await expect(page.getByText("since Linkerd 2.16").first()).toBeVisible();
    await found.click();
    await expect(page).toHaveURL("/matrix/retries#linkerd-oss");
    const cell = page.locator("#linkerd-oss");
    await expect(cell).toBeInViewport();
    await expect(cell.getByText("Since Linkerd 2.16.")).toBeVisible();
    await expect(cell.getByRole("list", { name: /Sources/ }).getByRole("link")).not.toHaveCount(0);
  });
});

test("a row explains its terms in place and can be walked by keyboard", async ({
  page,
  request,
}) => {
  const { columns } = await sizeOf(request);
  await page.goto("/matrix/mtls-auto");
  await expectAccessible(page);
  const term = page.getByRole("button", { name: "mutual TLS" });
  await term.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Encryption in which both sides show a certificate")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Encryption in which both sides show")).toBeHidden();
  await expect(term).toBeFocused();
  await expect(page.getByRole("link", { name: /Suggest a correction to/ })).toHaveCount(columns);
});

test("a correction starts from the cell it is about", async ({ page }) => {
  await page.goto("/matrix/retries");
  await page
    .locator("#consul-ce")
    .getByRole("link", { name: "Suggest a correction to Consul Community Edition" })
    .click();
  await expect(page.getByText("data/capabilities/retries.json, cells.consul-ce")).toBeVisible();
});

for (const path of [
  "/options",
  "/options/linkerd",
  "/options/consul-vs-istio",
  "/evidence",
  "/glossary",
  "/changes",
  "/search?q=waypoint",
  "/corrections?cell=retries.linkerd-oss",
]) {
  test(`${path} is accessible, narrow and wide`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0);
  });
}

test("the matrix fits a phone and keeps its head in view", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/matrix");
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await page.getByRole("link", { name: "Retries", exact: true }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 200);
  await expect(page.getByRole("columnheader", { name: "sidecar mode" })).toBeInViewport();
  await expect(page.getByRole("button", { name: "Key" })).toBeInViewport();
});

test("a comparison has one address", async ({ page, request }) => {
  await page.goto("/options/linkerd-vs-consul");
  await expect(page).toHaveURL("/options/consul-vs-linkerd");
  const reversed = await request.get("/options/linkerd-vs-consul", { maxRedirects: 0 });
  expect(reversed.status()).toBe(308);
});

test("what does not exist answers 404", async ({ request }) => {
  for (const path of ["/matrix/no-such-row", "/options/kuma", "/options/istio-vs-istio"])
    expect((await request.get(path)).status(), path).toBe(404);
});

test("crawlers and programs find everything", async ({ request }) => {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(sitemap.match(/<loc>/g)?.length).toBeGreaterThan(80);
  for (const path of ["/matrix/retries", "/options/consul-vs-istio", "/glossary"])
    expect(sitemap).toContain(`${path}</loc>`);
  const html = await (await request.get("/matrix/retries")).text();
  expect(html).toMatch(/<link rel="canonical" href="[^"]*\/matrix\/retries"/);
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  expect(blocks.map(([, json = ""]) => JSON.parse(json)["@type"])).toEqual([
    "WebPage",
    "BreadcrumbList",
  ]);
  const { rows, columns } = await sizeOf(request);
  const csv = await request.get("/matrix.csv");
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect((await csv.text()).split("\r\n").length).toBe(1 + rows * columns + 1);
  expect(rows).toBeGreaterThan(80);
  expect((await request.get("/feed.xml")).headers()["content-type"]).toContain("application/atom");
  const calendar = await (await request.get("/dates.ics")).text();
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect((await request.get("/robots.txt")).status()).toBe(200);
  expect((await request.get("/schemas/data/capability.json")).status()).toBe(200);
});

test("the matrix stays light", async ({ request }) => {
  const html = await (await request.get("/matrix")).text();
  const table = html.slice(html.indexOf("<table"), html.indexOf("</table>"));
  // The same table as plain HTML: nothing but its cells, their links and their words.
  const plain = table
    .replace(/ (?:class|style|scope|rowSpan)="[^"]*"/g, "")
    .replace(/<(?!\/?(?:table|thead|tbody|tfoot|tr|th|td|a)\b)[^>]*>/g, "");
  expect(table.length / plain.length).toBeLessThan(1.6);
  expect(html.length / plain.length).toBeLessThan(3.2);
});
