import { publicOrigin } from "@/lib/api/origin";
import { respondProblem } from "@/lib/api/respond";

/** Files that are served as they are; what serves them answers 500 to another method. */
const file = /^\/(?:embed\.js|embed\/v\d+\.js|schemas\/.+)$/;
const reading = ["GET", "HEAD"];

/**
 * The answer to a request that the framework would meet with an error of its own before any route of ours sees it: an
 * address that is not well-formed, or a method that a file does not have. Undefined for every other request.
 */
export function refuse(request: Request): Response | undefined {
  const { pathname } = new URL(request.url);
  const origin = publicOrigin(request.headers);
  if (!isDecodable(pathname))
    return respondProblem(
      origin,
      "bad-request",
      "The address cannot be read: a % in it is not followed by the digits of a UTF-8 character.",
    );
  if (file.test(pathname) && !reading.includes(request.method)) {
    const allow = reading.join(", ");
    return respondProblem(
      origin,
      "method-not-allowed",
      `${request.method} does not work here. Use GET or HEAD.`,
      [],
      { allow },
    );
  }
  return undefined;
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
