import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
      // Tests run on the server: what the package's "react-server" entry holds, which is nothing.
      "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  test: {
    include: ["{app,components,data,lib}/**/*.test.{ts,tsx}"],
    environment: "node",
    // Property tests run hundreds of cases; a slow machine must not fail them.
    testTimeout: 30_000,
  },
});
