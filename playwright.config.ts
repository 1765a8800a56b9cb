import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser, findFirefox } from "./e2e/browser.ts";
import { listenOnce } from "./lib/commands/port.ts";

// Workers load this file again and inherit what the first load decided.
process.env.E2E_PORT ??= String(await listenOnce(0));
process.env.E2E_BROWSER ??= JSON.stringify(await findBrowser());
process.env.E2E_FIREFOX ??= findFirefox() ?? "";

const port = process.env.E2E_PORT;
const baseURL = `http://127.0.0.1:${port}`;
const { executablePath, env } = JSON.parse(process.env.E2E_BROWSER);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  snapshotPathTemplate: "{testDir}/screens/{arg}{ext}",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL,
    viewport: { width: 1280, height: 900 },
    contextOptions: { reducedMotion: "reduce" },
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  projects: [
    {
      name: "chromium",
      // Pictures change with every release of the data, so they are compared when asked: npm run screens.
      testIgnore: ["firefox.spec.ts", ...(process.env.SCREENS ? [] : ["screens.spec.ts"])],
      use: {
        browserName: "chromium",
        launchOptions: {
          executablePath,
          env: { ...process.env, ...env },
          args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        },
      },
    },
    {
      name: "firefox",
      testMatch: "firefox.spec.ts",
      // It starts slowly, and once for each test.
      timeout: 120_000,
      use: {
        browserName: "firefox",
        // A stock Firefox, spoken to by WebDriver BiDi: Playwright’s own build is on no package registry.
        channel: "moz-firefox",
        launchOptions: {
          executablePath: resolve("e2e/firefox.mjs"),
          env: { ...process.env, FIREFOX_PATH: process.env.E2E_FIREFOX ?? "" },
        },
      },
    },
  ],
  webServer: {
    command: "node lib/commands/serve.ts",
    url: `${baseURL}/healthz`,
    env: { PORT: port },
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
