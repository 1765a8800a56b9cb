import type { APIRequestContext, Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { Host } from "./host";
import { asGithub, asMdx, asMkDocs } from "./hosts";
import { expect, test } from "./test";

const host = new Host();
test.beforeAll(() => host.start());
test.afterAll(() => host.stop());

// Pages of the host are another origin to the guard, which is the point of them.
test.use({ allowedComplaints: [/^request to another origin: http:\/\/localhost:\d+\//] });

const title = `Payments "A" <b>&amp;</b> [x](y) {z} $1`;
const note = "Agreed in the guild; revisit when the *virtual machines* are gone.";

async function exampleCode(request: APIRequestContext): Promise<string> {
  const html = await (await request.get("/")).text();
  const code = /"\/r\/([0-9A-Za-z]+)"/.exec(html)?.[1];
  expect(code).toBeDefined();
  return code ?? "";
}

const studio = (code: string, query: Record<string, string> = {}) =>
  `/share/${code}?${new URLSearchParams(query)}`;

/** What the studio offers for a place. */
async function snippetFor(page: Page, id: string): Promise<string> {
  return (await page.locator(`#snippet-${id}`).textContent()) ?? "";
}

test.describe("each snippet in a page that stands for its host, on another origin", () => {
  test.beforeEach(async ({ page, request }) => {
    await page.goto(studio(await exampleCode(request), { view: "full", title, note }));
  });

  const expectCard = async (page: Page, frames = page.locator("iframe")) => {
    await expect(frames).toHaveCount(1);
    const card = frames.contentFrame();
    await expect(card.locator("h1")).toBeVisible();
    await expect(card.locator(".for bdi")).toHaveText(title);
    await expect(card.locator(".note")).toHaveText(note);
    await expect(card.getByRole("heading", { name: "Score of 100" })).toBeVisible();
  };

  test("Docusaurus: MDX", async ({ page }) => {
    const html = await asMdx(`# Decision\n\n${await snippetFor(page, "docusaurus")}\n\nAfter.`);
    await page.goto(host.publish("docusaurus", html));
    await expectCard(page);
    await expect(page.getByText("After.")).toBeVisible();
  });

  for (const id of ["html", "techdocs"]) {
    test(`MkDocs and TechDocs: HTML in Markdown (${id})`, async ({ page }) => {
      const html = await asMkDocs(`# Decision\n\n${await snippetFor(page, id)}\n\nAfter.`);
      await page.goto(host.publish(id, html));
      await expectCard(page);
      const { scrolls, wide } = await page
        .locator("iframe")
        .contentFrame()
        .locator("html")
        .evaluate((root) => ({
          scrolls: root.scrollHeight > innerHeight,
          wide: root.scrollWidth > innerWidth,
        }));
      expect({ scrolls, wide }).toEqual({ scrolls: false, wide: false });
    });
  }

  for (const id of ["confluence", "notion"]) {
    test(`a wiki that takes only the address of a frame, under a strict policy (${id})`, async ({
      page,
      baseURL,
    }) => {
      const address = await snippetFor(page, id);
      const url = host.publish(
        id,
        `<iframe id="wiki" width="400" height="600" sandbox="allow-scripts allow-popups"></iframe>`,
        `default-src 'none'; img-src data:; frame-src ${baseURL}`,
      );
      await page.goto(url);
      await page.locator("#wiki").evaluate((frame: HTMLIFrameElement, src) => {
        frame.src = src;
      }, address);
      await expectCard(page);
    });
  }

  for (const id of ["loader", "element"]) {
    test(`a page with the loader (${id})`, async ({ page, baseURL }) => {
      const snippet = await snippetFor(page, id);
      await page.goto(
        host.publish(
          id,
          snippet,
          `default-src 'none'; img-src data:; script-src ${baseURL}; frame-src ${baseURL}`,
        ),
      );
      await expectCard(page);
      const frame = page.locator("iframe");
      const high = await frame
        .contentFrame()
        .locator("main")
        .evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
      await expect(frame).toHaveAttribute("height", String(high));
    });
  }

  for (const id of ["github", "badge"]) {
    test(`GitHub: sanitised Markdown (${id})`, async ({ page, baseURL }) => {
      const link = await snippetFor(page, "link");
      const html = await asGithub(`# Decision\n\n${await snippetFor(page, id)}\n`);
      const images = [...html.matchAll(/<img src="([^"]+)" alt="([^"]*)">/g)];
      expect(images).toHaveLength(1);
      await page.goto(host.publish(id, html, `default-src 'none'; img-src data: ${baseURL}`));
      await expect(page.locator("b, script, iframe")).toHaveCount(0);
      const image = page.getByRole("img");
      await expect(image).toHaveAttribute(
        "alt",
        new RegExp(`^${RegExp.escape(title)}: service mesh: `),
      );
      expect(
        await image.evaluate((element: HTMLImageElement) => element.naturalWidth),
      ).toBeGreaterThan(100);
      await expect(page.locator("a:has(img)")).toHaveAttribute("href", link);
    });
  }

  test("a link in Markdown and MDX keeps its words to itself", async ({ page }) => {
    const snippet = await snippetFor(page, "markdown-link");
    const link = await snippetFor(page, "link");
    for (const html of [await asGithub(snippet), await asMdx(snippet)]) {
      await page.goto(host.publish("link", html));
      await expect(page.locator("a")).toHaveCount(1);
      await expect(page.locator("a")).toHaveAttribute("href", link);
      await expect(page.locator("a")).toContainText(`${title}: service mesh: `);
    }
  });

  test("the link reopens the result with title and note, the PNG is one", async ({
    page,
    request,
  }) => {
    const link = await snippetFor(page, "link");
    const png = await request.get(await snippetFor(page, "image"));
    expect(png.headers()["content-type"]).toBe("image/png");
    await page.goto(link);
    await expect(page.locator(".result-name bdi")).toHaveText(title);
    await expect(page.getByText(note)).toBeVisible();
    await page.getByRole("link", { name: "Embed", exact: true }).click();
    await expect(page.getByLabel("What it is for")).toHaveValue(title);
    await expect(page.getByLabel("A note")).toHaveValue(note);
  });
});

test("the preview and the snippets follow what is chosen, and so does the address", async ({
  page,
  request,
}) => {
  const code = await exampleCode(request);
  await page.goto(`/share/${code}`);
  const card = page.locator("iframe").contentFrame();
  await expect(card.locator("h1")).toBeVisible();
  await expect(card.getByText("Score of 100")).toHaveCount(0);
  await page.getByLabel("Full: with ranking and reasons").check();
  await page.getByLabel("Dark", { exact: true }).check();
  await page.getByLabel("What it is for").fill("Payments\u202e");
  await expect(card.getByText("Score of 100")).toBeVisible();
  await expect(card.locator(".for bdi")).toHaveText("Payments");
  await expect(page).toHaveURL(`/share/${code}?view=full&theme=dark&title=Payments`);
  await expect(page.locator("#snippet-confluence")).toContainText(
    `/embed/${code}?view=full&theme=dark&title=Payments`,
  );
  const high = await card
    .locator("main")
    .evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
  await expect(page.locator("iframe")).toHaveAttribute("height", String(high));
  await page.goBack();
  expect(page.url()).not.toContain("/share/");
});

test("copies a snippet with the keyboard alone", async ({ page, context, request }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(studio(await exampleCode(request)));
  const button = page.getByRole("button", { name: "Copy: Badge for a README" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await snippetFor(page, "badge"));
});

test("works without script: a form, the previews, the snippets", async ({
  browser,
  request,
  baseURL,
}) => {
  const code = await exampleCode(request);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto(`/share/${code}`);
  await page.getByLabel("Full: with ranking and reasons").check();
  await page.getByLabel("What it is for").fill("Payments");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(`/share/${code}?view=full&theme=auto&title=Payments&note=`);
  await expect(page.locator("iframe").contentFrame().locator(".for bdi")).toHaveText("Payments");
  await expect(page.locator("#snippet-link")).toHaveText(`${baseURL}/r/${code}?title=Payments`);
  await expect(page.getByRole("button", { name: /^Copy/ }).first()).toBeHidden();
  await context.close();
});

for (const [width, scheme] of [
  [360, "light"],
  [768, "dark"],
  [1440, "light"],
] as const) {
  test(`fits ${width} px and is accessible (${scheme})`, async ({ page, request }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(studio(await exampleCode(request), { view: "full", title, note }));
    await expect(page.locator("iframe").contentFrame().locator("h1")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    await expectAccessible(page);
  });
}

test("a code that cannot be opened is answered with 400", async ({ request }) => {
  const response = await request.get("/share/nope");
  expect(response.status()).toBe(400);
  expect(await response.text()).toContain("This link cannot be opened");
});
