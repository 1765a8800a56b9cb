import { type NextProxy, type NextRequest, NextResponse } from "next/server";
import { hasUnreadableDraft } from "@/lib/questionnaire/draft-problem";
import { findLinkProblem } from "@/lib/result/link-problem";
import { contentSecurityPolicy } from "@/lib/security/content-security-policy";
import { releases } from "@/lib/site/releases";
import { slots } from "@/lib/site/slots";

const header = "content-security-policy";

export const proxy: NextProxy = (request) => {
  const badLink = findBadLink(request);
  if (process.env.NODE_ENV === "development") {
    return respond(contentSecurityPolicy({ development: true }), undefined, badLink);
  }
  // Next reads the nonce for the page from the policy on the request.
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({ nonce });
  const headers = new Headers(request.headers);
  headers.set(header, policy);
  return respond(policy, headers, badLink);
};

/** The page to show instead of a result whose code cannot be opened. A page cannot answer 400 by itself. */
function findBadLink(request: NextRequest): URL | undefined {
  const problem = findLinkProblem(slots, releases.length, request.nextUrl.pathname);
  if (problem === undefined) return findBadDraft(request);
  const page = request.nextUrl.clone();
  page.pathname = "/r/bad-link";
  page.search = `?problem=${problem}`;
  return page;
}

/** A page of the questionnaire whose draft cannot be read says so itself, and starts empty. */
function findBadDraft({ nextUrl }: NextRequest): URL | undefined {
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
  // A policy set here replaces the one a route sets, so /embed and results are left to set their own, and to say themselves
  // what is wrong with a code.
  matcher: ["/((?!_next/static|embed/|r/).*)"],
};
