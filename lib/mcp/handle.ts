import {
  createMcpHandler,
  isLegacyRequest,
  localhostAllowedOrigins,
  type McpServer,
  originValidationResponse,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import { bodyLimit } from "@/lib/api/read-json";

export interface McpOptions {
  readonly createServer: (request: Request) => McpServer;
  /** Names of hosts whose pages may call from a browser, beside localhost. */
  readonly hosts: readonly string[];
}

/**
 * Streamable HTTP without sessions and with plain JSON answers, for clients of the 2026-07-28 revision and of those
 * before. A request that a browser sends from a page of a foreign site is refused, as the specification wants.
 */
export function createMcpEndpoint({ createServer, hosts }: McpOptions) {
  const modern = createMcpHandler(({ requestInfo }) => createServer(requireRequest(requestInfo)), {
    legacy: "reject",
    maxRequestBodySize: bodyLimit,
    maxSubscriptions: 0,
  });
  const allowed = [...hosts, ...localhostAllowedOrigins()];

  /** Answers a POST; there are no sessions and streams that another method could be for. */
  return async (request: Request): Promise<Response> => {
    const refused = originValidationResponse(request, allowed);
    if (refused) return refused;
    if (await isBatch(request)) return Response.json(oneAtATime, { status: 400 });
    const isLegacy = await isLegacyRequest(request, undefined, limit);
    return isLegacy ? answerLegacy(request, createServer(request)) : modern.fetch(request);
  };
}

/** One request costs one result at most, so that nobody can ask for a hundred in one. */
const oneAtATime = {
  jsonrpc: "2.0",
  id: null,
  error: {
    code: -32600,
    message: "Send one call in a request: batches are not part of the protocol since 2025-06-18.",
  },
};

async function isBatch(request: Request): Promise<boolean> {
  const text = await request.clone().text();
  return text.trimStart().startsWith("[");
}

const limit = { maxRequestBodySize: bodyLimit };

async function answerLegacy(request: Request, server: McpServer): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}

function requireRequest(request: Request | undefined): Request {
  if (!request) throw new TypeError("the handler gives no request");
  return request;
}
