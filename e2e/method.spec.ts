import { expectAccessible } from "./axe";
import { expect, test } from "./test";

test.describe("the method page", () => {
  test("works an example that adds up and leads to its result", async ({ page }) => {
    await page.goto("/method");
    await page.locator("#example-finding").click();
    await page.getByText("Need by need, burden by burden").click();
    const table = page.getByRole("table", { name: /Weight times worth/ });
    const sum = table.getByRole("row", { name: /Sum of weight/ });
    const score = table.getByRole("row", { name: /Score: the sum/ });
    const numbers = async (row: typeof sum) =>
      (await row.getByRole("cell").allInnerTexts()).map((text) => Number(text.replaceAll(",", "")));
    const [weight = 0, leader = 0] = await numbers(sum);
    const shown = (await numbers(score)).at(1) ?? 0;
    expect(weight).toBeGreaterThan(0);
    expect(shown).toBeCloseTo(leader / weight, 1);
    await page.getByRole("link", { name: "Open this result" }).click();
    await expect(page).toHaveURL(/\/r\/[0-9A-Za-z]+$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Linkerd");
  });

  test("is accessible", async ({ page }) => {
    test.slow();
    await page.goto("/method");
    await expectAccessible(page);
  });
});
