import { overlay } from "@/lib/service/api-document";
import { matrix, reference } from "@/lib/site/data";

export const dynamic = "force-static";

/** The whole matrix with its sources, under CC BY 4.0. */
export function GET() {
  const { release, groups, options, variants, capabilities } = matrix;
  return Response.json({
    release: release.id,
    asOf: release.asOf,
    licence: "CC-BY-4.0",
    ...(overlay ? { overlay } : {}),
    groups,
    options,
    variants,
    capabilities,
    benchmarks: reference.benchmarks,
  });
}
