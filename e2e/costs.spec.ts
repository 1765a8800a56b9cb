import { expectAccessible } from "./axe.ts";
import { expect, test } from "./test.ts";

/** The load of the published test vector, as a link a colleague might send. */
const published = "/costs?pods=200&nodes=10&rps=1000&calls=4&hops=4&l7=100&waypoints=10";

test("a link shows the published figures, apart for data plane and control plane", async ({
  page,
}) => {
  await page.goto(published);
  const chart = page.getByRole("table", { name: /^Data plane: everything/ });
  const sidecar = chart.getByRole("row", { name: /^Istio sidecar mode/ });
  await expect(sidecar.getByRole("cell").nth(0)).toHaveText("7 cores, from 3.3 to 14");
  await expect(sidecar.getByRole("cell").nth(1)).toHaveText("12 GiB, from 5.9 to 31");
  await expect(sidecar.getByRole("cell").nth(2)).toHaveText("5.6 ms, from 0.8 to 11");
  const blocks = chart.getByRole("row", { name: /^No mesh building blocks/ });
  await expect(blocks.getByRole("cell").nth(0)).toHaveText("not measured");
  const control = page.getByRole("table", { name: /^On logarithmic scales/ });
  await expect(
    control
      .getByRole("row", { name: /^Istio sidecar mode/ })
      .getByRole("cell")
      .nth(1),
  ).toHaveText("0.61 GiB, from 0.36 to 2");
  await expectAccessible(page);
});

test("without JavaScript the form asks the server, and keeps what was typed", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/costs");
  await expect(page.getByRole("slider").first()).toBeHidden();
  await page.getByRole("textbox", { name: "Pods in the mesh" }).fill("2000");
  await page.getByRole("textbox", { name: "Nodes" }).fill("many");
  await page.getByRole("button", { name: "Work it out" }).click();
  await expect(page).toHaveURL(/pods=2000/);
  await expect(page.getByRole("textbox", { name: "Nodes" })).toHaveValue("many");
  await expect(page.getByRole("textbox", { name: "Nodes" })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await expect(page.getByRole("list", { name: "What could not be used" })).toHaveText(
    "Nodes: “many” cannot be used. Give a whole number from 1 to 20,000. Until then it is taken as 10.",
  );
  const chart = page.getByRole("table", { name: /^Data plane: everything/ });
  await expect(chart.getByRole("row", { name: /^Istio sidecar mode/ })).toContainText("120 GiB");
  await expect(page.getByText("Extrapolated: no benchmark ran more than 250")).toBeVisible();
  await context.close();
});

test("alive, the figures and the address follow typing and sliders", async ({ page }) => {
  await page.goto(published);
  const finding = page.getByRole("heading", { name: /^The proxies of a mesh take/ });
  const before = await finding.textContent();
  await page.getByRole("textbox", { name: "Pods in the mesh" }).fill("400");
  await expect(finding).not.toHaveText(before ?? "");
  await expect(page).toHaveURL(/pods=400/);
  const slider = page.getByRole("slider", { name: "Depth of calls, slider" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("textbox", { name: "Depth of calls" })).toHaveValue("5");
  await expect(slider).toHaveAttribute("aria-valuetext", "5");
  await expect(page).toHaveURL(/hops=5/);
  const shown = await finding.textContent();
  await page.reload();
  await expect(finding).toHaveText(shown ?? "");
});

test("a slip is named beside its field and mended without losing the rest", async ({ page }) => {
  await page.goto(published);
  const field = page.getByRole("textbox", { name: "Requests from outside" });
  await field.fill("-5");
  await expect(field).toHaveAccessibleDescription(/“-5” cannot be used. Give a number from 0 to/);
  await expectAccessible(page);
  await field.fill("1,000");
  await expect(page.getByRole("list", { name: "What could not be used" })).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Pods in the mesh" })).toHaveValue("200");
});

test("prices turn the larger of use and reservation into money", async ({ page }) => {
  await page.goto(published);
  await page.locator("summary", { hasText: "Prices" }).click();
  await page.getByRole("textbox", { name: "Price of a vCPU" }).fill("10");
  await page.getByRole("textbox", { name: "Price of a GiB of memory" }).fill("2");
  const table = page.getByRole("table", { name: /^Money for a month/ });
  const sidecar = table.getByRole("row", { name: /^Istio sidecar mode/ });
  // 20 cores and 25 GiB are reserved, more than typical use.
  await expect(sidecar.getByRole("cell").nth(4)).toHaveText("250250 to 260");
  await expect(
    table
      .getByRole("row", { name: /^No mesh building blocks/ })
      .getByRole("cell")
      .nth(4),
  ).toHaveText("not known");
});

test("with a result, its leader is planned for and the ruled out stand apart", async ({ page }) => {
  await page.goto("/r?platform=kubernetes&mtls=must&licence=foundation&clusters=one&team=two");
  await page.waitForURL(/\/r\/\w+/);
  const code = new URL(page.url()).pathname.split("/")[2];
  await page.goto(`/costs?r=${code}`);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(/^Plan for /);
  await expect(page.getByRole("row", { name: /^Consul .*, ruled out/ }).first()).toBeVisible();
  await page.getByRole("textbox", { name: "Pods in the mesh" }).fill("50");
  await expect(page).toHaveURL(new RegExp(`r=${code}.*pods=50`));
});

test("a damaged code is said to be one, and the load is kept", async ({ page }) => {
  await page.goto("/costs?r=0AAAAAAAA&pods=77");
  await expect(page.getByText("The code of the result (“r=”) could not be read")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Pods in the mesh" })).toHaveValue("77");
});

test("every parameter leads to its source and to who paid", async ({ page }) => {
  await page.goto("/costs");
  const row = page
    .getByRole("table", { name: /^Unit costs of the model/ })
    .getByRole("row", { name: /^CPU of a proxy at 1,000/ })
    .first();
  await row.getByText(/^9 sources: /).click();
  await expect(row.getByText(/Solo\.io, the main ambient vendor/)).toBeVisible();
  await expect(page.getByText("15 of 30 published figures lay inside the ranges")).toBeVisible();
});

test("nothing is wider than a phone", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto("/costs?pods=100000&nodes=20000&rps=1000000&vcpu=9999&gib=9999");
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
  await expectAccessible(page);
  await context.close();
});
