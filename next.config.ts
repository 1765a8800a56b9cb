import type { NextConfig } from "next";

// Framing is refused for everything except /embed, which sets its own frame-ancestors.
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value:
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const config: NextConfig = {
  output: "standalone",
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  // Cache Components would answer 200 before a page can say 404 or 500, and would freeze one
  // request's nonce into cached pages. Nothing here is fetched, so there is nothing to cache.
  cacheComponents: false,
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    { source: "/((?!embed/).*)", headers: [{ key: "X-Frame-Options", value: "DENY" }] },
  ],
};

export default config;
