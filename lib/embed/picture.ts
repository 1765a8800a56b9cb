import "server-only";
import { picturePolicy } from "@/lib/embed/policy";
import { noStore } from "./caching";

/** What goes with an SVG: as a picture in a page it needs nothing, opened by itself it may not do anything. */
export function svgHeaders(style: string): Record<string, string> {
  return {
    "content-type": "image/svg+xml; charset=utf-8",
    "content-security-policy": picturePolicy(style),
    "access-control-allow-origin": "*",
  };
}

/** What a picture of a code answers that cannot be opened. */
export function noPicture(): Response {
  return new Response("This is not the code of a result.\n", {
    status: 400,
    headers: { "content-type": "text/plain; charset=utf-8", ...noStore },
  });
}
