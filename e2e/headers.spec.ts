import { globSync } from "node:fs";
import { request as ask, type IncomingMessage } from "node:http";
import { expect, test } from "@playwright/test";

const revalidated = "public, max-age=300, s-maxage=86400, stale-while-revalidate=604800";
const unkept = "no-store";
const hashes = "(?: 'sha256-[\\w+/=]{44}')+";

/** What may run in a page: our own files; with them what Next hands over inline, by its hash; nothing; or any policy for no page. */
const policies = {
  document: /(?:^|; )script-src 'self';/,
  application: new RegExp(`(?:^|; )script-src 'self'${hashes};`),
  embed: /^default-src 'none'; (?!.*script-src)/,
  file: /^(?!.*nonce-)/,
} as const;

interface Row {
  readonly path: string;
  readonly status?: number;
  readonly caching?: string | undefined;
  readonly referrer?: string;
  readonly policy: keyof typeof policies;
  /** Pages of others may show or read it. */
  readonly forOthers?: boolean;
}

const document = (path: string): Row => ({ path, policy: "document" });
const application = (path: string): Row => ({ path, policy: "application" });
const file = (path: string): Row => ({ path, policy: "file", forOthers: true });

/** One address for each route in app/, which CODE and ORIGIN are put into. */
const rows: Readonly<Record<string, Row>> = {
  "/": document("/"),
  "/[...path]": { ...document("/none/none"), status: 404, caching: unkept },
  // Its address holds all answers so far, so no other site is told where a reader came from.
  "/answer": {
    ...file("/answer"),
    status: 303,
    caching: unkept,
    forOthers: false,
    referrer: "same-origin",
  },
  "/api": document("/api"),
  "/api/[...path]": { ...file("/api/none"), status: 404, caching: unkept },
  "/api/v1/compare": file("/api/v1/compare?codes=CODE,OTHER"),
  "/api/v1/matrix": file("/api/v1/matrix"),
  "/api/v1/matrix/[capability]": file("/api/v1/matrix/retries"),
  "/api/v1/openapi.json": file("/api/v1/openapi.json"),
  "/api/v1/questions": file("/api/v1/questions"),
  "/api/v1/recommend": file("/api/v1/recommend?platform=kubernetes"),
  "/changes": document("/changes"),
  "/compare": document("/compare?r=CODE&r=OTHER"),
  "/corrections": document("/corrections"),
  "/costs": application("/costs"),
  "/dates.ics": file("/dates.ics"),
  "/document": { path: "/document", status: 404, caching: unkept, policy: "file" },
  "/embed/[...path]": { path: "/embed/CODE", policy: "embed", forOthers: true },
  "/evidence": document("/evidence"),
  "/feed.xml": file("/feed.xml"),
  "/glossary": document("/glossary"),
  "/import": application("/import"),
  "/llms.txt": file("/llms.txt"),
  "/matrix": application("/matrix"),
  "/matrix.csv": file("/matrix.csv"),
  "/matrix.json": file("/matrix.json"),
  "/matrix/[capability]": document("/matrix/retries"),
  "/matrix/filtered": application("/matrix?q=tls"),
  "/mcp": { ...file("/mcp"), status: 405, caching: unkept },
  "/method": document("/method"),
  "/oembed": file("/oembed?url=ORIGIN/r/CODE"),
  "/options": document("/options"),
  "/options/[slug]": document("/options/istio"),
  "/options/cloud": document("/options/cloud"),
  "/questions": application("/questions"),
  "/questions/[section]": application("/questions/identity"),
  "/questions/all": application("/questions/all"),
  "/questions/review": application("/questions/review"),
  "/r": { path: "/r?platform=kubernetes", status: 307, caching: undefined, policy: "file" },
  "/r/[code]": document("/r/CODE"),
  "/r/[code]/adr.md": file("/r/CODE/adr.md"),
  "/r/[code]/badge.svg": file("/r/CODE/badge.svg"),
  "/r/[code]/card.png": file("/r/CODE/card.png"),
  "/r/[code]/card.svg": file("/r/CODE/card.svg"),
  "/r/[code]/fit.csv": file("/r/CODE/fit.csv"),
  "/r/[code]/kit": document("/r/CODE/kit"),
  "/r/[code]/kit.zip": file("/r/CODE/kit.zip"),
  "/r/[code]/one-page": document("/r/CODE/one-page"),
  "/r/[code]/plan": document("/r/CODE/plan"),
  "/r/[code]/result.json": file("/r/CODE/result.json"),
  "/r/[code]/result.md": file("/r/CODE/result.md"),
  "/r/[code]/revisit.ics": file("/r/CODE/revisit.ics"),
  "/r/bad-link": { ...document("/r/xxxx"), status: 400, caching: unkept },
  "/readyz": { path: "/readyz", caching: unkept, policy: "file" },
  "/robots.txt": { path: "/robots.txt", policy: "file" },
  "/search": application("/search?q=tls"),
  "/search-index.json": file("/search-index.json"),
  "/share/[code]": application("/share/CODE"),
  "/sitemap.xml": { path: "/sitemap.xml", policy: "file" },
};

/** Answered by lib/server itself. */
const others: readonly Row[] = [
  { path: "/healthz", caching: unkept, policy: "file" },
  { path: "/icon.svg", policy: "file" },
  file("/schemas/result.schema.json"),
  {
    ...file("/embed.js"),
    caching: "public, max-age=3600, stale-while-revalidate=86400",
  },
];

test("the table has a row for every route there is", () => {
  const routes = globSync("app/**/{page,route}.{ts,tsx}").map(
    (path) => path.replace(/^app/, "").replace(/\/(?:page|route)\.tsx?$/, "") || "/",
  );
  expect(Object.keys(rows).sort()).toEqual(routes.sort());
});

for (const row of [...Object.values(rows), ...others])
  test(`${row.path} carries the headers it should, and HEAD, conditions and ranges hold`, async ({
    request,
    baseURL: site,
  }) => {
    const baseURL = site ?? "";
    const { presets } = await (await request.get("/api/v1/questions")).json();
    const path = row.path
      .replaceAll("CODE", presets[0].code)
      .replaceAll("OTHER", presets[1].code)
      .replaceAll("ORIGIN", baseURL);
    const get = (headers = {}, method = "GET") => read(new URL(path, baseURL), method, headers);
    const { status = 200, policy, forOthers = false } = row;
    const whole = await get();
    const caching = "caching" in row ? row.caching : revalidated;

    expect(whole.status).toBe(status);
    expect(whole.headers["x-content-type-options"]).toBe("nosniff");
    expect(whole.headers["referrer-policy"]).toBe(
      row.referrer ?? "strict-origin-when-cross-origin",
    );
    expect(whole.headers["permissions-policy"]).toContain("camera=()");
    expect(whole.headers["cross-origin-resource-policy"]).toBe(
      forOthers ? "cross-origin" : "same-origin",
    );
    expect(whole.headers["set-cookie"]).toBeUndefined();
    expect(whole.headers["x-powered-by"]).toBeUndefined();
    expect(whole.headers["x-frame-options"]).toBe(policy === "embed" ? undefined : "DENY");
    expect(whole.headers["cache-control"]).toBe(caching);
    const isPage = whole.headers["content-type"]?.startsWith("text/html") ?? false;
    expect(isPage).toBe(policy !== "file");
    expect(whole.headers["content-security-policy"] ?? "").toMatch(policies[policy]);
    if (isPage) expect(whole.headers["content-security-policy"]).toContain("base-uri 'none'");

    const head = await get({}, "HEAD");
    expect(head.status).toBe(status);
    expect(head.body).toHaveLength(0);
    expect(withoutDate(head.headers)).toEqual(withoutDate(whole.headers));

    if (status !== 200) return;
    const known = await get({ "if-none-match": `"x", ${whole.headers.etag}` });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    for (const name of ["etag", "cache-control", "vary"])
      expect(known.headers[name], name).toBe(whole.headers[name]);
    expect((await get({ "if-match": '"x"' })).status).toBe(412);
    const part = await get({ range: "bytes=1-1" });
    expect(part.status).toBe(206);
    expect(part.headers["content-range"]).toBe(`bytes 1-1/${whole.body.length}`);
    expect(part.body).toEqual(whole.body.subarray(1, 2));
    expect((await get({ range: "bytes=99999999-" })).status).toBe(416);
    expect((await get({ range: "bytes=1-2", "if-range": '"x"' })).body).toEqual(whole.body);
  });

function withoutDate({ date: _, ...headers }: IncomingMessage["headers"]) {
  return headers;
}

/** Without what a browser or a client library adds or undoes. */
function read(url: URL, method: string, headers: Record<string, string>) {
  return new Promise<{ status?: number; headers: IncomingMessage["headers"]; body: Buffer }>(
    (resolve, reject) => {
      const sent = ask(url, { method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part) => parts.push(part));
        response.once("end", () => {
          const { statusCode: status = 0, headers: got } = response;
          resolve({ status, headers: got, body: Buffer.concat(parts) });
        });
      });
      sent.once("error", reject);
      sent.end();
    },
  );
}
