import "server-only";
import { createEndpoint } from "@/lib/api/endpoint";
import { respondCacheable } from "@/lib/api/respond";
import { filenameOf } from "@/lib/export/filename";
import type { ExportKind } from "@/lib/export/links";
import type { ExportSource } from "@/lib/export/source";
import { readSource } from "./result-source";

interface Context {
  readonly params: Promise<{ code: string }>;
}

/** All methods of a result’s file. It is saved when it is opened in a browser, but for JSON, which browsers show. */
export function createExportEndpoint(
  kind: ExportKind,
  type: string,
  write: (source: ExportSource) => string,
) {
  return createEndpoint<Context>({
    GET: async (request, { params }) => {
      const source = await readSource(request, params);
      if (source instanceof Response) return source;
      const disposition = kind === "json" ? "inline" : "attachment";
      return respondCacheable(request, {
        body: write(source),
        type,
        headers: {
          "content-disposition": `${disposition}; filename="${filenameOf(source, kind)}"`,
        },
      });
    },
  });
}
