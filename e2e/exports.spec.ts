import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./test.ts";

const files = [
  { name: "adr.md", type: "text/markdown; charset=utf-8", link: "Decision record" },
  { name: "result.md", type: "text/markdown; charset=utf-8", link: "Markdown" },
  { name: "result.json", type: "application/json", link: "JSON" },
  { name: "fit.csv", type: "text/csv; charset=utf-8; header=present", link: "Fit grid (CSV)" },
] as const;

async function codesOf(request: APIRequestContext): Promise<readonly string[]> {
  const { presets } = await (await request.get("/api/v1/questions")).json();
  return presets.map(({ code }: { code: string }) => code);
}

test("the result leads to its files without scripts, title and note included", async ({
  browser,
  request,
}) => {
  const [code] = await codesOf(request);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/r/${code}?title=Payments&note=For%20the%20review`);
  await page.getByText("More forms").click();
  for (const { name, link } of files) {
    const href = await page
      .getByRole("link", { name: link, exact: true })
      .first()
      .getAttribute("href");
    expect(href).toBe(`/r/${code}/${name}?title=Payments&note=For+the+review`);
  }
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Decision record", exact: true }).first().click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^adr-service-mesh-[a-z-]+-[0-9A-Za-z]+\.md$/);
  const adr = readFileSync(await download.path(), "utf8");
  expect(adr).toContain("# Service mesh for “Payments”: ");
  expect(adr).toContain("> For the review");
  await context.close();
});

test("every file says what it is and may be held by caches", async ({ request }) => {
  const [code] = await codesOf(request);
  for (const { name, type } of files) {
    const response = await request.get(`/r/${code}/${name}`);
    expect(response.status(), name).toBe(200);
    const { etag = "", ...headers } = response.headers();
    expect(headers["content-type"]).toBe(type);
    expect(headers["content-disposition"]).toMatch(
      /^(attachment|inline); filename="[a-z0-9-]+-[0-9A-Za-z]+\.(md|json|csv)"$/,
    );
    expect(headers["cache-control"]).toMatch(/^public, /);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    const again = await request.get(`/r/${code}/${name}`, { headers: { "if-none-match": etag } });
    expect(again.status(), name).toBe(304);
    expect((await request.post(`/r/${code}/${name}`)).status(), name).toBe(405);
  }
});

test("a code that cannot be opened is answered 400 with the fix", async ({ request }) => {
  for (const { name } of files) {
    for (const [code, mend] of [
      ["000Eq", /damaged/],
      ["nonsense!", /not one of our codes/],
      ["x".repeat(300), /not one of our codes/],
    ] as const) {
      const response = await request.get(`/r/${code}/${name}`);
      expect(response.status(), `${code} ${name}`).toBe(400);
      expect(response.headers()["content-type"]).toBe("application/problem+json");
      expect((await response.json()).detail).toMatch(mend);
    }
  }
});

test("hostile titles stay words", async ({ request }) => {
  const [code] = await codesOf(request);
  const titles = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "\u202Egnp.exe",
    "=HYPERLINK(1)",
    "x".repeat(6_000),
  ];
  for (const title of titles) {
    for (const { name } of files) {
      const response = await request.get(`/r/${code}/${name}`, { params: { title } });
      expect(response.status()).toBe(200);
      const text = await response.text();
      expect(text).not.toContain("\u202E");
      expect(text).not.toContain("x".repeat(81));
      if (name.endsWith(".md")) {
        expect(text).not.toMatch(/<(script|img)/);
        expect(text).not.toMatch(/(?<!\\)\]\(javascript:/);
      }
      expect(response.headers()["content-disposition"]).not.toContain("script");
    }
  }
});

test("on paper a result is two to four pages of A4, and nothing is cut off", async ({
  page,
  request,
}) => {
  test.slow();
  const codes = await codesOf(request);
  for (const code of [...codes.slice(1, 3), "000Eo"]) {
    await page.goto(`/r/${code}?title=Payments`);
    await page.emulateMedia({ media: "print" });
    // The width of the text on A4 with the margins of the print style.
    await page.setViewportSize({ width: 703, height: 1000 });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main *")]
        .filter((element) => element.getClientRects().length > 0 && !element.closest(".sr-only"))
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
        .map((element) => `${element.tagName} ${element.className}`),
    );
    expect(cut, code).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const text = pdf.toString("latin1");
    const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages, code).toBeGreaterThanOrEqual(2);
    expect(pages, code).toBeLessThanOrEqual(4);
    // 210 × 297 mm in points.
    expect(text).toMatch(/\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12][.\d]*\s*\]/);
    await page.emulateMedia({ media: null });
  }
});

test("a decision on a page is one page of A4 for every example, with or without scripts", async ({
  browser,
  request,
}) => {
  test.slow();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const code of await codesOf(request)) {
    await page.goto(`/r/${code}/one-page?title=Payments&note=${"For the review. ".repeat(17)}`);
    await expect(page.getByText("Payments", { exact: true })).toBeVisible();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, code).toBe(1);
  }
  await page.getByRole("link", { name: "The whole result" }).click();
  await page.getByRole("link", { name: "On one page" }).click();
  await expect(page).toHaveURL(/\/one-page\?title=Payments/);
  await context.close();
});

test("on paper a result with everything as a must-have is six pages at most", async ({
  page,
  request,
}) => {
  const { questions, presets } = await (await request.get("/api/v1/questions")).json();
  type Asked = { id: string; kind: string; rows?: { id: string }[] };
  const musts = (questions as Asked[]).flatMap(({ id, kind, rows = [] }) => {
    if (kind === "importance") return [[id, "must"]];
    return kind === "needs" ? [[id, Object.fromEntries(rows.map((row) => [row.id, "must"]))]] : [];
  });
  const answers = { ...presets[0].answers, ...Object.fromEntries(musts) };
  const { code } = await (await request.post("/api/v1/recommend", { data: { answers } })).json();
  await page.goto(`/r/${code}`);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(6);
});
