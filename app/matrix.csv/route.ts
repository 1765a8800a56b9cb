import { formatCsv } from "@/lib/reference/csv";
import { matrix } from "@/lib/site/data";

export const dynamic = "force-static";

export function GET() {
  return new Response(formatCsv(matrix), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="service-mesh-matrix-${matrix.release.id}.csv"`,
    },
  });
}
