import { execFile } from "node:child_process";
import { parseArgs, promisify } from "node:util";
import { chromium } from "@playwright/test";
import { type Served, serve } from "@/lib/commands/served";
import { type Browser, findBrowser } from "./browser.ts";

/*
 * What Lighthouse says of the pages, on a phone and on a desktop, when the verdict is painted on a slow phone, and how long an
 * answer holds up a questionnaire there. Lighthouse is large and needed rarely, so npx fetches it: npm run lighthouse [-- PATH …]
 */

const lighthouse = "lighthouse@13.5.0";

/** One page of each kind that search engines may list. */
const listed = [
  "/",
  "/questions",
  "/import",
  "/matrix",
  "/matrix/mtls-auto",
  "/options",
  "/options/istio",
  "/options/istio-vs-linkerd",
  "/options/cloud",
  "/costs",
  "/glossary",
  "/evidence",
  "/changes",
  "/method",
  "/api",
];
const result = "/r?platform=kubernetes&mtls=must&strict=must&routing=canary:important&team=five";

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
type Category = (typeof categories)[number];
const least: Readonly<Record<Category, number>> = {
  performance: 98,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
};

interface Report {
  readonly categories: Readonly<Record<Category, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<
      string,
      { readonly title: string; readonly score: number | null; readonly numericValue?: number }
    >
  >;
}

const { positionals } = parseArgs({ allowPositionals: true });
const browser = await findBrowser();
const served = await serve(".next/standalone/main.cjs", "/healthz");
const out: string[] = [];
try {
  const pages = positionals.length > 0 ? positionals : [...listed, result];
  const faults: string[] = [];
  for (const form of ["mobile", "desktop"] as const) {
    out.push(
      `\n| ${form} | performance | accessibility | best practices | SEO | verdict or largest text, s |`,
      "| --- | ---: | ---: | ---: | ---: | ---: |",
    );
    for (const page of pages) {
      const report = await ask(browser, served, page, form);
      // A result says that it is not to be listed, and that is what the audit of SEO marks down.
      const isListed = !page.startsWith("/r");
      const scores = categories.map((each) =>
        Math.round((report.categories[each].score ?? 0) * 100),
      );
      const paint = (report.audits["largest-contentful-paint"]?.numericValue ?? 0) / 1000;
      const shown = scores.map((score, at) =>
        categories[at] === "seo" && !isListed ? "not listed" : score,
      );
      out.push(`| ${[isListed ? page : "a result", ...shown, paint.toFixed(1)].join(" | ")} |`);
      for (const [at, category] of categories.entries())
        if ((scores[at] ?? 0) < least[category] && (category !== "seo" || isListed))
          faults.push(`${form} ${page}: ${category} ${scores[at]}: ${failed(report, category)}`);
    }
  }
  const paints: number[] = [];
  for (let turn = 0; turn < 5; turn++) paints.push(await verdictPainted(browser, served));
  const [median = 0] = paints.sort((a, b) => a - b).slice(2);
  out.push(
    `\nVerdict painted on Slow 4G at a quarter of the CPU: ${Math.round(median)} ms, median of five (${paints.map(Math.round).join(", ")}).`,
  );
  if (median > 1500) faults.push(`the verdict is painted after ${Math.round(median)} ms`);
  const [longest = 0, answers] = await longestTaskOfAnswers(browser, served);
  out.push(
    `\nLongest task of the page’s own thread from an answer to the new board, at a quarter of the CPU: ${longest < 50 ? "none of 50 ms or more" : `${Math.round(longest)} ms`}, in ${answers} answers.`,
  );
  if (longest >= 50) faults.push(`an answer holds the page up for ${Math.round(longest)} ms`);
  process.stdout.write(`${out.join("\n")}\n\n${faults.join("\n")}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  served.child.kill();
}

async function ask(
  { executablePath, env }: Browser,
  { port }: Served,
  page: string,
  form: "mobile" | "desktop",
): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    "npx",
    [
      "--yes",
      lighthouse,
      `http://127.0.0.1:${port}${page}`,
      "--output=json",
      "--quiet",
      `--only-categories=${categories.join()}`,
      ...(form === "desktop" ? ["--preset=desktop"] : []),
      "--chrome-flags=--headless --no-sandbox --disable-gpu",
    ],
    { env: { ...process.env, ...env, CHROME_PATH: executablePath }, maxBuffer: 2 ** 28 },
  );
  return JSON.parse(stdout);
}

/** The audits that took points off. */
function failed({ audits }: Report, category: Category): string {
  if (category === "performance")
    return [
      "first-contentful-paint",
      "largest-contentful-paint",
      "total-blocking-time",
      "cumulative-layout-shift",
      "speed-index",
    ]
      .map((id) => `${id} ${Math.round((audits[id]?.numericValue ?? 0) * 1000) / 1000}`)
      .join(", ");
  return Object.values(audits)
    .filter(({ score }) => score === 0)
    .map(({ title }) => title)
    .join("; ");
}

/** Milliseconds until the heading with the verdict is on a phone's screen, the browser new and nothing kept. */
async function verdictPainted({ executablePath, env }: Browser, { port }: Served): Promise<number> {
  const started = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await started.newPage({ viewport: { width: 412, height: 823 } });
    const address = (await page.request.get(`http://127.0.0.1:${port}${result}`)).url();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    // What the browser's own tools call Slow 4G.
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150 * 3.75,
      downloadThroughput: (1.6 * 1000 * 1000 * 0.9) / 8,
      uploadThroughput: (750 * 1000 * 0.9) / 8,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if (
            (entry as PerformanceEntry & { element?: Element }).element?.closest("h1, .result-hero")
          )
            Reflect.set(
              window,
              "verdictPainted",
              Reflect.get(window, "verdictPainted") ?? entry.startTime,
            );
      }).observe({ type: "largest-contentful-paint", buffered: true });
    });
    await page.goto(address);
    const painted = await page.waitForFunction(() => Reflect.get(window, "verdictPainted"));
    return Number(await painted.jsonValue());
  } finally {
    await started.close();
  }
}

/**
 * The longest task, in milliseconds, between an answer and the board that follows it, and how many answers were given. A browser
 * tells of tasks of 50 ms and more only: nought means that there was none.
 */
async function longestTaskOfAnswers(
  { executablePath, env }: Browser,
  { port }: Served,
): Promise<readonly [longest: number, answers: number]> {
  const started = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await started.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`http://127.0.0.1:${port}/questions`);
    await page.getByRole("radio").first().check();
    await page
      .locator(".board")
      .getByText(/of 100/)
      .first()
      .waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.evaluate(() => {
      new PerformanceObserver((list) => {
        const longest = Math.max(...list.getEntries().map(({ duration }) => duration));
        Reflect.set(window, "longest", Math.max(longest, Reflect.get(window, "longest") ?? 0));
      }).observe({ type: "longtask" });
    });
    let answers = 0;
    let longest = 0;
    while (answers < 8) {
      await page.evaluate(() => Reflect.set(window, "longest", 0));
      await page.locator("[data-question]").getByRole("radio").nth(1).check();
      answers++;
      // The board follows in its own time: the worker’s answer is drawn within these seconds.
      await page.waitForTimeout(2500);
      longest = Math.max(
        longest,
        await page.evaluate(() => Number(Reflect.get(window, "longest"))),
      );
      const next = page.getByRole("button", { name: /^Next/ });
      if (!(await next.isVisible())) break;
      await next.click();
      await page.waitForTimeout(1000);
    }
    return [longest, answers];
  } finally {
    await started.close();
  }
}
