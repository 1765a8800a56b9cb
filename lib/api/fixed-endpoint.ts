import "server-only";
import { createEndpoint } from "@/lib/api/endpoint";
import { etagOf, respondCacheable } from "@/lib/api/respond";

/** All methods of an address whose content depends on the release of the data alone: written once, then kept. */
export function createFixedEndpoint(type: string, write: () => string) {
  let kept: { readonly body: string; readonly etag: string } | undefined;
  const read = (request: Request) => {
    if (kept === undefined) {
      const body = write();
      kept = { body, etag: etagOf(body) };
    }
    return respondCacheable(request, { body: kept.body, type }, kept.etag);
  };
  return createEndpoint<unknown>({ GET: read });
}
