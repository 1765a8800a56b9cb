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
    // One room's only, when faults are planted in it: what the test of another room notices by chance is not held.
    include: [`${process.env.TESTS_IN ?? "{app,components,data,lib}"}/**/*.test.{ts,tsx}`],
    environment: "node",
    // Tests share what they load within a worker: the data is parsed, and the table compiled, once and not 120 times. Nothing
    // that is loaded changes, and what a test sets in the environment it takes back. A planted fault has to be loaded anew.
    isolate: process.env.TESTS_IN !== undefined,
    // Property tests run hundreds of cases; a slow machine must not fail them.
    testTimeout: 30_000,
  },
});
