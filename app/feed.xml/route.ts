import { reference } from "@/lib/matrix/load";
import { formatAtom } from "@/lib/reference/feed";
import { siteUrl } from "../site-url";

export const dynamic = "force-static";

export function GET() {
  return new Response(formatAtom(reference.releases, siteUrl), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
