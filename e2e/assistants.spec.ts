import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect, test } from "./test.ts";

type Call = { name: string; arguments?: Record<string, unknown> };
type Answered = {
  isError?: boolean;
  structuredContent?: Record<string, unknown>;
  content: { type: string; text?: string }[];
};

type Assistant = {
  readonly call: (call: Call) => Promise<Answered>;
  readonly tools: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

const me = { name: "test", version: "1.0.0" };

/** The revisions of the protocol that assistants speak: “legacy” is the handshake of 2025, as the first SDK sends it. */
const revisions = { "2025": "legacy", "July 2026": { pin: "2026-07-28" } } as const;

async function connect(url: URL, mode: "legacy" | { pin: string }): Promise<Assistant> {
  const client = new Client(me, { versionNegotiation: { mode } });
  const transport = new StreamableHTTPClientTransport(url);
  await client.connect(transport);
  expect(transport.sessionId).toBeUndefined();
  return {
    call: async (call) => (await client.callTool(call)) as Answered,
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    close: () => client.close(),
  };
}

for (const [revision, mode] of Object.entries(revisions)) {
  test(`an assistant of ${revision} asks, and gets what the API says`, async ({
    request,
    baseURL,
  }) => {
    const assistant = await connect(new URL("/mcp", baseURL), mode);
    expect([...(await assistant.tools())].sort()).toEqual([
      "compare",
      "explain_cell",
      "list_questions",
      "recommend",
    ]);

    const asked = await assistant.call({ name: "list_questions" });
    const { questions } = asked.structuredContent as { questions: { id: string }[] };
    const api = await (await request.get("/api/v1/questions")).json();
    expect(questions.map(({ id }) => id)).toEqual(
      api.questions.map(({ id }: { id: string }) => id),
    );

    for (const { answers, code } of api.presets.slice(0, 3)) {
      const { structuredContent } = await assistant.call({
        name: "recommend",
        arguments: { answers, title: "Payments" },
      });
      const result = await (
        await request.get(`/api/v1/recommend?code=${code}&title=Payments`)
      ).json();
      for (const part of ["code", "release", "verdict", "options", "changes", "stillOpen", "links"])
        expect(structuredContent?.[part]).toEqual(result[part]);
    }

    const cell = await assistant.call({
      name: "explain_cell",
      arguments: { capability: "retries", variant: "istio-ambient" },
    });
    const row = await (await request.get("/api/v1/matrix/retries")).json();
    expect(cell.structuredContent?.cell).toEqual(row.capability.cells["istio-ambient"]);

    const codes = api.presets.slice(0, 2).map(({ code }: { code: string }) => code);
    const compared = await assistant.call({ name: "compare", arguments: { codes } });
    const comparison = await (await request.get(`/api/v1/compare?codes=${codes}`)).json();
    expect(compared.structuredContent).toEqual(comparison);
    expect(JSON.parse(compared.content[0]?.text ?? "")).toEqual(comparison);
    await assistant.close();
  });

  test(`an assistant of ${revision} is told what would mend a mistake`, async ({ baseURL }) => {
    const assistant = await connect(new URL("/mcp", baseURL), mode);
    const mistakes: readonly [Call, RegExp][] = [
      [{ name: "recommend", arguments: { answers: { platform: "k8s" } } }, /kubernetes, vm, nomad/],
      [{ name: "recommend", arguments: {} }, /either answers or code/],
      [{ name: "recommend", arguments: { code: "000Eq" } }, /damaged/],
      [
        { name: "explain_cell", arguments: { capability: "x", variant: "istio-ambient" } },
        /Use one of: .*retries/,
      ],
      [{ name: "explain_cell", arguments: { capability: "retries", variant: "x" } }, /linkerd-oss/],
      [{ name: "compare", arguments: { codes: ["000Eo", "000Eo"] } }, /two different/],
    ];
    for (const [call, mend] of mistakes) {
      const { isError, content } = await assistant.call(call);
      expect(isError, JSON.stringify(call)).toBe(true);
      expect(content[0]?.text).toMatch(mend);
    }
    await assistant.close();
  });
}

const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: me },
};
const headers = {
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
};

test("the endpoint answers with plain JSON and keeps no session", async ({ request }) => {
  const response = await request.post("/mcp", { data: initialize, headers });
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toContain("application/json");
  expect(response.headers()["mcp-session-id"]).toBeUndefined();
  expect(response.headers()["cache-control"]).toBe("no-store");
  const { result } = await response.json();
  expect(result.serverInfo.name).toBe("choose-a-service-mesh");
});

test("a page of a foreign site cannot use it through a browser", async ({ request }) => {
  const from = (origin: string) =>
    request.post("/mcp", { data: initialize, headers: { ...headers, origin } });
  for (const origin of ["https://evil.example", "null", "nonsense"])
    expect((await from(origin)).status(), origin).toBe(403);
  expect((await from("http://localhost:6274")).status()).toBe(200);
  const rebound = await request.post("/mcp", {
    data: initialize,
    headers: { ...headers, origin: "http://evil.example", "x-forwarded-host": "evil.example" },
  });
  expect(rebound.status()).toBe(403);
});

test("the endpoint refuses what is too large, malformed or no POST", async ({ request }) => {
  const large = { ...initialize, padding: "x".repeat(20_000) };
  expect((await request.post("/mcp", { data: large, headers })).status()).toBe(413);
  const broken = await request.post("/mcp", { data: Buffer.from("{"), headers });
  expect(broken.status()).toBe(400);
  const plain = await request.post("/mcp", {
    data: Buffer.from("x"),
    headers: { ...headers, "content-type": "text/plain" },
  });
  expect(plain.status()).toBe(415);
  for (const method of ["GET", "DELETE", "PUT"]) {
    const response = await request.fetch("/mcp", { method });
    expect(response.status(), method).toBe(405);
    expect(response.headers().allow).toBe("POST, OPTIONS");
  }
});

test("llms.txt has a title, a summary and links that lead somewhere", async ({ request }) => {
  const response = await request.get("/llms.txt");
  expect(response.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  const text = await response.text();
  expect(text).toMatch(/^# Choose a service mesh\n\n> /);
  expect(text.match(/^## .+$/gm)).toEqual(["## Ask", "## Read", "## Optional"]);
  const links = [...text.matchAll(/^\* \[[^\]]+\]\(([^)]+)\): /gm)].map(([, url]) => url ?? "");
  expect(links.length).toBeGreaterThan(12);
  for (const url of links) {
    if (url.endsWith("/mcp")) continue;
    expect((await request.get(url)).status(), url).toBe(200);
  }
});
