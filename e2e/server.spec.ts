import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { listenOnce } from "@/lib/commands/port.ts";
import { expect, test } from "./test.ts";

const main = resolve(".next/standalone/main.cjs");

/** What a raw request over a socket is answered; "" if the connection is closed without a word. */
function speak(baseURL: string | undefined, text: string): Promise<string> {
  const { hostname, port } = new URL(baseURL ?? "");
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on("data", (part) => {
      answer += part;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

test("a live server says so, a ready one has rendered a result, and neither is kept", async ({
  request,
}) => {
  for (const [path, text] of [
    ["/healthz", "ok"],
    ["/readyz", "ready\n"],
  ] as const) {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    expect(response.headers()["cache-control"]).toBe("no-store");
    expect(await response.text()).toBe(text);
  }
});

test.describe("a request that used to be answered 500, or not at all", () => {
  const emoji = "%F0%9F%98%80";
  const cases: readonly [string, number, Record<string, string>?, string?][] = [
    [`/matrix?q=${"a".repeat(79)}${emoji}`, 200],
    [`/search?q=${"a".repeat(119)}${emoji}`, 200],
    ["/questions/%zz?a=x", 400],
    ["/embed/%zz", 400],
    ["/embed.js", 416, { range: "bytes=999999-" }],
    ["/embed.js", 412, { "if-match": '"x"' }],
    ["/questions", 200, { rsc: "1", "next-router-state-tree": "zz" }],
    ["/questions", 200, { "next-router-state-tree": "%5B%22%22%5D", rsc: "1" }],
    ["/questions", 405, { rsc: "1", "content-type": "multipart/form-data; boundary=x" }, "POST"],
    ["/_global-error", 404],
    ["/_next/image?url=%2Ficon.svg&w=64&q=75", 404],
    ["/document", 404],
    ["/embed.js", 405, {}, "OPTIONS"],
  ];
  for (const [path, status, headers = {}, method = "GET"] of cases)
    test(`${method} ${path.slice(0, 40)} ${JSON.stringify(headers)} answers ${status}`, async ({
      request,
    }) => {
      const response = await request.fetch(path, { method, headers });
      expect(response.status()).toBe(status);
    });

  const raw: readonly [string, RegExp | "closed"][] = [
    ["OPTIONS * HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n", /^HTTP\/1\.1 204 /],
    ["TRACE / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n", /^HTTP\/1\.1 405 /],
    ["CONNECT a:443 HTTP/1.1\r\nhost: a\r\n\r\n", "closed"],
    ["GET / HTTP/1.1\r\n\r\n", /^HTTP\/1\.1 400 /],
    ["GET / HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n", /^HTTP\/1\.1 400 /],
    [`GET / HTTP/1.1\r\nhost: a\r\na: ${"b".repeat(17_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    [
      "GET /none HTTP/1.1\r\nhost: a\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n",
      /^HTTP\/1\.1 400 /,
    ],
    ["GET http://b/healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n", /^HTTP\/1\.1 200 /],
  ];
  for (const [text, expected] of raw)
    test(`${JSON.stringify(text.slice(0, 50))} ends`, async ({ baseURL }) => {
      const answer = await speak(baseURL, text);
      if (expected === "closed") expect(answer).toBe("");
      else expect(answer).toMatch(expected);
    });

  test("a body over 16 kB is refused before it is read", async ({ baseURL }) => {
    const head = "POST /api/v1/recommend HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n";
    expect(statusOf(await speak(baseURL, `${head}content-length: 10000000\r\n\r\n`))).toBe(413);
  });
});

test("a damaged link in any form is answered 400, with the page that says so", async ({
  request,
}) => {
  for (const path of [
    "/r/%zz",
    "/r/xxxx",
    "/r/xxxx/plan",
    "/r/xxxx/kit",
    "/share/xxxx",
    "/share/%zz",
  ]) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(400);
    expect(await response.text(), path).toContain("This link cannot be opened");
  }
});

test("a document needs no framework in the browser", async ({ request }) => {
  const { url, headers, html } = await readResult(request);
  expect(headers["content-security-policy"]).toMatch(/script-src 'self';/);
  expect(html).not.toMatch(/_next\/static\/[^"]*\.js|__next_f|<script>/);
  for (const path of [`${url}/plan`, `${url}/kit`]) {
    const text = await (await request.get(path)).text();
    expect(text, path).not.toMatch(/_next\/static\/[^"]*\.js|__next_f|<script>/);
  }
});

test("a result is the same bytes for all, and says 304 to one who has it", async ({ request }) => {
  const { url, headers, html } = await readResult(request);
  expect(headers["cache-control"]).toBe(
    "public, max-age=300, s-maxage=86400, stale-while-revalidate=604800",
  );
  expect(headers.vary).toBe("Accept-Encoding");
  const again = await request.get(url);
  expect(await again.text()).toBe(html);
  const known = await request.get(url, { headers: { "if-none-match": headers.etag ?? "" } });
  expect(known.status()).toBe(304);
  const titled = await (await request.get(`${url}?title=Payments`)).text();
  expect(titled).toContain("Payments");
  expect(await (await request.get(url)).text()).not.toContain("Payments");
});

test("no header of a stranger gets into a page that others are served", async ({ request }) => {
  const { url } = await readResult(request);
  const hostile = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "javascript" };
  const [own, strange] = await Promise.all([
    request.get(url),
    request.get(url, { headers: { ...hostile, host: "evil.example" } }),
  ]);
  expect(strange.status()).toBe(200);
  expect(await own.text()).not.toContain("evil");
  expect(await (await request.get(url, { headers: hostile })).text()).not.toContain("evil");
});

test("every kind of answer carries the headers that protect", async ({ request }) => {
  const { url } = await readResult(request);
  for (const path of ["/", url, "/questions", "/none", "/embed.js", `${url}/card.svg`]) {
    const headers = (await request.get(path)).headers();
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["cross-origin-resource-policy"], path).toBe(
      /embed|card/.test(path) ? "cross-origin" : "same-origin",
    );
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["strict-transport-security"], path).toBeUndefined();
  }
});

test("an assistant asks for one thing at a time", async ({ request }) => {
  const call = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const response = await request.post("/mcp", {
    headers: { accept: "application/json, text/event-stream" },
    data: [call, call],
  });
  expect(response.status()).toBe(400);
  expect(await response.json()).toMatchObject({
    error: { message: expect.stringMatching(/one call in a request/) },
  });
});

test("every file that names the site names where it is asked for", async ({ request, baseURL }) => {
  for (const path of ["/sitemap.xml", "/robots.txt", "/feed.xml", "/dates.ics"]) {
    const text = await (await request.get(path)).text();
    expect(text, path).toContain(`${baseURL}/`);
    expect(text, path).not.toContain("localhost:3000");
  }
  for (const path of ["/", "/matrix", "/matrix/retries", "/costs", "/method", "/glossary"]) {
    const html = await (await request.get(path)).text();
    const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
    expect(canonical, path).toBe(new URL(path, baseURL).href);
    expect(html, path).not.toContain("localhost:3000");
  }
});

test("crawlers are kept off what a result leads to, and may fetch the result", async ({
  request,
}) => {
  const { html } = await readResult(request);
  expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>');
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots.split("\n")).toEqual(expect.arrayContaining(["Disallow: /r/*/", "Disallow: /r?"]));
});

test("while many new results are asked for, the server lives, and turns away what it cannot do", async ({
  request,
}) => {
  const load = Array.from({ length: 150 }, (_, index) =>
    request.get(`/r?platform=kubernetes&mtls=must&title=${index}&services=${index % 5}`),
  );
  const health: number[] = [];
  const loaded = Promise.all(load);
  let isOver = false;
  loaded.finally(() => {
    isOver = true;
  });
  while (!isOver) health.push((await request.get("/healthz")).status());
  const statuses = (await loaded).map((response) => response.status());
  expect(new Set(health)).toEqual(new Set([200]));
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(statuses).toContain(200);
});

test.describe("a server that was given something wrong", () => {
  const cases = [
    [{ SITE_URL: "mesh.example" }, /^SITE_URL is "mesh\.example"/],
    [{ EMBED_ANCESTORS: "a; script-src *" }, /^EMBED_ANCESTORS holds/],
    [{ PORT: "x", HSTS: "x" }, /^HSTS is "x".*\nPORT is "x"/],
    [{ MESH_ADVISOR_OVERLAY: "/none" }, /MESH_ADVISOR_OVERLAY names \/none, which cannot be read/],
  ] as const;
  for (const [environment, sentence] of cases)
    test(`does not start with ${JSON.stringify(environment)}, and says why`, async () => {
      const { code, said } = await runServer(environment);
      expect(code).toBe(1);
      expect(said).toMatch(sentence);
    });
});

test("a server that cannot make kits does not start, and says so", async () => {
  const copy = mkdtempSync(join(tmpdir(), "standalone-"));
  try {
    cpSync(dirname(main), copy, { recursive: true });
    // Its shape is right; what is wrong shows when a kit is made of it.
    appendFileSync(join(copy, "data/kits/shared/look.sh"), "\n#when no-such-condition\n#end\n");
    const { code, said } = await runServer({}, join(copy, "main.cjs"));
    expect(said).toMatch(/^A starter kit cannot be rendered: the log says why\.$/m);
    expect(said).toContain('no condition is called "no-such-condition"');
    expect(code).toBe(1);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test("Next by itself refuses to serve the build, and says what does", async () => {
  const { code, said } = await runServer({}, "node_modules/next/dist/bin/next", ["start"]);
  expect(said).toContain("Serve this build with npm start, or with node main.cjs in its folder.");
  expect(code).toBe(1);
});

test("a server names the site as it is told to, whatever it is asked as", async () => {
  const port = await listenOnce(0);
  const { child, said } = startServer({ PORT: String(port), SITE_URL: "https://mesh.example.org" });
  try {
    await expect.poll(said, { timeout: 30_000 }).toContain("Serving on https://mesh.example.org");
    for (const path of ["/sitemap.xml", "/robots.txt", "/feed.xml", "/dates.ics", "/", "/costs"]) {
      const text = await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
      expect(text, path).toContain("https://mesh.example.org/");
      expect(text, path).not.toContain("127.0.0.1");
    }
  } finally {
    child.kill();
  }
});

test("what is shipped brings its licences and a list of itself, and nothing that has neither", () => {
  const folder = dirname(main);
  const { components } = JSON.parse(readFileSync(join(folder, "sbom.cdx.json"), "utf8"));
  const named = components.map(({ name }: { name: string }) => name);
  const shipped = globSync(["*/package.json", "@*/*/package.json"], {
    cwd: join(folder, "node_modules"),
  }).map((file) => dirname(file));
  expect(shipped.length).toBeGreaterThan(5);
  expect(named).toEqual(expect.arrayContaining(shipped));
  // What resizes pictures, with a library under the LGPL: nothing here needs it.
  expect(named.filter((name: string) => /sharp/.test(name))).toEqual([]);
  for (const { name, version } of components)
    expect(readdirSync(join(folder, "licences", `${name}@${version}`)), name).not.toEqual([]);
  for (const text of ["LICENSE", "data/LICENSE", "licences/next@*/dist/compiled/react-dom/LICENSE"])
    expect(globSync(text, { cwd: folder }), text).not.toEqual([]);
});

test("a server that is told to end answers what it has in hand first", async () => {
  const port = await listenOnce(0);
  const { child, said } = startServer({ PORT: String(port) });
  await expect.poll(said, { timeout: 30_000 }).toContain("Serving on");
  const head = "GET /r?platform=kubernetes&mtls=must HTTP/1.1\r\nhost: a\r\n\r\n";
  const inHand = speak(`http://127.0.0.1:${port}`, head);
  // Time to arrive; whether it is answered by then does not matter.
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.kill("SIGTERM");
  expect(statusOf(await inHand)).toBe(307);
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(code).toBe(0);
});

function startServer(environment: Record<string, string>, file = main, args: string[] = []) {
  let text = "";
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...environment },
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part) => {
      text += part;
    });
  return { child, said: () => text };
}

async function runServer(environment: Record<string, string>, file = main, args: string[] = []) {
  const own = { PORT: String(await listenOnce(0)), ...environment };
  const { child, said } = startServer(own, file, args);
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, said: said().replace(/^.*next\.config.*\n/gm, "") };
}

async function readResult(request: import("@playwright/test").APIRequestContext) {
  const led = await request.get("/r?platform=kubernetes&mtls=must", { maxRedirects: 0 });
  const url = led.headers().location ?? "";
  const response = await request.get(url);
  expect(response.status()).toBe(200);
  return { url, headers: response.headers(), html: await response.text() };
}
