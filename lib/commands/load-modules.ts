import { createViteServer } from "vitest/node";

/** What loads the project’s modules in a command: they are written for a bundler, and Vite, which the tests use, loads them. */
export function loadModules() {
  return createViteServer({
    configFile: "vitest.config.ts",
    logLevel: "error",
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
}
