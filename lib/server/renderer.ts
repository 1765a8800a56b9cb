import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import inject from "light-my-request";
import { revalidated } from "@/lib/security/headers";
import { replaceNonce } from "./page-policy";
import type { Answer, Question } from "./renderers";

/**
 * What a rendering thread runs: Next, whole, asked in memory. The thread that talks to the network never renders, so it
 * answers however much there is to do here.
 */
const ready = start();

async function start() {
  // Next of this build, wherever this file was bundled to.
  const require = createRequire(join(process.cwd(), "package.json"));
  const built = readFileSync(join(".next", "required-server-files.json"), "utf8");
  const { config } = JSON.parse(built);
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
  const next: (options: object) => NextApp = require("next");
  const app = next({ dir: process.cwd(), dev: false, conf: config });
  await app.prepare();
  return app.getRequestHandler();
}

const policyHeader = "content-security-policy";

interface NextApp {
  prepare(): Promise<void>;
  getRequestHandler(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Has Next answer one request. */
// biome-ignore lint/style/noDefaultExport: this is what Piscina asks a thread for.
export default async function render(question: Question): Promise<Answer> {
  const handle = await ready;
  const { method, url, headers, body } = question;
  const response = await inject(
    (request, answer) =>
      handle(request as unknown as IncomingMessage, answer as unknown as ServerResponse),
    {
      // biome-ignore lint/suspicious/noExplicitAny: its list of methods is shorter than HTTP’s.
      method: method as any,
      url,
      headers: { ...headers },
      ...(body ? { payload: Buffer.from(body) } : {}),
    },
  );
  // What a rendering puts off until later holds half a megabyte: it is done before the next one begins.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const answered: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) answered[name] = Array.isArray(value) ? value.join(", ") : `${value}`;
  }
  return hashPage({ status: response.statusCode, headers: answered, body: response.rawPayload });
}

/**
 * A page with a nonce is for one reader; with hashes it is the same for all. What is not a page was given the policy of one,
 * and has nothing that a nonce could allow.
 */
function hashPage({ status, headers, body }: Answer): Answer {
  const policy = headers[policyHeader];
  if (!policy?.includes("'nonce-")) return { status, headers, body };
  const isPage = headers["content-type"]?.startsWith("text/html");
  const hashed = replaceNonce(isPage ? Buffer.from(body).toString() : "", policy);
  const own = { ...headers, [policyHeader]: hashed.policy };
  if (!isPage) return { status, headers: own, body };
  return {
    status,
    headers: { ...own, ...(status === 200 ? { "cache-control": revalidated } : {}) },
    body: Buffer.from(hashed.html),
  };
}
