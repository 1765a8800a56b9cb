import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { anyOrigin, revalidated } from "@/lib/security/headers";
import { Kept } from "./kept";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

const immutable = "public, max-age=31536000, immutable";

/** Files the build wrote beside others, or for itself. */
const notServed = /\.(?:br|gz)$|^\/scripts\/manifest\.json$/;

/**
 * The files that are served as they are: what Next and we built under names that change with the content, and what is in
 * public/. They are read once, with the compressed forms the build made of them.
 */
export function createFiles(folder: string): (path: string) => Kept | undefined {
  const known = new Map<string, string>();
  for (const [root, under] of [
    ["/_next/static/", join(folder, ".next", "static")],
    ["/", join(folder, "public")],
  ] as const)
    for (const file of globSync("**/*", { cwd: under })) {
      const path = `${root}${file.replaceAll("\\", "/")}`;
      if (!notServed.test(path) && statSync(join(under, file)).isFile())
        known.set(path, join(under, file));
    }
  // The newest loader. Pages of others name a version, and every version is kept for ever.
  const loader = known.get("/embed/v1.js");
  if (loader !== undefined) known.set("/embed.js", loader);

  const read = new Map<string, Kept>();
  return (path) => {
    const kept = read.get(path);
    if (kept) return kept;
    const file = known.get(path);
    if (file === undefined) return undefined;
    const made = readKept(path, file);
    read.set(path, made);
    return made;
  };
}

function readKept(path: string, file: string): Kept {
  const beside = (suffix: string) =>
    existsSync(`${file}${suffix}`) ? readFileSync(`${file}${suffix}`) : undefined;
  const br = beside(".br");
  const gzip = beside(".gz");
  return new Kept(
    200,
    { "content-type": types[extname(file)] ?? "application/octet-stream", ...cachingOf(path) },
    readFileSync(file),
    { ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) },
  );
}

function cachingOf(path: string): Readonly<Record<string, string>> {
  if (path.startsWith("/_next/static/") || path.startsWith("/scripts/"))
    return { "cache-control": immutable };
  // Pages of others load the loader, some with an integrity check, which needs the first; whoever validates a result in a
  // browser reads its schema from another origin.
  if (path.startsWith("/embed"))
    return { ...anyOrigin, "cache-control": "public, max-age=3600, stale-while-revalidate=86400" };
  if (path.startsWith("/schemas/")) return { ...anyOrigin, "cache-control": revalidated };
  return { "cache-control": revalidated };
}
