import { searchIndex } from "../matrix/view";

export const dynamic = "force-static";

/** What the browser searches in, fetched when somebody starts to. */
export function GET() {
  return Response.json(searchIndex);
}
