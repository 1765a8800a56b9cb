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
    const isLegacy = await isLegacyRequest(request, undefined, limit);
    return isLegacy ? answerLegacy(request, createServer(request)) : modern.fetch(request);
  };
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
