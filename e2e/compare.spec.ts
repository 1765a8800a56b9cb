import { expectAccessible } from "./axe";
import { expect, test } from "./test";

/** Two results that differ in the team alone, by their readable parameters. */
const answers = "platform=kubernetes&mtls=must&telemetry=golden:important&languages=many";

async function codeOf(page: import("@playwright/test").Page, team: string): Promise<string> {
  await page.goto(`/r?${answers}&team=${team}`);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

test.describe("comparing results", () => {
  test("takes pasted links, names the one difference and offers what all want together", async ({
    page,
  }) => {
    const [small, large] = [await codeOf(page, "two"), await codeOf(page, "org")];
    await page.goto("/compare");
    await page.getByLabel("Result A").fill(`http://localhost/r/${small}?title=x`);
    await page.getByLabel("Result B").fill(large);
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page.getByRole("heading", { name: /differ on one question/ })).toBeVisible();
    const table = page.getByRole("table", { name: /Where the answers differ/ });
    await expect(table.getByRole("row")).toHaveCount(2);
    await expect(table.getByRole("row").last()).toContainText("With B’s answer");
    await page.getByRole("link", { name: "All together" }).click();
    await expect(page).toHaveURL(/\/r\/[0-9A-Za-z]+$/);
  });

  test("keeps the names of results, from the result and from the recent list", async ({ page }) => {
    await page.goto(`/r?${answers}&team=two&title=Ledger`);
    await page.getByRole("link", { name: "Compare with…" }).click();
    await expect(page.getByLabel("Result A")).toHaveValue(/^\/r\/[0-9A-Za-z]+\?title=Ledger$/);
    await page.goto(`/r?${answers}&team=org&title=Shop`);
    await page.goto("/compare");
    const seen = page.getByRole("region", { name: "Seen in this browser" });
    for (const box of await seen.getByRole("checkbox").all()) await box.check();
    await page.getByRole("button", { name: "Compare" }).click();
    const table = page.getByRole("table", { name: "The verdicts side by side" }).first();
    await expect(table).toContainText("Ledger");
    await expect(table).toContainText("Shop");
    await expect(page.getByRole("table", { name: /Where the answers differ/ })).toContainText(
      "Ledger:",
    );
    await expect(
      page.getByRole("navigation", { name: "Site" }).first().getByRole("link", { name: "Compare" }),
    ).toHaveAttribute("aria-current", "page");
    await expect(table.getByRole("link", { name: "Result A" })).toHaveAttribute(
      "href",
      /\?title=(Ledger|Shop)$/,
    );
  });

  test("says what it cannot read, keeps it in the field and answers 400", async ({
    page,
    allowedComplaints,
  }) => {
    allowedComplaints.push(/status of 400/);
    const code = await codeOf(page, "two");
    const response = await page.goto(
      `/compare?r=${code}&r=${encodeURIComponent("<script>alert(1)</script>")}`,
    );
    expect(response?.status()).toBe(400);
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      "this is not a link to one of our results",
    );
    await expect(page.getByLabel("Result B")).toHaveValue("<script>alert(1)</script>");
  });

  test("is accessible", async ({ page }) => {
    test.slow();
    const [small, large] = [await codeOf(page, "two"), await codeOf(page, "org")];
    await page.goto(`/compare?r=${small}&r=${large}`);
    await expectAccessible(page);
  });
});
