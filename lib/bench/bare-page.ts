import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

// Without JSX, since code under node_modules is taken as it is.
const files = {
  "package.json": JSON.stringify({ type: "module", private: true }),
  "next.config.js": `const root = process.cwd();
export default { output: "standalone", outputFileTracingRoot: root, turbopack: { root } };
`,
  "app/layout.js": `import { createElement as h } from "react";
export default function Layout({ children }) {
  return h("html", { lang: "en" }, h("body", null, children));
}
`,
  "app/page.js": `import { createElement as h } from "react";
export const dynamic = "force-dynamic";
export default function Page() {
  return h("h1", null, "A page that says nothing");
}
`,
};

/**
 * Writes the least Next.js page there is that is rendered for each request, as a yardstick beside ours. It is for the same
 * Next.js to build; where the server is then comes with it.
 */
export function writeBarePage(): { folder: string; server: string } {
  const folder = resolve("node_modules/.cache/bare-page");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const fromRoot = relative(process.cwd(), folder);
  return { folder, server: join(folder, ".next/standalone", fromRoot, "server.js") };
}
