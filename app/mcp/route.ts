import { createEndpoint } from "@/lib/api/endpoint";
import { createMcpEndpoint } from "@/lib/mcp/handle";
import { createAdvisorServer } from "@/lib/mcp/server";
import { codeOf, overlay } from "@/lib/service/api-document";
import { compareCodes } from "@/lib/service/compare-codes";
import { codeProblems, findCodeProblem, sourceOf } from "@/lib/service/result-source";
import { matrix, table } from "@/lib/site/data";
import { publicOrigin } from "@/lib/site/origin";

const siteUrl = process.env.SITE_URL;

const answer = createMcpEndpoint({
  hosts: siteUrl ? [new URL(siteUrl).hostname] : [],
  createServer: (request) =>
    createAdvisorServer({
      matrix,
      questions: table.questions,
      origin: publicOrigin(request.headers),
      overlay,
      codeOf,
      findCodeProblem: (code) => {
        const problem = findCodeProblem(code);
        return problem && codeProblems[problem];
      },
      sourceOf: (code, words) => sourceOf(request, code, words),
      compare: (codes) => compareCodes(codes, publicOrigin(request.headers)),
    }),
});

/** The Model Context Protocol endpoint, for assistants. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<unknown>({
  POST: async (request) => {
    const response = await answer(request);
    response.headers.set("cache-control", "no-store");
    return response;
  },
});
