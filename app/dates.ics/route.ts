import { createEndpoint } from "@/lib/api/endpoint";
import { respondCacheable } from "@/lib/api/respond";
import { formatCalendar } from "@/lib/reference/calendar";
import { matrix, reference } from "@/lib/site/data";
import { publicOrigin } from "@/lib/site/origin";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<unknown>({
  GET: (request) =>
    respondCacheable(request, {
      body: formatCalendar(
        reference.milestones,
        matrix.release,
        new URL(publicOrigin(request.headers)),
      ),
      type: "text/calendar; charset=utf-8",
    }),
});
