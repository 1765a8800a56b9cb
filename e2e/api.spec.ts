import type { APIRequestContext, APIResponse } from "@playwright/test";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expectAccessible } from "./axe.ts";
import { expectNoSidewaysScroll } from "./no-sideways-scroll.ts";
import { expect, test } from "./test.ts";

type Json = Record<string, unknown>;
type Preset = { id: string; code: string; answers: Record<string, unknown> };
type Result = {
  code: string;
  verdict: { word: string; label: string; heading: string; certainty: string };
  options: { option: string; label: string; ruledOut: boolean; score: number; shares: number[] }[];
  needs: { capability: string; cells: { variant: string; support: string }[] }[];
};

const json = "application/json";
const problemJson = "application/problem+json";

async function presetsOf(request: APIRequestContext): Promise<readonly Preset[]> {
  const response = await request.get("/api/v1/questions");
  const { presets } = await response.json();
  expect(presets.length).toBeGreaterThan(5);
  return presets;
}

/** Validators for the schemas that the served document names. */
async function readDocument(request: APIRequestContext) {
  const document = await (await request.get("/api/v1/openapi.json")).json();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, "openapi");
  const schemaFor = (pointer: string): ValidateFunction => {
    const validate = ajv.getSchema(`openapi${pointer}`);
    if (!validate) throw new RangeError(`the document has no ${pointer}`);
    return validate;
  };
  return { document, schemaFor, textOf: ajv.errorsText.bind(ajv) };
}

async function expectValid(request: APIRequestContext, schema: string, value: unknown) {
  const { schemaFor, textOf } = await readDocument(request);
  const validate = schemaFor(`#/components/schemas/${schema}`);
  expect(validate(value), textOf(validate.errors)).toBe(true);
}

async function expectProblem(response: APIResponse, status: number, kind: string): Promise<Json> {
  expect(response.status()).toBe(status);
  expect(response.headers()["content-type"]).toBe(problemJson);
  expect(response.headers()["cache-control"]).toBe("no-store");
  const problem = await response.json();
  expect(problem.status).toBe(status);
  expect(problem.type).toMatch(new RegExp(`^http://.+/api#${kind}$`));
  expect(problem.detail.length).toBeGreaterThan(20);
  return problem;
}

test("the document is OpenAPI 3.1, and every example it names answers as it says", async ({
  request,
}) => {
  const { document, schemaFor, textOf } = await readDocument(request);
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  const [preset] = await presetsOf(request);
  const asked: Record<string, string> = {
    "/api/v1/recommend": "/api/v1/recommend?platform=kubernetes&stack=cilium,otel",
    "/api/v1/questions": "/api/v1/questions",
    "/api/v1/matrix": "/api/v1/matrix",
    "/api/v1/matrix/{capability}": "/api/v1/matrix/retries",
    "/api/v1/compare": `/api/v1/compare?codes=${preset?.code},000Eo`,
  };
  expect(Object.keys(document.paths).sort()).toEqual(Object.keys(asked).sort());
  for (const [path, address] of Object.entries(asked)) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    expect(response.headers()["content-type"]).toBe(json);
    const escaped = path.replaceAll("~", "~0").replaceAll("/", "~1");
    const validate = schemaFor(
      `#/paths/${encodeURIComponent(escaped)}/get/responses/200/content/application~1json/schema`,
    );
    expect(validate(await response.json()), `${path}: ${textOf(validate.errors)}`).toBe(true);
  }
});

test("API, page, embed and exports agree on every preset", async ({ request }) => {
  test.slow();
  for (const { id, code, answers } of await presetsOf(request)) {
    const got = await request.get(`/api/v1/recommend?code=${code}`);
    const text = await got.text();
    const result: Result = JSON.parse(text);
    await expectValid(request, "Result", result);
    expect(result.code, id).toBe(code);

    const posted = await request.post("/api/v1/recommend", { data: { answers } });
    expect(await posted.text(), `${id}, posted`).toBe(text);
    expect(await (await request.get(`/r/${code}/result.json`)).text(), `${id}, file`).toBe(text);

    const page = plain(await (await request.get(`/r/${code}`)).text());
    const embed = plain(await (await request.get(`/embed/${code}?view=full`)).text());
    const adr = await (await request.get(`/r/${code}/adr.md`)).text();
    const markdown = await (await request.get(`/r/${code}/result.md`)).text();
    const csv = await (await request.get(`/r/${code}/fit.csv`)).text();
    for (const form of [page, embed, adr, markdown])
      expect(form, id).toContain(result.verdict.heading);
    expect(page).toContain(result.verdict.certainty.slice(1, -1));
    for (const { label, ruledOut, score } of result.options) {
      expect(page, `${id}: score of ${label}`).toContain(score.toFixed(1));
      expect(markdown, `${id}: score of ${label}`).toContain(`| ${score.toFixed(1)} |`);
      if (!ruledOut)
        expect(adr, `${id}: score of ${label}`).toContain(`${score.toFixed(1)} of 100`);
    }
    const { word, label } = result.verdict;
    if (word === "clear" || word === "leaning") {
      for (const form of [page, embed]) expect(form).toContain(label);
      expect(markdown).toContain(`**${label}:**`);
    }
    const rows = csv.trim().split("\r\n").slice(1);
    expect(rows).toHaveLength(result.needs.length);
    result.needs.forEach(({ capability, cells }, index) => {
      expect(rows[index]).toContain(`,${capability},`);
      for (const { support } of cells) expect(rows[index]).toContain(support);
    });
  }
});

/** The words of a page. */
function plain(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, " ")
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

test("readable parameters, a code and a posted body ask for the same", async ({ request }) => {
  const byQuery = await request.get(
    "/api/v1/recommend?platform=kubernetes&routing=canary:must,mirror:nice&stack=cilium&title=Payments",
  );
  const byBody = await request.post("/api/v1/recommend", {
    data: {
      answers: {
        platform: "kubernetes",
        routing: { canary: "must", mirror: "nice" },
        stack: ["cilium"],
      },
      title: "Payments",
    },
  });
  const { code, title, links } = await byQuery.json();
  expect(title).toBe("Payments");
  expect(links.html).toContain(`/r/${code}?title=Payments`);
  expect(await byBody.text()).toBe(await byQuery.text());
  const byCode = await request.get(`/api/v1/recommend?code=${code}&title=Payments`);
  expect(await byCode.text()).toBe(await byQuery.text());
});

test("every error is problem details that name the fix", async ({ request }) => {
  const post = (data: string, type = json) =>
    request.post("/api/v1/recommend", {
      // As bytes: a text that is no JSON would be sent as a JSON string.
      data: Buffer.from(data),
      headers: { "content-type": type },
    });
  const answers = (value: unknown) => post(JSON.stringify({ answers: value }));
  const cases: readonly [() => Promise<APIResponse>, number, string, RegExp][] = [
    [
      () => request.get("/api/v1/recommend?code=nonsense!"),
      400,
      "bad-code",
      /not one of our codes/,
    ],
    [() => request.get("/api/v1/recommend?code=000Eq"), 400, "bad-code", /damaged/],
    [() => request.get("/api/v1/recommend?platform=kube"), 400, "bad-answers", /kubernetes/],
    [() => request.get("/api/v1/recommend?colour=red"), 400, "bad-answers", /no question/],
    [() => request.get("/api/v1/compare"), 400, "bad-request", /two to six/],
    [() => request.get("/api/v1/compare?codes=000Eo,xx!"), 400, "bad-code", /xx!/],
    [() => request.get("/api/v1/matrix/nope"), 404, "not-found", /id of a capability/],
    [() => request.get("/api/v1/nope"), 404, "not-found", /openapi\.json/],
    [() => request.get("/api/v2/recommend"), 404, "not-found", /openapi\.json/],
    [() => request.delete("/api/v1/nope"), 404, "not-found", /openapi\.json/],
    [() => request.delete("/api/v1/recommend"), 405, "method-not-allowed", /GET or HEAD or POST/],
    [() => request.post("/api/v1/questions"), 405, "method-not-allowed", /Use GET or HEAD/],
    [() => post("{"), 400, "bad-request", /not JSON/],
    [() => post(""), 400, "bad-request", /empty/],
    [() => post("[]"), 400, "bad-request", /answers/],
    [() => post('{"answers":{},"extra":1}'), 400, "bad-request", /extra/],
    [() => answers({ platform: "kube" }), 400, "bad-answers", /\/answers\/platform/],
    [() => answers({ routing: { nope: "must" } }), 400, "bad-answers", /\/answers\/routing\/nope/],
    [() => answers({ mtls: ["must"] }), 400, "bad-answers", /no, nice, important or must/],
    [() => answers({ colour: "red" }), 400, "bad-answers", /api\/v1\/questions/],
    [() => post("{}", "text/plain"), 415, "unsupported-media-type", /application\/json/],
    [() => post(JSON.stringify({ title: "x".repeat(17_000) })), 413, "too-large", /16 kB/],
  ];
  for (const [ask, status, kind, mend] of cases) {
    const problem = await expectProblem(await ask(), status, kind);
    expect(JSON.stringify(problem)).toMatch(mend);
    await expectValid(request, "Problem", problem);
  }
  const refused = await request.put("/api/v1/recommend");
  expect(refused.headers().allow).toBe("GET, HEAD, POST, OPTIONS");
});

test("every kind of problem is explained where its type points", async ({ page, request }) => {
  const problem = await expectProblem(await request.get("/api/v1/nope"), 404, "not-found");
  await page.goto(String(problem.type));
  await expect(page.locator("#not-found")).toBeInViewport();
  for (const kind of ["bad-code", "bad-answers", "too-large", "unsupported-media-type"])
    await expect(page.locator(`#${kind}`)).toHaveCount(1);
});

test("caches may hold what depends on address and release, and may ask whether it still holds", async ({
  request,
}) => {
  const kept = [
    "/api/v1/questions",
    "/api/v1/matrix",
    "/api/v1/matrix/retries",
    "/api/v1/openapi.json",
    "/api/v1/recommend?code=000Eo",
    "/api/v1/compare?codes=000Eo,0KCz1pgMYew",
    "/llms.txt",
  ];
  for (const address of kept) {
    const first = await request.get(address);
    expect(first.status(), address).toBe(200);
    const { etag = "", ...headers } = first.headers();
    expect(headers["cache-control"]).toMatch(/^public, .*stale-while-revalidate/);
    expect(headers["set-cookie"]).toBeUndefined();
    const again = await request.get(address, { headers: { "if-none-match": `"x", ${etag}` } });
    expect(again.status(), address).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers().etag).toBe(etag);
    const other = await request.get(address, { headers: { "if-none-match": '"x"' } });
    expect(other.status(), address).toBe(200);
    const head = await request.head(address);
    expect(head.headers().etag).toBe(etag);
    expect(await head.text()).toBe("");
  }
  const posted = await request.post("/api/v1/recommend", { data: { answers: {} } });
  expect(posted.headers()["cache-control"]).toBe("no-store");
});

test("no header of a stranger gets into what caches hold", async ({ request }) => {
  for (const address of ["/api/v1/recommend?code=000Eo", "/r/000Eo/adr.md", "/llms.txt"]) {
    const clean = await (await request.get(address)).text();
    const poisoned = await request.get(address, {
      headers: { "x-forwarded-host": "evil.example", forwarded: "host=evil.example" },
    });
    expect(await poisoned.text()).toBe(clean);
  }
});

test("any site may read, and may ask with JSON", async ({ request }) => {
  const origin = "https://docs.example";
  const read = await request.get("/api/v1/questions", { headers: { origin } });
  expect(read.headers()["access-control-allow-origin"]).toBe("*");
  const preflight = await request.fetch("/api/v1/recommend", {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });
  expect(preflight.status()).toBe(204);
  const allowed = preflight.headers();
  expect(allowed["access-control-allow-origin"]).toBe("*");
  expect(allowed["access-control-allow-methods"]).toContain("POST");
  expect(allowed["access-control-allow-headers"]).toContain("content-type");
  expect(allowed["access-control-allow-credentials"]).toBeUndefined();
  const posted = await request.post("/api/v1/recommend", {
    data: { answers: {} },
    headers: { origin },
  });
  expect(posted.headers()["access-control-allow-origin"]).toBe("*");
});

test("nothing that is sent breaks it", async ({ request }) => {
  test.slow();
  const { questions } = await (await request.get("/api/v1/questions")).json();
  const ids: string[] = questions.map(({ id }: { id: string }) => id);
  const id = fc.oneof(fc.constantFrom(...ids, "__proto__", "constructor"), fc.string());
  const answer = fc.oneof(
    fc.constantFrom("must", "no", "unsure", "kubernetes", "one"),
    fc.string({ unit: "binary" }),
    fc.array(fc.string()),
    fc.dictionary(fc.string(), fc.constantFrom("must", "no", "nice", 1, null)),
    fc.jsonValue(),
  );
  const near = fc.record(
    {
      answers: fc.dictionary(id, answer),
      title: fc.oneof(fc.string({ unit: "binary" }), fc.nat()),
    },
    { requiredKeys: ["answers"] },
  );
  const body = fc.oneof(
    near.map((value) => JSON.stringify(value)),
    fc.json(),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(body, async (data) => {
      const response = await request.post("/api/v1/recommend", {
        data: Buffer.from(data),
        headers: { "content-type": json },
      });
      expect([200, 400, 413]).toContain(response.status());
      if (response.status() !== 200) expect(response.headers()["content-type"]).toBe(problemJson);
    }),
    { numRuns: 150 },
  );
  const query = fc.array(fc.tuple(id, fc.string({ unit: "grapheme" })), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(query, async (entries) => {
      const response = await request.get(`/api/v1/recommend?${new URLSearchParams(entries)}`);
      expect([200, 400]).toContain(response.status());
    }),
    { numRuns: 60 },
  );
});

test("the page that explains it is whole without scripts and leads nowhere wrong", async ({
  browser,
  request,
}) => {
  test.slow();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/api");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("program or an assistant");
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(hrefs.length).toBeGreaterThan(20);
  for (const href of new Set(hrefs)) {
    if (href.startsWith("#")) await expect(page.locator(href), href).toHaveCount(1);
    else expect((await request.get(href)).status(), href).toBe(200);
  }
  await context.close();
});

test("the page that explains it is accessible and fits a phone", async ({ page }) => {
  await page.goto("/api");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto("/api");
  await expectNoSidewaysScroll(page);
});
