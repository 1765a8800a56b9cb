import { searchIndex } from "../matrix/overview";

export const dynamic = "force-static";

/** What the browser searches in, fetched when somebody starts to. */
export function GET() {
  return Response.json(searchIndex);
}
