import { expectAccessible } from "./axe.ts";
import { expectNoSidewaysScroll } from "./no-sideways-scroll.ts";
import { expect, test } from "./test.ts";

/** A bank with many clusters, by its readable link, so that no code is written down here. */
const bank =
  "/r?platform=kubernetes&clusters=separate&multicluster=calls:must&mtls=must&strict=must&policy=l7:must,deny:must&requests=egress:must,jwt:important&also=vm:must&today=ingress&stack=certificates";

async function openPlan(
  page: import("@playwright/test").Page,
  query = "",
): Promise<{ readonly path: string }> {
  // Where the readable link leads, without drawing the result on the way.
  const response = await page.request.get(bank, { maxRedirects: 0 });
  const path = `${response.headers().location}/plan`;
  await page.goto(`${path}${query}`);
  return { path };
}

test("the plan says what the choice covers, what is left and how to get there", async ({
  page,
}) => {
  await openPlan(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The plan with");
  await expect(page.locator(".finding-content").first()).toBeHidden();
  await page.getByRole("button", { name: "Open all" }).click();
  await expect(page.getByRole("img", { name: /One request passes five layers/ })).toBeVisible();
  for (const name of [
    "DNS security",
    "Host firewall",
    "API gateway authentication",
    "Network policy",
    "Workload identity and mutual TLS",
    "Pilot",
    "Strict",
    "Multi-cluster",
    "Mutual TLS",
    "If your ingress is ingress-nginx, it is retired",
  ])
    await expect(page.getByRole("heading", { level: 3, name, exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(8);
  const first = page.locator("#first");
  await expect(first.getByRole("link", { name: /^In the kit: 0/ }).first()).toHaveAttribute(
    "href",
    /\/kit\?.*file=0/,
  );
  await expect(page.getByRole("rowheader", { name: /All communication is secured/ })).toBeVisible();
});

test("folded, the plan is short and says no duty twice; a link opens what holds its target", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { path } = await openPlan(page);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6000);
  const labels = await page.locator(".first-duties label").allTextContents();
  const text = (await page.locator("main").textContent()) ?? "";
  expect(labels.filter((label) => text.split(label).length !== 2)).toEqual([]);

  await page.goto(`${path}#layer-host-firewall`);
  await expect(page.getByRole("heading", { name: "Host firewall", exact: true })).toBeInViewport();
  const step = page.locator("#layer-host-firewall header").getByRole("link").first();
  await step.click();
  await expect(page.locator("#duty-host-deny")).toBeInViewport();
  await expect(page.locator("#duty-host-deny")).toContainText((await step.textContent()) ?? "none");
});

test("the plan is accessible", async ({ page }) => {
  // The longest page of the site: checking it takes a while on a busy machine.
  test.slow();
  await openPlan(page);
  await page.getByRole("button", { name: "Open all" }).click();
  // What the contents row happens to lie over counts as hidden.
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page);
});

test("ticks count at once, survive a reload, and ride in a link that overrules them", async ({
  page,
}) => {
  const { path } = await openPlan(page);
  const boxes = page.getByRole("checkbox");
  const total = await boxes.count();
  expect(total).toBeGreaterThan(12);
  const bar = page.locator(".plan-done-bar");
  await expect(bar).toContainText(`0 of ${total} done`);
  await boxes.nth(1).focus();
  await page.keyboard.press("Space");
  await expect(bar).toContainText(`1 of ${total} done`);
  await page.reload();
  await expect(boxes.nth(1)).toBeChecked();
  await expect(bar).toContainText(`1 of ${total} done`);

  await boxes.nth(3).check();
  await page.getByRole("button", { name: "Put the ticks into the link" }).click();
  await expect(page).toHaveURL(/done=[a-z-]+&done=[a-z-]+$/);
  await expect(boxes.nth(3)).toBeChecked();

  await page.goto(`${path}?done=host-deny`);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
});

test("without JavaScript the plan is whole and ticks go into the address", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await openPlan(page);
  await expect(page.getByText("To keep your ticks, put them into the address")).toBeVisible();
  await page.getByRole("checkbox").nth(2).check();
  await page.getByRole("button", { name: "Put the ticks into the link" }).click();
  await expect(page).toHaveURL(/[?&]done=/);
  await expect(page.getByRole("checkbox").nth(2)).toBeChecked();
  await expect(page.locator(".plan-done-bar")).toContainText(/^1 of \d+ done/);
  await context.close();
});

test("another variant can be planned for, and its ticks come along", async ({ page }) => {
  await openPlan(page, "?done=host-deny");
  const other = page.getByRole("navigation", { name: "Plans of other variants" });
  await other.getByRole("link", { name: /^Linkerd, open source/ }).click();
  await expect(page).toHaveURL(/variant=linkerd-oss&done=host-deny$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "The plan with Linkerd, open source",
  );
  await expect(
    page.getByRole("checkbox", { name: /^Replace the default trust anchor/ }),
  ).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Refuse incoming traffic/ })).toBeChecked();
});

test("an address that names what does not exist says so and shows what it can", async ({
  page,
}) => {
  await openPlan(page, "?variant=nonesuch&done=host-deny,nonesuch");
  await expect(page.getByText("The variant named in this address does not exist")).toBeVisible();
  await expect(page.getByText("One tick in this address is for a step")).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
});

test("a code that cannot be opened answers 400 here too", async ({ page, allowedComplaints }) => {
  allowedComplaints.push(/status of 400/);
  const response = await page.goto("/r/nonsense!/plan");
  expect(response?.status()).toBe(400);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link cannot be opened");
});

test("on a narrow screen the way runs from top to bottom and nothing scrolls sideways", async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  await openPlan(page);
  await page.getByRole("button", { name: "Open all" }).click();
  await expect(page.locator(".layer-picture")).toBeHidden();
  await expect(page.locator(".layer-way-list")).toBeVisible();
  for (const width of [768, 640, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(page);
  }
  const link = page.locator(".layer-way-list").getByRole("link", { name: "Host firewall" });
  await link.click();
  await expect(page.locator("#layer-host-firewall > header")).toBeInViewport();
  await expectAccessible(page);
});

test("on paper everything is unfolded and the picture is drawn", async ({ page }) => {
  await page.setViewportSize({ width: 703, height: 990 });
  await openPlan(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".layer-picture")).toBeVisible();
  await expect(page.locator(".plan-choices")).toBeHidden();
  await expect(page.getByRole("heading", { level: 3, name: "Strict", exact: true })).toBeVisible();
});
