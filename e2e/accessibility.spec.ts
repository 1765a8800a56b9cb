import type { Page } from "@playwright/test";
import { type Accessible, readAccessibilityTree, told } from "./accessibility-tree.ts";
import { expectNoSidewaysScroll } from "./no-sideways-scroll.ts";
import { expect, test } from "./test.ts";

/* docs/SCREEN-READERS.md walks the same way by ear; here Chromium’s accessibility tree stands for the screen reader. */

const answers = "platform=kubernetes&mtls=must&strict=must&routing=canary:important";

async function openResult(page: Page): Promise<string> {
  await page.goto(`/r?${answers}&team=five`);
  return new URL(page.url()).pathname;
}

async function pathsOf(page: Page): Promise<string[]> {
  const result = await openResult(page);
  const other = new URL((await page.request.get(`/r?${answers}&team=org`)).url()).pathname;
  const compare = `/compare?r=${result.split("/").at(-1)}&r=${other.split("/").at(-1)}`;
  return [
    ...["/", "/questions", "/questions/all", "/questions/review", "/import", "/costs", "/search"],
    ...["/matrix", "/matrix/mtls-auto", "/options", "/options/istio", "/options/istio-vs-linkerd"],
    ...["/options/cloud", "/glossary", "/evidence", "/changes", "/method", "/api", "/compare"],
    ...[result, `${result}/plan`, `${result}/kit`, compare],
  ];
}

test("by keyboard alone from the first page to a result, without a detour", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  // Past the skip link the first stop is what the page is for.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Start the questions" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/questions/);
  // The hint at keys appears once the page is alive.
  await expect(page.getByText("Use keys")).toBeVisible();
  await page.locator("[data-question=platform] input").first().focus();
  for (let question = 0; question < 8; question++) {
    await page.keyboard.press("Space");
    const next = page.locator("button[name=go][data-variant=primary]");
    const isNext = () => next.evaluate((button) => button === document.activeElement);
    let stops = 0;
    while (!(await isNext()) && stops < 20) {
      await page.keyboard.press("Tab");
      stops += 1;
    }
    expect(stops, `stops of question ${question + 1}`).toBeLessThan(12);
    await page.keyboard.press("Enter");
    // The next question takes the focus, so that nobody goes through the header again.
    if (question < 7) await expect(page.locator("[data-question] input").first()).toBeFocused();
  }
  await expect(page).toHaveURL(/\/r\//);
});

test("the questionnaire is a group of named choices, and its verdict a polite status", async ({
  page,
}) => {
  await page.goto("/questions");
  const tree = await readAccessibilityTree(page);
  expect(told(tree, "heading")).toContain("heading: Where do most of your services run?");
  expect(told(tree, "radiogroup", "group").join("\n")).toContain(
    "Where do most of your services run?",
  );
  expect(told(tree, "radio").length).toBeGreaterThan(10);
  for (const { role, name, states } of tree)
    if (role === "radio") {
      expect(name).not.toBe("");
      expect(states.checked).toBe("false");
    }
  const status = tree.find(({ role }) => role === "status");
  expect(status?.states).toMatchObject({ live: "polite", atomic: true });
  await page.getByRole("radio", { name: /HashiCorp Nomad/ }).check();
  await expect(page.getByRole("status").first()).not.toHaveText("");
  const after = await readAccessibilityTree(page);
  const chosen = after.filter(({ role, states }) => role === "radio" && states.checked === "true");
  expect(chosen.map(({ name }) => name).join()).toContain("HashiCorp Nomad");
});

test("a result says its verdict, its shares and what is folded", async ({ page }) => {
  await openResult(page);
  const tree = await readAccessibilityTree(page);
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  expect(told(tree, "heading")[0]).toBe(`heading: ${title?.trim()}`);
  const isTitle = ({ role, states }: Accessible) => role === "heading" && states.level === 1;
  expect(tree.filter(isTitle)).toHaveLength(1);
  // Every fold is a control with the finding as its name, and says whether it is open.
  const folds = tree.filter(({ role }) => role === "DisclosureTriangle");
  expect(folds.length).toBeGreaterThan(6);
  for (const { name, states } of folds) {
    expect(name).not.toBe("");
    expect(typeof states.expanded).toBe("boolean");
  }
  expect(folds.some(({ states }) => states.expanded === false)).toBe(true);
  await page.getByRole("button", { name: "Open all" }).click();
  const opened = (await readAccessibilityTree(page)).filter(
    ({ role, states }) => role === "DisclosureTriangle" && states.expanded === true,
  );
  expect(opened.length).toBeGreaterThan(folds.filter(({ states }) => states.expanded).length);
});

test("an answer given on a result is announced with the verdict it leads to", async ({ page }) => {
  await openResult(page);
  await page.locator(".next-choices a").last().click();
  const announced = page.getByRole("status").filter({ hasText: /of 100/ });
  await expect(announced).toHaveCount(1);
  const title = (await page.getByRole("heading", { level: 1 }).textContent())?.trim() ?? "none";
  await expect(announced).toContainText(title);
  const tree = await readAccessibilityTree(page);
  const status = tree.find(({ role, states }) => role === "status" && states.live === "polite");
  expect(status).toBeDefined();
});

test("a kit is a navigation of files, the open one marked; a matrix and a comparison are named tables", async ({
  page,
}) => {
  test.slow();
  const result = await openResult(page);
  await page.goto(`${result}/kit`);
  const kit = await readAccessibilityTree(page);
  expect(told(kit, "navigation")).toContain("navigation: Files of the kit");
  expect(told(kit, "article")).toHaveLength(1);
  await expect(page.locator("nav [aria-current]", { hasText: ".sh" })).toHaveCount(1);

  await page.goto("/matrix");
  const matrix = await readAccessibilityTree(page);
  expect(told(matrix, "table").join()).toContain("Support of each capability in each variant");
  expect(told(matrix, "columnheader").length).toBeGreaterThanOrEqual(10);
  const rows = told(matrix, "rowheader").length;
  expect(rows).toBeGreaterThan(80);
  // A cell is a link that says its level, not a picture.
  expect(
    told(matrix, "link").filter((each) => /full|partial|none|add-on|DIY/.test(each)).length,
  ).toBeGreaterThan(800);

  const other = new URL((await page.request.get(`/r?${answers}&team=org`)).url()).pathname;
  await page.goto(`/compare?r=${result.split("/").at(-1)}&r=${other.split("/").at(-1)}`);
  const compare = await readAccessibilityTree(page);
  expect(told(compare, "table").join("\n")).toContain("The verdicts side by side");
  expect(told(compare, "table").join("\n")).toContain("Where the answers differ");
});

test("nothing that can be used is without a name, on any page", async ({ page }) => {
  test.slow();
  for (const path of await pathsOf(page)) {
    await page.goto(path);
    const tree = await readAccessibilityTree(page);
    const usable = [
      "button",
      "link",
      "checkbox",
      "radio",
      "textbox",
      "combobox",
      "slider",
      "spinbutton",
      "searchbox",
      "DisclosureTriangle",
    ];
    const nameless = tree.filter(({ role, name }) => usable.includes(role) && name === "");
    expect(nameless, path).toEqual([]);
    for (const landmark of ["main", "banner", "contentinfo"])
      expect(told(tree, landmark), `${landmark} of ${path}`).toHaveLength(1);
  }
});

test("at 400 % nothing scrolls sideways but what can be reached by keyboard", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of await pathsOf(page)) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
    const stuck = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main *")]
        .filter((each) => {
          const { overflowX, overflowY } = getComputedStyle(each);
          const scrolls =
            (/auto|scroll/.test(overflowX) && each.scrollWidth > each.clientWidth + 1) ||
            (/auto|scroll/.test(overflowY) && each.scrollHeight > each.clientHeight + 1);
          return (
            scrolls &&
            each.tabIndex < 0 &&
            !each.querySelector("a[href], button, input, select, summary")
          );
        })
        .map((each) => `${each.tagName}.${each.className}`),
    );
    expect(stuck, path).toEqual([]);
  }
});

test("targets of the matrix are 24 px, or stand that far apart", async ({ page }) => {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/matrix");
    const close = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll("main table a, main table button")]
        .map((each) => ({ text: each.textContent ?? "", box: each.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      const middle = ({ left, top, width, height }: DOMRect) => [
        left + width / 2,
        top + height / 2,
      ];
      // WCAG 2.5.8: a smaller target passes if a circle of 24 px around its middle meets no other target.
      return boxes.flatMap(({ text, box }, at) => {
        if (box.width >= 24 && box.height >= 24) return [];
        const [x = 0, y = 0] = middle(box);
        const met = boxes.find(({ box: other }, index) => {
          if (index === at) return false;
          const dx = Math.max(other.left - x, 0, x - other.right);
          const dy = Math.max(other.top - y, 0, y - other.bottom);
          return Math.hypot(dx, dy) < 12;
        });
        return met
          ? [`${text} (${Math.round(box.width)} × ${Math.round(box.height)}) meets ${met.text}`]
          : [];
      });
    });
    expect(close, `at ${width} px`).toEqual([]);
  }
});

test("the shares of first place are a named figure with its numbers in text", async ({ page }) => {
  await openResult(page);
  const tree = await readAccessibilityTree(page);
  expect(told(tree, "figure")).toEqual([
    "figure: If the rest is answered as others did",
    "figure: If what is said is all that is needed",
  ]);
  const figure = page.getByRole("figure").first();
  await expect(figure).toContainText(/Linkerd\s*\d+/);
  await expect(figure).toContainText(/Istio\s*\d+/);
});

test("in forced colours what is chosen and what is not can be told apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/matrix");
  const mark = (name: string) =>
    page
      .getByRole("checkbox", { name })
      .evaluate((box) => getComputedStyle(box, "::before").content);
  expect(await mark("Only what differs")).toBe("none");
  expect(await mark("sidecar mode")).not.toBe("none");
  await page.goto("/questions");
  await page.getByRole("radio").nth(2).check();
  const dots = await page
    .getByRole("radio")
    .evaluateAll((radios) =>
      radios.slice(1, 3).map((radio) => getComputedStyle(radio, "::before").backgroundColor),
    );
  expect(dots[0]).not.toBe(dots[1]);
  // The marks of options keep their colours, in bars as well.
  await openResult(page);
  const bar = page.locator(".result-hero .bar > i").first();
  await expect(bar).toBeVisible();
  expect(await bar.evaluate((each) => getComputedStyle(each).forcedColorAdjust)).toBe("none");
});
