import { createEndpoint } from "@/lib/api/endpoint";
import { cacheable, etagOf, readableAnywhere, respondProblem } from "@/lib/api/respond";
import { buildKit } from "@/lib/kit/kit";
import { readTyped } from "@/lib/kit/kit-view";
import { readNames } from "@/lib/kit/names";
import { zipKit } from "@/lib/kit/zip";
import { findVariant } from "@/lib/plan/plan";
import { plannedVariant } from "@/lib/result/planned";
import { readSource } from "@/lib/service/result-source";
import { publicOrigin } from "@/lib/site/origin";

interface Context {
  readonly params: Promise<{ code: string }>;
}

/** The starter kit as an archive. A name that cannot be used is refused here: no file is made from a guess. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<Context>({
  GET: async (request, { params }) => {
    const source = await readSource(request, params);
    if (source instanceof Response) return source;
    const { assessment } = source;
    const origin = publicOrigin(request.headers);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const asked = query.variant;
    const variant =
      asked === undefined ? plannedVariant(assessment) : findVariant(assessment, asked);
    const { names, problems } = readNames(readTyped(query));
    const unknown =
      variant === undefined
        ? [
            {
              in: "query" as const,
              name: "variant",
              detail: `Use one of ${assessment.matrix.variants.map(({ id }) => id).join(", ")}.`,
            },
          ]
        : [];
    const wrong = [
      ...unknown,
      ...problems.map(({ key, message }) => ({ in: "query" as const, name: key, detail: message })),
    ];
    const kit =
      variant === undefined
        ? undefined
        : buildKit({ variant, answers: assessment.answers, names }, assessment.matrix);
    if (!kit || wrong.length > 0) {
      return respondProblem(
        origin,
        "bad-request",
        "The kit cannot be made with these names.",
        wrong,
      );
    }
    const etag = etagOf(kit.runbook + kit.files.map(({ content }) => content).join(""));
    const headers = { ...readableAnywhere, "cache-control": cacheable, etag };
    if (request.headers.get("if-none-match") === etag) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(new Uint8Array(zipKit(kit)), {
      headers: {
        ...headers,
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="kit-${kit.variant.id}-${assessment.code}.zip"`,
      },
    });
  },
});
