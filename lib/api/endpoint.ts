import { publicOrigin } from "@/lib/site/origin";
import { readableAnywhere, respondProblem } from "./respond";

type Handler<Context> = (request: Request, context: Context) => Response | Promise<Response>;

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof methods)[number];

/**
 * All methods of a route: those given, what follows from them (HEAD, preflight), and for the rest an answer that says
 * which are allowed. An error nobody foresaw is written to the log and answered as a problem as well.
 */
export function createEndpoint<Context>(
  own: Readonly<Partial<Record<"GET" | "POST", Handler<Context>>>>,
): Record<Method, Handler<Context>> {
  const read = own.GET ? (["GET", "HEAD"] as const) : [];
  const allow = [...read, ...(own.POST ? ["POST"] : []), "OPTIONS"].join(", ");

  const guarded =
    (handler: Handler<Context>): Handler<Context> =>
    async (request, context) => {
      try {
        return await handler(request, context);
      } catch (error) {
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
        process.stderr.write(`${request.method} ${new URL(request.url).pathname}: ${detail}\n`);
        return respondProblem(
          publicOrigin(request.headers),
          "internal",
          "This is our mistake, not yours. Please report the address and what you sent.",
        );
      }
    };
  const refuse: Handler<Context> = (request) =>
    respondProblem(
      publicOrigin(request.headers),
      "method-not-allowed",
      `${request.method} does not work here. Use ${allow.replace(/, OPTIONS$/, "").replaceAll(", ", " or ")}.`,
      [],
      { allow },
    );
  const preflight: Handler<Context> = () =>
    new Response(null, {
      status: 204,
      headers: {
        ...readableAnywhere,
        allow,
        "access-control-allow-methods": allow,
        "access-control-allow-headers": "content-type, if-none-match",
        "access-control-max-age": "86400",
      },
    });
  const get = own.GET ? guarded(own.GET) : refuse;
  const head: Handler<Context> = async (request, context) => {
    const { status, headers } = await get(request, context);
    return new Response(null, { status, headers });
  };
  return {
    GET: get,
    HEAD: head,
    POST: own.POST ? guarded(own.POST) : refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: preflight,
  };
}
