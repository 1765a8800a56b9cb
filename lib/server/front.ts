import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { describeProblem, problemKinds } from "@/lib/api/problem";
import type { Frame } from "@/lib/document/frame";
import { contentSecurityPolicy } from "@/lib/security/content-security-policy";
import { anyOrigin, revalidated, securityHeaders } from "@/lib/security/headers";
import { publicOrigin } from "@/lib/site/origin";
import { headersFor, readAddress } from "./address";
import { readBody } from "./body";
import { isReadable, meantQuery, type Refusal, refuse, takesLong, tooLarge } from "./edge";
import { Kept, send } from "./kept";
import { writeProblemPage } from "./problem-page";
import { Abandoned, type Answer, Busy, type Question } from "./renderers";
import { writeSecurityText } from "./security-text";
import type { Settings } from "./settings";

interface Parts {
  readonly settings: Pick<
    Settings,
    "origin" | "caching" | "keptBytes" | "hsts" | "securityContact"
  >;
  readonly frame: Frame;
  readonly files: (path: string) => Kept | undefined;
  readonly ask: (question: Question, isLong: boolean, signal?: AbortSignal) => Promise<Answer>;
}

/** Somebody’s wish for an answer that is being made. */
interface Making {
  readonly answer: Promise<Kept>;
  readers: number;
  readonly abandon: AbortController;
}

/** What an answer of Next’s says of the connection or of Next, and what is settled here. */
const dropped = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "date",
  "vary",
  "x-powered-by",
]);

/** How long one who is turned away should wait, in seconds. */
const retryAfter = "5";

/**
 * What talks to the network. It holds the bytes of what does not change, refuses what nobody can answer, and has the rest
 * rendered beside it, so that it always answers at once.
 */
export class Front {
  readonly server: Server;
  readonly #parts: Parts;
  readonly #kept: LRUCache<string, Kept>;
  readonly #making = new Map<string, Making>();
  readonly #reported = new WeakSet<Error>();
  #isClosing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#kept = new LRUCache({
      maxSize: parts.settings.keptBytes,
      sizeCalculation: ({ bytes }) => bytes,
    });
    this.server = createServer(
      {
        // A head or a body that trickles in, a connection that is not used, a reader who does not read: all end.
        headersTimeout: 10_000,
        requestTimeout: 20_000,
        keepAliveTimeout: 20_000,
        connectionsCheckingInterval: 2_000,
        maxHeaderSize: 16 * 1024,
        // Of upgrades only the one that waits for an answer is looked at; others are asked for in passing.
        shouldUpgradeCallback: ({ headers }) => /websocket/i.test(headers.upgrade ?? ""),
      },
      (request, response) => this.#answer(request, response),
    );
    this.server.on("upgrade", (_, socket) => {
      socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    });
    this.server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
      if (!socket.writable) return socket.destroy();
      const status =
        error.code === "HPE_HEADER_OVERFLOW"
          ? "431 Request Header Fields Too Large"
          : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
            ? "408 Request Timeout"
            : "400 Bad Request";
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    });
  }

  /** Takes no more requests, and resolves when those in hand are answered or the time is over. */
  async close(mostSeconds: number): Promise<void> {
    this.#isClosing = true;
    const end = setTimeout(() => this.server.closeAllConnections(), mostSeconds * 1000);
    // A connection whose request was in hand stays open for a next one, unless it is closed when it is idle.
    const tidy = setInterval(() => this.server.closeIdleConnections(), 100);
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeIdleConnections();
    });
    clearTimeout(end);
    clearInterval(tidy);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, search } = readAddress(request);
    try {
      if (this.#isClosing) response.setHeader("connection", "close");
      await this.#route(request, response, path, search);
    } catch (error) {
      if (response.headersSent || response.destroyed) {
        response.destroy();
        return;
      }
      if (error instanceof Abandoned) return void response.destroy();
      if (!(error instanceof Busy)) this.#report(`${request.method} ${path}`, error);
      // A thread that died or took too long is replaced, so asking again may help there too.
      await this.#refuse(request, response, path, {
        kind: "busy",
        detail: "This server is computing other results. Ask again in a few seconds.",
        headers: { "retry-after": retryAfter },
      });
    }
  }

  /** Tells whoever runs the server of a failure once, however many wait for the same answer. */
  #report(asked: string, error: unknown): void {
    const failure = error instanceof Error ? error : new Error(String(error));
    if (this.#reported.has(failure)) return;
    this.#reported.add(failure);
    process.stderr.write(`${asked}: ${failure.stack}\n`);
  }

  async #route(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    search: string,
  ): Promise<void> {
    const { settings, files } = this.#parts;
    if (request.url === "*") {
      response.writeHead(204, { allow: "GET, HEAD, POST, OPTIONS" }).end();
      return;
    }
    const reads = request.method === "GET" || request.method === "HEAD";
    const file = reads ? files(path) : undefined;
    if (file) return send(request, response, file, securityHeaders(path, settings.hsts));
    // A link to a result that was damaged on its way gets the page that says so.
    const damaged = /^\/(?:r|share)\//.test(path) && !isReadable(path);
    const refusal = refuse(request, damaged ? "/r" : path);
    if (refusal) return this.#refuse(request, response, path, refusal);
    if (path === "/healthz" && reads) return this.#say(request, response, path, "ok");
    if (path === "/.well-known/security.txt" && reads && settings.securityContact)
      return this.#say(
        request,
        response,
        path,
        writeSecurityText(settings.securityContact, new Date()),
      );
    const origin = this.#originOf(request);
    if (!URL.canParse(origin))
      return this.#refuse(request, response, path, {
        kind: "bad-request",
        detail: "The Host header does not name a host.",
      });
    const url = damaged ? "/r/bad-link" : `${path}${meantQuery(search)}`;
    if (reads) return this.#read(request, response, path, url, origin);
    const body = await readBody(request);
    if (body === undefined) return this.#refuse(request, response, path, tooLarge);
    const leaves = new AbortController();
    response.once("close", () => leaves.abort());
    const answer = await this.#parts.ask(
      { method: request.method ?? "GET", url, headers: headersFor(origin, request), body },
      takesLong(path),
      leaves.signal,
    );
    await send(request, response, this.#toKept(path, answer));
  }

  /** Where the site is published; "" if the request names no host that could be. */
  #originOf(request: IncomingMessage): string {
    const { host } = readAddress(request);
    return publicOrigin(
      new Headers({
        ...(host === undefined ? {} : { host }),
        "x-forwarded-proto": String(request.headers["x-forwarded-proto"] ?? ""),
      }),
      this.#parts.settings.origin,
    );
  }

  /** A GET or HEAD: from what is kept, else from what is being made for another, else made now. */
  async #read(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    url: string,
    origin: string,
  ): Promise<void> {
    const key = `${origin} ${url}`;
    const known = this.#kept.get(key);
    if (known) return this.#sendKept(request, response, key, known);
    const joined = this.#making.get(key);
    if (joined) {
      const answer = await this.#wait(joined, response);
      if (this.#isShared(answer)) return this.#sendKept(request, response, key, answer);
    }
    // What is for one reader only (a page with a nonce) is not handed to a second.
    const making = this.#make(key, path, url, origin, request);
    const answer = await this.#wait(making, response);
    if (this.#isShared(answer)) return this.#sendKept(request, response, key, answer);
    if (answer.status < 500 || !/text\/html/.test(request.headers.accept ?? ""))
      return send(request, response, answer);
    return this.#refuse(request, response, path, {
      kind: "internal",
      detail:
        "This is our mistake, not yours. Your answers are in the address, so nothing is lost.",
    });
  }

  #make(key: string, path: string, url: string, origin: string, request: IncomingMessage): Making {
    const abandon = new AbortController();
    const question = { method: "GET", url, headers: headersFor(origin, request) };
    const answer = this.#parts
      .ask(question, takesLong(path), abandon.signal)
      .then((made) => this.#keep(key, this.#toKept(path, made)));
    const making: Making = { answer, readers: 0, abandon };
    if (!this.#making.has(key)) {
      this.#making.set(key, making);
      const done = () => {
        if (this.#making.get(key) === making) this.#making.delete(key);
      };
      answer.then(done, done);
    }
    return making;
  }

  async #wait(making: Making, response: ServerResponse): Promise<Kept> {
    making.readers += 1;
    const leave = () => {
      making.readers -= 1;
      if (making.readers === 0) making.abandon.abort();
    };
    response.once("close", leave);
    try {
      return await making.answer;
    } finally {
      response.off("close", leave);
    }
  }

  async #keep(key: string, kept: Kept): Promise<Kept> {
    if (this.#isShared(kept)) this.#kept.set(key, await kept.settle());
    return kept;
  }

  #isShared({ status, headers }: Kept): boolean {
    return status === 200 && /^(?:public|private), max-age/.test(headers["cache-control"] ?? "");
  }

  async #sendKept(
    request: IncomingMessage,
    response: ServerResponse,
    key: string,
    kept: Kept,
  ): Promise<void> {
    const { bytes } = kept;
    await send(request, response, kept);
    // Another form of it was made: it takes more room now.
    if (kept.bytes !== bytes && this.#kept.has(key)) this.#kept.set(key, kept);
  }

  #toKept(path: string, { status, headers, body }: Answer): Kept {
    const own = Object.entries(headers).filter(
      ([name]) =>
        !dropped.has(name) && !name.startsWith("x-nextjs-") && !name.startsWith("x-middleware-"),
    );
    const all = { ...securityHeaders(path, this.#parts.settings.hsts), ...Object.fromEntries(own) };
    const caching = this.#cachingOf(headers["cache-control"]);
    return new Kept(status, { ...all, ...(caching ? { "cache-control": caching } : {}) }, body);
  }

  /**
   * What caches may do. Next gives its prerendered pages to shared caches for a year, which nobody could take back, and has
   * its robots.txt and the like asked for each time.
   */
  #cachingOf(said: string | undefined): string | undefined {
    if (said === undefined) return undefined;
    const isOfNext = /^s-maxage=|^public, max-age=0, must-revalidate$/.test(said);
    const caching = isOfNext ? revalidated : said;
    return this.#parts.settings.caching === "private" && caching.startsWith("public")
      ? "private, max-age=300"
      : caching;
  }

  async #say(request: IncomingMessage, response: ServerResponse, path: string, text: string) {
    const headers = {
      ...securityHeaders(path, this.#parts.settings.hsts),
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
    };
    await send(request, response, new Kept(200, headers, Buffer.from(text)));
  }

  /** Says what is wrong: to a reader as a page, to a program as problem details. */
  async #refuse(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    { kind, detail, headers = {} }: Refusal,
  ): Promise<void> {
    const { settings, frame } = this.#parts;
    const forReader = /text\/html/.test(request.headers.accept ?? "");
    const text = forReader
      ? writeProblemPage(frame, kind, detail)
      : JSON.stringify(describeProblem(this.#originOf(request), kind, detail));
    // What is left of the body is not read.
    if (!request.complete) response.setHeader("connection", "close");
    const all = {
      ...securityHeaders(path, settings.hsts),
      ...anyOrigin,
      ...headers,
      "content-security-policy": contentSecurityPolicy({}),
      "content-type": forReader ? "text/html; charset=utf-8" : "application/problem+json",
      "cache-control": "no-store",
    };
    await send(request, response, new Kept(problemKinds[kind].status, all, Buffer.from(text)));
  }
}
