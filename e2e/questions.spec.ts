import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expectNoSidewaysScroll } from "./no-sideways-scroll.ts";
import { expect, test } from "./test.ts";

const board = (page: Page) => page.getByRole("complementary", { name: /what follows/i });
const codeOf = (page: Page) => new URL(page.url()).searchParams.get("a");

/** The code of a set of readable answers, made by the form itself. */
async function codeFor(page: Page, fields: string): Promise<string> {
  const response = await page.request.get(`/answer?page=all&go=here&${fields}`, {
    maxRedirects: 0,
  });
  expect(response.status()).toBe(303);
  const location = response.headers().location ?? "";
  return new URL(location, "http://localhost").searchParams.get("a") ?? "";
}

test("the board follows every answer, and so does the address", async ({ page }) => {
  await page.goto("/questions");
  await expect(board(page)).toContainText("8 of 8 variants still possible");
  await page.getByRole("radio", { name: /HashiCorp Nomad/ }).check();
  await expect(board(page)).toContainText("3 of 8 variants still possible");
  await expect(board(page)).toContainText("Nomad and ECS (question 2)");
  const first = codeOf(page);
  expect(first).toBeTruthy();
  await page
    .getByRole("radio", { name: /Kubernetes/ })
    .first()
    .check();
  await expect(board(page)).toContainText("8 of 8 variants still possible");
  expect(codeOf(page)).not.toBe(first);

  await page.reload();
  await expect(page.getByText("1 of 26 answered")).toBeVisible();
  await expect(page.locator("[data-question=platform] .question-answer")).toHaveText("Kubernetes");
});

test("a verdict comes with the third answer and says how it moved", async ({ page }) => {
  const a = await codeFor(page, "platform=kubernetes&languages=many");
  await page.goto(`/questions?a=${a}`);
  await expect(board(page)).toContainText("Little evidence yet");
  const mtls = page.locator("[data-question=mtls]");
  await mtls.getByRole("radio", { name: /Must have/ }).check();
  await expect(board(page)).toContainText(/First in \d+ of 100|is first in \d+ of 100/);
  await expect(board(page)).toContainText(/up \d|down \d/);
  await expect(board(page).getByRole("link", { name: "See the result" })).toHaveAttribute(
    "href",
    `/r/${codeOf(page)}`,
  );
});

test("keys alone answer, go on and go back, and can be switched off", async ({ page }) => {
  await page.goto("/questions");
  await expect(page.getByText("Use keys")).toBeVisible();
  await page.keyboard.press("1");
  await expect(page.locator("[data-question=platform] input[value=kubernetes]")).toBeChecked();
  await page.keyboard.press("n");
  await expect(page.locator("[data-here]")).toHaveAttribute("data-question", "clusters");
  await expect(page.locator("[data-question=clusters] input").first()).toBeFocused();
  await page.keyboard.press("3");
  await expect(page.locator("[data-question=clusters] input[value=separate]")).toBeFocused();
  await expect(page.locator("[data-question=clusters] input[value=separate]")).toBeChecked();
  await page.keyboard.press("b");
  await expect(page.locator("[data-here]")).toHaveAttribute("data-question", "platform");
  await expect(page.getByText("2 of 26 answered")).toBeVisible();

  await page.getByRole("checkbox", { name: "Use keys" }).uncheck();
  await page.locator("[data-question=platform] input").first().focus();
  await page.keyboard.press("3");
  await expect(page.locator("[data-question=platform] input[value=kubernetes]")).toBeChecked();
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Use keys" })).not.toBeChecked();
});

test("the focus stays where it was when the board is worked out", async ({ page }) => {
  await page.goto("/questions/authorization");
  const row = page.locator("[data-question=policy] .need-row").first();
  await row.getByRole("radio", { name: "Nice to have" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("1 of 26 answered")).toBeVisible();
  await expect(row.getByRole("radio", { name: "Important" })).toBeFocused();
  await expect(row.getByRole("radio", { name: "Important" })).toBeChecked();
});

test("an answer can be cleared, and “none of these” is one", async ({ page }) => {
  const a = await codeFor(page, "resilience.retries=must");
  await page.goto(`/questions/traffic?a=${a}#q-resilience`);
  const question = page.locator("[data-question=resilience]");
  await question.getByRole("radio", { name: "None of these" }).check();
  await expect(question.locator("input[value=no]:checked")).toHaveCount(4);
  await expect(page.getByText("1 of 26 answered")).toBeVisible();
  await question.getByRole("button", { name: "Clear this answer" }).click();
  await expect(question.locator("input:checked")).toHaveCount(0);
  await expect(page.getByText("0 of 26 answered")).toBeVisible();
  expect(codeOf(page)).toBeNull();
});

test("answers that do not go together get an alert beside the later one", async ({ page }) => {
  const a = await codeFor(page, "resilience.retries=important");
  await page.goto(`/questions/traffic?a=${a}`);
  const alert = page.locator("[data-question=retries-today] .alert");
  await expect(alert).toHaveCount(0);
  await page.getByRole("radio", { name: /In each service’s own code/ }).check();
  await expect(alert).toContainText("Retries in two places multiply each other");
  await expect(alert).toContainText("Resilience: Retry failed calls");
  await alert.getByRole("link", { name: "Change answer 16" }).click();
  await expect(page.locator("[data-question=resilience] input").first()).toBeVisible();
  await expect(page.locator("[data-here]")).toHaveAttribute("data-question", "resilience");
});

test("a later visit is offered the answers this browser remembers", async ({ page }) => {
  await page.goto("/questions/people");
  await page.getByRole("radio", { name: /None to two/ }).check();
  await expect(page.getByText("1 of 26 answered")).toBeVisible();
  await page.goto("/questions");
  const offer = page.getByRole("complementary", { name: "Your last visit" });
  await expect(offer).toContainText("remembers 1 of 26 answers");
  await offer.getByRole("link", { name: "Continue where you left off" }).click();
  await expect(page).toHaveURL(/\/questions\/review\?a=/);
  await expect(page.getByText("None to two")).toBeVisible();
  await page.goto("/questions");
  await offer.getByRole("button", { name: "Forget them" }).click();
  await page.reload();
  await expect(page.getByText("Use keys")).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the whole way from the first question to the result", async ({ page }) => {
    await page.goto("/questions");
    await page.getByRole("radio", { name: /HashiCorp Nomad/ }).check();
    await page.locator("[data-question=routing] input[name='routing.canary'][value=must]").check();
    await page.getByRole("button", { name: /Refine: Your estate/ }).click();
    await expect(page).toHaveURL(/\/questions\/estate\?a=/);
    await expect(page.getByText("2 of 26 answered")).toBeVisible();
    await expect(board(page)).toContainText("variants still possible");
    await expect(board(page)).toContainText("Nomad and ECS");

    await page.getByRole("radio", { name: /51 to 300/ }).check();
    await page.getByRole("button", { name: "Work out the board again" }).last().click();
    await expect(page).toHaveURL(/\/questions\/estate\?a=/);
    await expect(board(page)).toContainText("Consul");
    await expect(board(page)).toContainText("So far, from 3 answers");

    await page.getByRole("button", { name: /Back: First verdict/ }).click();
    await expect(page).toHaveURL(/\/questions\?a=/);
    const result = page.getByRole("button", { name: "See the result" });
    const [response] = await Promise.all([page.waitForResponse(/\/answer\?/), result.click()]);
    expect(response.status()).toBe(303);
    expect(response.headers().location).toMatch(/^\/r\/[0-9A-Za-z]+$/);
  });

  test("an answered question opens, changes and is cleared", async ({ page }) => {
    const a = await codeFor(page, "platform=ecs&team=two");
    await page.goto(`/questions/people?a=${a}`);
    const question = page.locator("[data-question=team]");
    await expect(question.locator("input").first()).toBeHidden();
    await question.locator("summary").first().click();
    await expect(question.locator("input[value=two]")).toBeChecked();
    await question.getByRole("button", { name: "Clear this answer" }).click();
    await expect(page.getByText("1 of 26 answered")).toBeVisible();
    await expect(question.locator("input:checked")).toHaveCount(0);
  });

  test("a result before the first answer is refused in words", async ({ page }) => {
    await page.goto("/questions");
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
  await expect(page.locator("[data-question=languages] input[value=few]")).toBeChecked();
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

test("an unknown section answers 404", async ({ page, allowedComplaints }) => {
  allowedComplaints.push(/status of 404/);
  const response = await page.goto("/questions/no-such-section");
  expect(response?.status()).toBe(404);
});

test("the review shows every answer, leads to each and starts again", async ({ page }) => {
  const a = await codeFor(page, "platform=kubernetes&stack=none&mtls=unsure");
  await page.goto(`/questions/review?a=${a}`);
  await expect(page.locator(".review-list > li")).toHaveCount(26);
  await expect(page.locator(".review-list > [data-open]")).toHaveCount(23);
  await page.getByRole("link", { name: "Change question 7" }).click();
  await expect(page).toHaveURL(new RegExp(`/questions/estate\\?a=${a}#q-stack$`));
  await expect(page.locator("[data-question=stack] input[value=none]")).toBeChecked();
  await expect(page.locator("[data-question=stack] input[value=none]")).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Start again" }).last().click();
  await expect(page).toHaveURL("/questions");
});

for (const path of ["/questions", "/questions/identity", "/questions/all", "/questions/review"]) {
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
  const a = await codeFor(
    page,
    "platform=kubernetes&mtls=must&clusters=one&multicluster.calls=must",
  );
  await page.goto(`/questions/estate?a=${a}`);
  await expectAccessible(page);
});
