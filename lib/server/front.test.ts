import { type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { revalidated } from "@/lib/security/headers";
import { Front } from "./front";
import { type Answer, Busy, type Question } from "./renderers";

const opened: Front[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((front) => front.close(0)));
});

const settings = {
  origin: undefined,
  caching: "public",
  keptBytes: 1e6,
  hsts: undefined,
  securityContact: undefined,
} as const;

type Ask = (question: Question, signal?: AbortSignal) => Answer | Promise<Answer>;

/** A front that asks this instead of a thread, and notes what it asked. */
async function openFront(answer: Ask, own: object = {}) {
  const asked: Question[] = [];
  const front = new Front({
    settings: { ...settings, ...own },
    frame: { className: "", links: [] },
    files: () => undefined,
    ask: async (question, _, signal) => {
      asked.push(question);
      return answer(question, signal);
    },
  });
  opened.push(front);
  await new Promise<void>((resolve) => front.server.listen(0, "127.0.0.1", resolve));
  const { port } = front.server.address() as AddressInfo;
  return { asked, port };
}

interface Read {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

function read(port: number, path: string, headers: object = {}, method = "GET"): Promise<Read> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: "127.0.0.1", path, method, headers: { ...headers } },
      (got) => {
        const parts: Buffer[] = [];
        got.on("data", (part) => parts.push(part));
        got.on("end", () =>
          resolve({ status: got.statusCode, headers: got.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    sent.once("error", reject);
    sent.end();
  });
}

/** A page that names where it was asked for, so that a copy handed to the wrong reader is seen. */
const page = ({ url, headers }: Question): Answer => ({
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": revalidated },
  body: Buffer.from(
    `${headers["x-forwarded-proto"]}://${headers.host}${url} ${"text ".repeat(500)}`,
  ),
});

test("what may be kept is rendered once, and sent in the form each reader takes", async () => {
  const { asked, port } = await openFront(page);
  const plain = await read(port, "/r/abc");
  const br = await read(port, "/r/abc", { "accept-encoding": "gzip, br" });
  const gzip = await read(port, "/r/abc", { "accept-encoding": "gzip, br;q=0" });
  const head = await read(port, "/r/abc", {}, "HEAD");
  expect(asked).toHaveLength(1);
  expect(br.headers["content-encoding"]).toBe("br");
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(brotliDecompressSync(br.body)).toEqual(plain.body);
  expect(gunzipSync(gzip.body)).toEqual(plain.body);
  expect(br.body.length).toBeLessThan(plain.body.length / 5);
  expect(head.body).toHaveLength(0);
  expect(head.headers["content-length"]).toBe(String(plain.body.length));
  for (const { headers } of [plain, br, gzip, head]) {
    expect(headers.vary).toBe("Accept-Encoding");
    expect(headers.etag).toBe(plain.headers.etag);
    expect(headers["cache-control"]).toBe(revalidated);
  }
  const again = await read(port, "/r/abc", { "if-none-match": plain.headers.etag });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const other = await read(port, "/r/abc", { "if-none-match": '"other"' });
  expect(other.status).toBe(200);
});

test("each query that matters has its own copy, and what counts visits has none", async () => {
  const { asked, port } = await openFront(page);
  for (const path of ["/r/abc", "/r/abc?title=A", "/r/abc?title=B", "/r/abc?utm_source=mail"])
    for (let time = 0; time < 2; time++)
      expect((await read(port, path)).body.toString()).toContain(
        path.replace("?utm_source=mail", ""),
      );
  expect(asked.map(({ url }) => url)).toEqual(["/r/abc", "/r/abc?title=A", "/r/abc?title=B"]);
});

test("no header of one reader gets into the copy of another", async () => {
  const { port } = await openFront(page);
  const hostile = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
  };
  expect((await read(port, "/r/abc", hostile)).body.toString()).toContain("https://evil.example/");
  const own = await read(port, "/r/abc", {
    host: "mesh.example",
    "x-forwarded-host": "evil.example",
  });
  expect(own.body.toString()).toContain("http://mesh.example/");
  expect(own.body.toString()).not.toContain("evil");
  expect((await read(port, "/r/abc", { host: 'a"b' })).status).toBe(400);
  const wrong = await read(port, "/r/abc", { "x-forwarded-proto": "javascript" });
  expect(wrong.body.toString()).not.toContain("javascript");
});

test("with a published address no header names another", async () => {
  const { asked, port } = await openFront(page, { origin: "https://mesh.example" });
  for (const host of ["evil.example", "mesh.example", "127.0.0.1"])
    expect((await read(port, "/r/abc", { host })).body.toString()).toContain(
      "https://mesh.example/",
    );
  expect(asked).toHaveLength(1);
});

test("many who ask at once for the same wait for one rendering", async () => {
  let finish = () => {};
  const { asked, port } = await openFront(
    (question) =>
      new Promise((resolve) => {
        finish = () => resolve(page(question));
      }),
  );
  const readers = Array.from({ length: 50 }, () => read(port, "/r/abc"));
  await new Promise((resolve) => setTimeout(resolve, 100));
  finish();
  expect((await Promise.all(readers)).map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect(asked).toHaveLength(1);
});

test("what is for one reader only is neither kept nor handed to a second", async () => {
  let count = 0;
  const { port } = await openFront(() => ({
    status: 200,
    headers: { "content-type": "text/html", "cache-control": "private, no-store" },
    body: Buffer.from(`reader ${++count}`),
  }));
  const bodies = await Promise.all([1, 2, 3].map(() => read(port, "/questions")));
  expect(new Set(bodies.map(({ body }) => body.toString())).size).toBe(3);
});

test("failures are not kept", async () => {
  let status = 400;
  const { port } = await openFront((question) => ({ ...page(question), status }));
  expect((await read(port, "/r/abc")).status).toBe(400);
  status = 200;
  expect((await read(port, "/r/abc")).status).toBe(200);
});

test("when there is no room, the reader gets a page that says when to come back", async () => {
  const { port } = await openFront(() => {
    throw new Busy();
  });
  const turned = await read(port, "/r/abc", { accept: "text/html" });
  expect(turned.status).toBe(503);
  expect(Number(turned.headers["retry-after"])).toBeGreaterThan(0);
  expect(turned.headers["cache-control"]).toBe("no-store");
  expect(turned.body.toString()).toContain("<h1>");
  const program = await read(port, "/r/abc");
  expect(program.headers["content-type"]).toBe("application/problem+json");
  expect((await read(port, "/healthz")).status).toBe(200);
});

test("work that nobody waits for any more is told so", async () => {
  const left = new Promise<void>((resolve) => {
    openFront(
      (_, signal) =>
        new Promise((__, reject) => {
          signal?.addEventListener("abort", () => {
            resolve();
            reject(new Error("left"));
          });
        }),
    ).then(({ port }) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write("GET /r/abc HTTP/1.1\r\nhost: a\r\n\r\n");
        setTimeout(() => socket.destroy(), 50);
      });
    });
  });
  await left;
});

test("kept bytes stay within their bound", async () => {
  const { asked, port } = await openFront(
    ({ url }) => ({
      status: 200,
      headers: { "content-type": "image/png", "cache-control": revalidated },
      body: Buffer.alloc(300_000, url),
    }),
    { keptBytes: 1e6 },
  );
  for (let time = 0; time < 2; time++)
    for (const code of ["a", "b", "c", "d", "e"]) await read(port, `/r/${code}`);
  // Five times 300 kB do not fit into 1 MB, so the second round finds none of them.
  expect(asked).toHaveLength(10);
  await read(port, "/r/e");
  expect(asked).toHaveLength(10);
});

test("an organisation’s edition stays out of shared caches", async () => {
  const { port } = await openFront(page, { caching: "private" });
  expect((await read(port, "/r/abc")).headers["cache-control"]).toBe("private, max-age=300");
});

test("a request that wants another protocol ends", async () => {
  const { port } = await openFront(page);
  const answer = await new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(
        "GET /x HTTP/1.1\r\nhost: a\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n",
      ),
    );
    socket.on("data", (part) => {
      text += part;
    });
    socket.on("close", () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});

test("a body that grows past the limit is not read on", async () => {
  const { asked, port } = await openFront(page);
  const answer = await new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => {
      socket.write("POST /mcp HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n");
      const part = "x".repeat(1000);
      for (let sent = 0; sent < 40; sent++) socket.write(`3e8\r\n${part}\r\n`);
    });
    socket.on("data", (part) => {
      text += part;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(asked).toHaveLength(0);
});

test("closing waits for what is in hand and takes nothing new", async () => {
  let finish = () => {};
  const { port } = await openFront(
    (question) =>
      new Promise((resolve) => {
        finish = () => resolve(page(question));
      }),
  );
  const inHand = read(port, "/r/abc");
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closed = opened.splice(0)[0]?.close(5);
  await expect(read(port, "/r/def")).rejects.toThrow(/ECONNREFUSED|ECONNRESET|hang up/);
  finish();
  expect((await inHand).status).toBe(200);
  await closed;
});
