import { type NextProxy, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/security/content-security-policy";
import { findInlineHashes } from "@/lib/security/inline-hashes";

const header = "content-security-policy";

export const proxy: NextProxy = (request) => {
  if (process.env.NODE_ENV === "development") {
    return respond(contentSecurityPolicy({ development: true }));
  }
  const hashes = findInlineHashes(request.nextUrl.pathname);
  if (hashes) return respond(contentSecurityPolicy({ hashes }));

  // Next reads the nonce for a page it renders now from the policy on the request. Unknown
  // addresses get a prerendered page, so that page's hashes are allowed beside the nonce.
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({ nonce, hashes: findInlineHashes("/_not-found") });
  const headers = new Headers(request.headers);
  headers.set(header, policy);
  return respond(policy, headers);
};

function respond(policy: string, requestHeaders?: Headers): NextResponse {
  const response = NextResponse.next(requestHeaders && { request: { headers: requestHeaders } });
  response.headers.set(header, policy);
  return response;
}

export const config = {
  // A policy set here replaces the one a route sets, so /embed is left to set its own.
  matcher: ["/((?!_next/static|_next/image|embed/).*)"],
};
