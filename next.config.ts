import { readFileSync } from "node:fs";
import type { NextConfig } from "next";
import { fingerprint } from "./lib/overlay/fingerprint.ts";
import { filterKeys } from "./lib/reference/filter-keys.ts";

interface OptionIds {
  readonly options: readonly { readonly id: string }[];
}
const { options }: OptionIds = JSON.parse(readFileSync("data/options.json", "utf8"));
// Inlined, so that a server notices when its overlay is not the one its pages were built with.
const overlay = process.env.MESH_ADVISOR_OVERLAY;
const overlayBuilt = fingerprint(overlay ? readFileSync(overlay, "utf8") : "");
const optionIds = options.map(({ id }) => id).sort();

const config: NextConfig = {
  output: "standalone",
  env: { MESH_ADVISOR_OVERLAY_BUILT: overlayBuilt },
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  // lib/server stands in front: it compresses, sets the headers every answer carries, and shows no pictures of others.
  compress: false,
  images: { unoptimized: true },
  // The painter of pictures is a native module, and its fonts are read from their package.
  serverExternalPackages: ["@resvg/resvg-js"],
  outputFileTracingIncludes: {
    // Read from disk, so that what runs is what the fingerprints were taken of.
    "/**": ["data/**/*.json", "data/releases/*/engine.cjs", "data/kits/**/*"],
    "/r/*/card.png": [
      "node_modules/@expo-google-fonts/radio-canada/400Regular/RadioCanada_400Regular.ttf",
      "node_modules/@expo-google-fonts/radio-canada/600SemiBold/RadioCanada_600SemiBold.ttf",
    ],
  },
  // No picture is resized here, so what would do it stays out of the image. The pattern has to match Next’s own server too,
  // which is not a route and has no slash.
  outputFileTracingExcludes: { "**": ["node_modules/sharp/**", "node_modules/@img/**"] },
  // Cache Components would answer 200 before a page can say 404 or 500, and would freeze one
  // request's nonce into cached pages. Nothing here is fetched, so there is nothing to cache.
  cacheComponents: false,
  rewrites: async () => ({
    beforeFiles: [
      // The matrix is prerendered; only an address with a filter in it is rendered for the request.
      ...filterKeys.map((key) => ({
        source: "/matrix",
        has: [{ type: "query" as const, key }],
        destination: "/matrix/filtered",
      })),
    ],
  }),
  // A comparison has one address, its options in alphabetical order.
  redirects: async () =>
    optionIds.flatMap((a) =>
      optionIds
        .filter((b) => b > a)
        .map((b) => ({
          source: `/options/${b}-vs-${a}`,
          destination: `/options/${a}-vs-${b}`,
          permanent: true,
        })),
    ),
};

export default config;
