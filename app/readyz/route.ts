import type { NextRequest } from "next/server";

export const dynamic = "force-dynamic";

/**
 * Whether this server can do its work, for whoever sends it readers: it renders a result and a kit, and the overlay and the frozen
 * releases are those it was built with. Each problem is a sentence. Data that is wrong throws when it is loaded, so it is
 * loaded here.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const problems: string[] = [];
  try {
    const { findProblems } = await import("./find-problems");
    problems.push(...(await findProblems(request.nextUrl.origin)));
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return new Response(problems.length > 0 ? `${problems.join("\n")}\n` : "ready\n", {
    status: problems.length > 0 ? 503 : 200,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
