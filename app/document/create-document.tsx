import "server-only";
import type { ReactNode } from "react";
import { Document, type DocumentHead } from "@/components/document/document";
import { OverlayBar } from "@/components/overlay/overlay-bar";
import { NotFound } from "@/components/site/not-found";
import { SymbolSprite } from "@/components/ui/symbol-sprite";
import { createEndpoint } from "@/lib/api/endpoint";
import { cacheable } from "@/lib/api/respond";
import { scriptHref } from "@/lib/document/scripts";
import { contentSecurityPolicy } from "@/lib/security/content-security-policy";
import { overlayNotice } from "@/lib/site/data";
import { publicOrigin } from "@/lib/site/origin";
import { release } from "@/lib/site/release";
import { documentFrame } from "./frame";

/** What a document asks of the address. */
export interface Asked {
  readonly query: URLSearchParams;
  /** Where the site is published: as configured, else as the request says. */
  readonly origin: string;
}

export interface DocumentContent {
  readonly head: DocumentHead;
  /** Plain server components: no hooks, no event handlers, nothing of Next’s for the browser. */
  readonly body: ReactNode;
  /** Names of files in components/scripts. */
  readonly scripts?: readonly string[];
  /** 200 unless said otherwise. */
  readonly status?: number;
}

/**
 * All methods of a page that is only read. It is rendered to text once; what stands in front of Next keeps its bytes. An
 * address where there is nothing answers undefined.
 */
export function createDocument<Context>(
  read: (
    asked: Asked,
    context: Context,
  ) => DocumentContent | undefined | Promise<DocumentContent | undefined>,
) {
  return createEndpoint<Context>({
    GET: async (request, context) => {
      const { searchParams: query } = new URL(request.url);
      const origin = publicOrigin(request.headers);
      return writeDocument(request, origin, (await read({ query, origin }, context)) ?? notFound);
    },
  });
}

const notFound: DocumentContent = {
  head: {
    title: "Page not found",
    description: "Nothing is published at this address.",
    canonical: "/",
    index: false,
  },
  body: <NotFound release={release} />,
  status: 404,
};

async function writeDocument(
  request: Request,
  origin: string,
  { head, body, scripts = [], status = 200 }: DocumentContent,
): Promise<Response> {
  // Next.js refuses this import at the head of a file.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const markup = renderToStaticMarkup(
    <Document
      frame={await documentFrame(request)}
      head={head}
      origin={origin}
      scripts={["site", ...scripts].map(scriptHref)}
    >
      <SymbolSprite />
      {overlayNotice ? <OverlayBar notice={overlayNotice} /> : null}
      {body}
    </Document>,
  );
  return new Response(`<!DOCTYPE html>${markup}`, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentSecurityPolicy({}),
      "cache-control": status === 200 ? cacheable : "no-store",
    },
  });
}
