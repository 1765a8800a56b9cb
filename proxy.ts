import { type NextProxy, type NextRequest, NextResponse } from "next/server";
import { hasUnreadableCodes } from "@/lib/compare/read-codes";
import { releases } from "@/lib/matrix/releases";
import { slots } from "@/lib/matrix/slots";
import { hasUnreadableDraft } from "@/lib/questionnaire/draft-problem";
import { filterKeys } from "@/lib/reference/filter-keys";
import { findLinkProblem } from "@/lib/result/link-problem";
import { contentSecurityPolicy } from "@/lib/security/content-security-policy";
import { findInlineHashes } from "@/lib/security/inline-hashes";
import { refuse } from "@/lib/security/refusal";

/** /embed, and results with all that hangs on them: documents set their own policy, and say themselves what is wrong. */
const ownPolicy = /^\/(?:embed|r)\//;

const header = "content-security-policy";

export const proxy: NextProxy = (request) => {
  const badLink = findBadLink(request);
  const refused = badLink ? undefined : refuse(request);
  if (refused) {
    refused.headers.set(header, contentSecurityPolicy({}));
    return refused;
  }
  if (!badLink && ownPolicy.test(request.nextUrl.pathname)) return NextResponse.next();
  if (process.env.NODE_ENV === "development") {
    return respond(contentSecurityPolicy({ development: true }), undefined, badLink);
  }
  const hashes = isFilteredMatrix(request) ? undefined : findInlineHashes(request.nextUrl.pathname);
  if (hashes) return respond(contentSecurityPolicy({ hashes }));

  // Next reads the nonce for a page it renders now from the policy on the request. Unknown
  // addresses get a prerendered page, so that page's hashes are allowed beside the nonce.
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({ nonce, hashes: findInlineHashes("/_not-found") });
  const headers = new Headers(request.headers);
  headers.set(header, policy);
  return respond(policy, headers, badLink);
};

/** Whether the address of the matrix holds a filter: next.config.ts has such a page rendered for the request. */
function isFilteredMatrix({ nextUrl }: NextRequest): boolean {
  return nextUrl.pathname === "/matrix" && filterKeys.some((key) => nextUrl.searchParams.has(key));
}

/** The page to show instead of a result whose code cannot be opened. A page cannot answer 400 by itself. */
function findBadLink(request: NextRequest): URL | undefined {
  const problem = findLinkProblem(slots, releases.length, request.nextUrl.pathname);
  if (problem === undefined) return findBadDraft(request);
  const page = request.nextUrl.clone();
  page.pathname = "/r/bad-link";
  page.search = `?problem=${problem}`;
  return page;
}

/** A page of the questionnaire whose draft cannot be read says so itself, and starts empty; so does the comparison. */
function findBadDraft({ nextUrl }: NextRequest): URL | undefined {
  const compared = nextUrl.searchParams.getAll("r");
  if (hasUnreadableCodes(slots, releases.length, nextUrl.pathname, compared))
    return nextUrl.clone();
  const draft = nextUrl.searchParams.get("a");
  return hasUnreadableDraft(slots, releases.length, nextUrl.pathname, draft)
    ? nextUrl.clone()
    : undefined;
}

function respond(policy: string, requestHeaders?: Headers, badLink?: URL): NextResponse {
  const init = requestHeaders && { request: { headers: requestHeaders } };
  const response = badLink
    ? NextResponse.rewrite(badLink, { ...init, status: 400 })
    : NextResponse.next(init);
  response.headers.set(header, policy);
  return response;
}

export const config = {
  // A policy set here replaces the one a route sets, so /embed and results are left to set their own; they come here only
  // where they might have to be refused.
  matcher: [
    "/((?!_next/static|_next/image|embed/(?!.*%|v\\d+\\.js$)|r/[^/%]+/(?:card|badge)\\.(?:svg|png)$).*)",
  ],
};
