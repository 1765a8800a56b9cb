import type { Page, ViewportSize } from "@playwright/test";
import type { Browser } from "./browser.ts";
import { expect, test } from "./test.ts";

/*
 * Pictures of the main screens, kept beside this file. A change that is meant: look at the differences in test-results,
 * then `npm run screens -- --update-snapshots`, and look at the new pictures before committing them.
 */

const { executablePath, env, fonts }: Browser = JSON.parse(process.env.E2E_BROWSER ?? "{}");

const answers = "platform=kubernetes&mtls=must&strict=must&licence=osi&routing=canary:important";
const screens: Record<string, (page: Page) => Promise<unknown>> = {
  home: (page) => page.goto("/"),
  questions: (page) => page.goto("/questions"),
  result: (page) => page.goto(`/r?${answers}&team=five&title=Payments`),
  plan: (page) => openResultPage(page, "plan"),
  kit: (page) => openResultPage(page, "kit"),
  compare: async (page) => {
    const [small, large] = [await codeOf(page, "two"), await codeOf(page, "org")];
    await page.goto(`/compare?r=${small}&r=${large}`);
  },
  matrix: (page) => page.goto("/matrix"),
  capability: (page) => page.goto("/matrix/mtls-auto"),
  option: (page) => page.goto("/options/istio"),
  method: (page) => page.goto("/method"),
};

async function codeOf(page: Page, team: string): Promise<string> {
  await page.goto(`/r?${answers}&team=${team}`);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function openResultPage(page: Page, name: string): Promise<void> {
  await page.goto(`/r/${await codeOf(page, "five")}/${name}`);
}

test.skip(!fonts, "only the Chromium from npm draws these pixel by pixel");

test.use({
  // Half the size: a shifted, missing or miscoloured thing still shows, and the pictures stay small.
  deviceScaleFactor: 0.5,
  launchOptions: {
    executablePath,
    env: { ...process.env, ...env, FONTCONFIG_PATH: fonts ?? "" },
    args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
  },
});

for (const [name, open] of Object.entries(screens)) {
  test(`${name} looks as it did`, async ({ page }) => {
    test.slow();
    await open(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      // Two screens; in the dark the first, which has every colour.
      const height = colorScheme === "light" ? 1600 : 900;
      for (const width of [360, 768, 1440])
        await expectPicture(page, `${name}-${colorScheme}`, { width, height });
    }
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    // The width of A4 between its margins.
    await expectPicture(page, `${name}-print`, { width: 680, height: 1600 });
  });
}

async function expectPicture(page: Page, name: string, size: ViewportSize): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({ type: "webp", animations: "disabled" });
  expect.soft(picture).toMatchSnapshot(`${name}-${size.width}.webp`, { maxDiffPixelRatio: 0.001 });
}
