import { createEndpoint } from "@/lib/api/endpoint";
import { forCaches, noStore } from "@/lib/embed/caching";
import { writeEmbed, writeEmbedProblem } from "@/lib/embed/document";
import { readEmbedOptions, readHost } from "@/lib/embed/parameters";
import { embedPolicy, readAncestors } from "@/lib/embed/policy";
import { readView } from "@/lib/service/embed-view";

/**
 * /embed/<code>: the result as a card for the pages of others. Everything under /embed answers here, since proxy.ts
 * leaves the policy of these addresses to this handler.
 */
async function answer(
  request: Request,
  { params }: RouteContext<"/embed/[...path]">,
): Promise<Response> {
  const { path } = await params;
  const query = new URL(request.url).searchParams;
  const options = readEmbedOptions(query);
  const host = readHost(query);
  const policy = embedPolicy(readAncestors(process.env.EMBED_ANCESTORS), host !== undefined);
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
  };
  const [code = ""] = path;
  const read =
    path.length === 1 ? readView(code) : { ok: false as const, problem: "foreign" as const };
  if (!read.ok) {
    const document = writeEmbedProblem(read.problem, options, host);
    return new Response(document, { status: 400, headers: { ...headers, ...noStore } });
  }
  return forCaches(request, writeEmbed(read.view, options, host), headers);
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<
  RouteContext<"/embed/[...path]">
>({ GET: answer });
