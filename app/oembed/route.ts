import { createEndpoint } from "@/lib/api/endpoint";
import { forCaches, noStore } from "@/lib/embed/caching";
import { answerOembed, readOembed, writeOembedXml } from "@/lib/embed/oembed";
import { readView } from "@/lib/service/embed-view";
import { publicOrigin } from "@/lib/site/origin";

const anybody = { "access-control-allow-origin": "*" } as const;

/** oEmbed: tells wikis and chats how to show a result whose address someone pasted. */
function answer(request: Request): Response {
  const origin = publicOrigin(request.headers);
  const read = readOembed(new URL(request.url).searchParams, origin);
  if (!read.ok) return refuse(read.status, read.problem);
  const found = readView(read.request.code);
  if (!found.ok) return refuse(404, "There is no result with this code.");
  const oembed = answerOembed(found.view, read.request, origin);
  return read.request.format === "xml"
    ? forCaches(request, writeOembedXml(oembed), {
        ...anybody,
        "content-type": "text/xml; charset=utf-8",
      })
    : forCaches(request, JSON.stringify(oembed), {
        ...anybody,
        "content-type": "application/json; charset=utf-8",
      });
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<unknown>({
  GET: answer,
});

function refuse(status: number, problem: string): Response {
  return new Response(`${problem}\n`, {
    status,
    headers: { ...anybody, ...noStore, "content-type": "text/plain; charset=utf-8" },
  });
}
