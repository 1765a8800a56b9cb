import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expectNoSidewaysScroll } from "./no-sideways-scroll.ts";
import { expect, test } from "./test.ts";

const board = (page: Page) => page.getByRole("complementary", { name: /what follows/i });
const codeOf = (page: Page) => new URL(page.url()).searchParams.get("a");
const progress = (page: Page) => page.locator(".rail-progress");
const question = (page: Page, id: string) => page.locator(`[data-question=${id}]`);

/** The code of a set of readable answers, made by the form itself. */
async function codeFor(page: Page, fields: string): Promise<string> {
  const response = await page.request.get(`/answer?page=all&go=here&${fields}`, {
    maxRedirects: 0,
  });
  expect(response.status()).toBe(303);
  const location = response.headers().location ?? "";
  return new URL(location, "http://localhost").searchParams.get("a") ?? "";
}

test("one question at a time, and the board and the address follow every answer", async ({
  page,
}) => {
  await page.goto("/questions");
  await expect(page.locator("[data-question]")).toHaveCount(1);
  await expect(page.getByText("1 of 8", { exact: true })).toBeVisible();
  await expect(progress(page)).toHaveText("0 of 8 answered");
  await page.getByRole("radio", { name: /HashiCorp Nomad/ }).check();
  await expect(board(page)).toContainText("Ruled out by Platform");
  await expect(question(page, "platform")).toContainText("Rules out Istio");
  expect(codeOf(page)).toBeTruthy();
  await page.reload();
  await expect(progress(page)).toHaveText("1 of 8 answered");
  await expect(question(page, "platform").locator("input[value=nomad]")).toBeChecked();
});

test("nothing is said about an answer before it is given, but what is ruled out can be opened", async ({
  page,
}) => {
  await page.goto("/questions?at=platform");
  const form = question(page, "platform");
  await expect(form.locator(".question-clause")).toHaveCount(0);
  await expect(form).not.toContainText(/puts .* first|counts \d/);
  const rulesOut = form.getByText(/rules out .*Istio/).first();
  await expect(rulesOut).toBeHidden();
  await form.getByText("Why we ask").click();
  await expect(rulesOut).toBeVisible();
});

test("a verdict comes with the third answer and is announced", async ({ page }) => {
  const a = await codeFor(page, "platform=kubernetes&team=two");
  await page.goto(`/questions?a=${a}&at=mtls`);
  const status = board(page).getByRole("status");
  await expect(status).toContainText("Too early to say");
  await page.getByRole("radio", { name: /Must have/ }).check();
  await expect(status).toContainText(
    /(Clear|(Leaning|Nearest)( so far)?|Too (close|early) to call)\. .*\d+ of 100/,
  );
  await expect(board(page).getByRole("link", { name: "See the result" })).toHaveAttribute(
    "href",
    `/r/${codeOf(page)}`,
  );
});

test("Back takes back an answer, and so does Undo", async ({ page }) => {
  await page.goto("/questions?at=team");
  const team = question(page, "team");
  await team.locator("input[value=two]").check();
  const first = codeOf(page);
  await team.locator("input[value=org]").check();
  await page.goBack();
  await expect(team.locator("input[value=two]")).toBeChecked();
  expect(codeOf(page)).toBe(first);
  await team.getByRole("button", { name: "Undo" }).click();
  await expect(team.locator("input:checked")).toHaveCount(0);
  expect(codeOf(page)).toBeNull();
  await expect(team.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("keys alone answer, go on and go back, and can be switched off", async ({ page }) => {
  await page.goto("/questions");
  await expect(page.getByText("Use keys")).toBeVisible();
  await page.keyboard.press("1");
  await expect(question(page, "platform").locator("input").first()).toBeChecked();
  await page.keyboard.press("n");
  await expect(question(page, "clusters").locator("input").first()).toBeFocused();
  await page.keyboard.press("3");
  await expect(question(page, "clusters").locator("input[value=separate]")).toBeChecked();
  await page.keyboard.press("b");
  await expect(question(page, "platform").locator("input").first()).toBeFocused();
  await expect(progress(page)).toHaveText("2 of 8 answered");

  await page.getByRole("checkbox", { name: "Use keys" }).uncheck();
  await question(page, "platform").locator("input").first().focus();
  await page.keyboard.press("3");
  await expect(question(page, "platform").locator("input").first()).toBeChecked();
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Use keys" })).not.toBeChecked();
});

test("a row answers no other row, can be left open, and the rest can be closed", async ({
  page,
}) => {
  await page.goto("/questions?at=policy");
  const rows = question(page, "policy").locator(".need-row");
  await rows.nth(1).getByRole("radio", { name: "Nice to have" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(progress(page)).toHaveText("1 of 8 answered");
  await expect(rows.nth(1).getByRole("radio", { name: "Important" })).toBeFocused();
  await expect(rows.nth(1).getByRole("radio", { name: "Important" })).toBeChecked();
  const open = rows.getByRole("radio", { name: "Not sure", checked: true });
  await expect(open).toHaveCount((await rows.count()) - 1);
  await page.getByRole("button", { name: "The others are not needed" }).click();
  await expect(open).toHaveCount(0);
  await rows.nth(1).getByRole("radio", { name: "Not sure" }).check();
  await expect(open).toHaveCount(1);
});

test("answers that do not go together get an alert beside the later one", async ({ page }) => {
  const a = await codeFor(page, "resilience.retries=important");
  await page.goto(`/questions/traffic?a=${a}&at=retries-today`);
  const alert = question(page, "retries-today").locator(".alert");
  await expect(alert).toHaveCount(0);
  await page.getByRole("radio", { name: /In each service’s own code/ }).check();
  await expect(alert).toContainText("Retries in two places multiply each other");
  await alert.getByRole("link", { name: /^Change.*Resilience: Retry failed calls/ }).click();
  await expect(question(page, "resilience").locator("input").first()).toBeVisible();
});

test("two tabs keep two drafts, offered later and removable", async ({ page, context }) => {
  await page.goto("/questions/people?at=team");
  await page.getByRole("radio", { name: /None to two/ }).check();
  await expect(progress(page)).toHaveText("1 of 6 answered");
  const other = await context.newPage();
  await other.goto("/questions/people?at=team");
  await other.getByRole("radio", { name: /Three to five/ }).check();
  await expect(progress(other)).toHaveText("1 of 6 answered");
  await page.goto("/questions");
  const offer = page.getByRole("complementary", { name: "Your last visit" });
  await expect(offer.getByRole("link", { name: /Go on with one answer/ })).toHaveCount(2);
  await offer.getByRole("link").last().click();
  await expect(page).toHaveURL(/\/questions\/review\?a=/);
  await expect(page.getByText("None to two")).toBeVisible();
  await page.goto("/questions");
  await offer.getByRole("button", { name: "Forget" }).first().click();
  await offer.getByRole("button", { name: "Forget" }).click();
  await page.reload();
  await expect(page.getByText("Use keys")).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test("the quick path ends at the result, and a name given to it stays", async ({ page }) => {
  const a = await codeFor(page, "platform=kubernetes&mtls=must&team=two");
  await page.goto(`/questions?a=${a}&at=licence&title=Payments`);
  await page.getByRole("radio", { name: /Any, proprietary included/ }).check();
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page).toHaveURL(/\/r\/[0-9A-Za-z]+\?title=Payments$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the whole way from the first question to the result", async ({ page }) => {
    await page.goto("/questions");
    await page.getByRole("radio", { name: /HashiCorp Nomad/ }).check();
    await page.getByRole("button", { name: /^Next/ }).click();
    await expect(page).toHaveURL(/\/questions\?a=[^&]+&at=clusters$/);
    await expect(progress(page)).toHaveText("1 of 8 answered");
    await expect(board(page)).toContainText("Ruled out by Platform");

    await page.goto(`${page.url().replace("at=clusters", "at=routing")}`);
    await page.locator("input[name='routing.canary'][value=must]").check();
    await page
      .getByRole("button", { name: "The others are not needed" })
      .or(page.getByRole("button", { name: "None of these is needed" }))
      .click();
    await expect(page.locator("input[value=no]:checked").first()).toBeVisible();
    await expect(page.locator("input[name='routing.canary'][value=must]")).toBeChecked();
    await page.getByRole("button", { name: "Update the board" }).last().click();
    await expect(progress(page)).toHaveText("2 of 8 answered");
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await expect(page).toHaveURL(/at=policy$/);
    const result = page.getByRole("button", { name: "See the result" });
    const [response] = await Promise.all([page.waitForResponse(/\/answer\?/), result.click()]);
    expect(response.status()).toBe(303);
    expect(response.headers().location).toMatch(/^\/r\/[0-9A-Za-z]+$/);
  });

  test("an answer can be cleared", async ({ page }) => {
    const a = await codeFor(page, "platform=ecs&team=two");
    await page.goto(`/questions/people?a=${a}&at=team`);
    await expect(page.locator("input[value=two]")).toBeChecked();
    await page.getByRole("button", { name: /^Clear/ }).click();
    await expect(page.locator("input:checked")).toHaveCount(0);
    expect(codeOf(page)).toBeTruthy();
  });

  test("a result before the first answer is refused in words", async ({ page }) => {
    await page.goto("/questions?at=licence");
    await page.getByRole("button", { name: "See the result" }).click();
    await expect(page.getByText("Answer at least one question to see a result.")).toBeVisible();
  });
});

test("what cannot be used is named and nothing else is lost", async ({ page }) => {
  await page.goto("/answer?page=estate&go=next&platform=mainframe&languages=few&colour=blue");
  await expect(page).toHaveURL(/\/questions\/estate\?a=[0-9A-Za-z]+&bad=/);
  const notices = page.locator(".questions-notices");
  await expect(notices).toContainText("“platform=mainframe” was not used: use one of kubernetes");
  await expect(notices).toContainText("“colour=blue” was not used: no question has this name");
  await page.goto(`/questions/estate?a=${codeOf(page)}&at=languages`);
  await expect(page.locator("input[value=few]")).toBeChecked();
});

test("a code that cannot be read gives a message and an empty form", async ({
  page,
  allowedComplaints,
}) => {
  allowedComplaints.push(/status of 400/);
  const a = await codeFor(page, "platform=ecs&team=two");
  const broken = a.slice(0, -1) + (a.endsWith("0") ? "1" : "0");
  const response = await page.goto(`/questions?a=${broken}`);
  expect(response?.status()).toBe(400);
  await expect(page.locator(".questions-notices")).toContainText("could not be read");
  await expect(page.locator("form input[type=radio]:checked")).toHaveCount(0);
});

test("an unknown section answers 404, an unknown question the first open one", async ({
  page,
  allowedComplaints,
}) => {
  allowedComplaints.push(/status of 404/);
  const response = await page.goto("/questions/no-such-section");
  expect(response?.status()).toBe(404);
  await page.goto("/questions?at=no-such-question");
  await expect(page.getByText("1 of 8", { exact: true })).toBeVisible();
});

test("the review shows every answer, leads to each and starts again", async ({ page }) => {
  const a = await codeFor(page, "platform=kubernetes&stack=none&mtls=unsure");
  await page.goto(`/questions/review?a=${a}`);
  const items = page.locator(".review-list > li");
  await expect(items.filter({ hasText: "Not answered" })).toHaveCount((await items.count()) - 3);
  await page.getByRole("link", { name: /^Change.*Already run/ }).click();
  await expect(page).toHaveURL(new RegExp(`/questions/estate\\?a=${a}&at=stack$`));
  await expect(page.locator("input[value=none]")).toBeChecked();
  await page.goBack();
  await page.getByRole("link", { name: "Start again" }).last().click();
  await expect(page).toHaveURL("/questions");
});

for (const path of [
  "/questions",
  "/questions/authorization",
  "/questions/all",
  "/questions/review",
]) {
  test(`accessible and no wider than a phone: ${path}`, async ({ page }) => {
    test.slow();
    const fields = "platform=kubernetes&mtls=must&resilience.retries=must&retries-today=services";
    const a = await codeFor(page, `${fields}&clusters=one&multicluster.calls=must&team=two`);
    await page.goto(`${path}?a=${a}`);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await expectNoSidewaysScroll(page);
  });
}

test("accessible in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const a = await codeFor(page, "platform=kubernetes&mtls=must&clusters=one");
  await page.goto(`/questions?a=${a}&at=policy`);
  await expectAccessible(page);
});
