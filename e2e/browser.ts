import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";

export type Browser = {
  readonly executablePath: string;
  /** Variables the browser needs beside those of the test process. */
  readonly env: Readonly<Record<string, string>>;
  /** Where the Chromium from npm has fonts that are the same on every machine; absent for any other browser. */
  readonly fonts?: string;
};

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** CHROMIUM_PATH if set, else the Chromium from npm, else one installed on the system. */
export async function findBrowser(): Promise<Browser> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    const browser = { executablePath: chosen, env: {} };
    const failure = tryStart(browser);
    if (failure) throw new Error(`CHROMIUM_PATH is ${chosen}, but that does not start: ${failure}`);
    return browser;
  }

  const failures: string[] = [];
  try {
    const folder = await unpackChromium();
    for (const browser of unpackedCandidates(folder)) {
      const failure = tryStart(browser);
      if (!failure) return browser;
      failures.push(`${browser.executablePath}: ${failure}`);
    }
  } catch (error) {
    failures.push(`@sparticuz/chromium could not be unpacked: ${error}`);
  }
  for (const executablePath of findOnPath(systemNames)) {
    const browser = { executablePath, env: {} };
    const failure = tryStart(browser);
    if (!failure) return browser;
    failures.push(`${executablePath}: ${failure}`);
  }
  throw new Error(
    [
      "No browser for the end-to-end tests was found.",
      ...failures.map((failure) => `- ${failure}`),
      "Install Chromium (on Debian or Ubuntu: apt-get install chromium) or name one: CHROMIUM_PATH=/path/to/chromium npm run e2e",
    ].join("\n"),
  );
}

/** FIREFOX_PATH if set, else the Firefox installed on the system, if any. */
export function findFirefox(): string | undefined {
  const chosen = process.env.FIREFOX_PATH;
  return [...(chosen ? [chosen] : []), ...findOnPath(["firefox-esr", "firefox"])].find(
    (executablePath) => !tryStart({ executablePath, env: {} }),
  );
}

function unpackedCandidates(folder: string): Browser[] {
  const executablePath = join(folder, "chromium");
  const fonts = join(folder, "fonts");
  const needed: Record<string, string> = existsSync("/etc/fonts/fonts.conf")
    ? {}
    : { FONTCONFIG_PATH: fonts };
  const libraries = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(delimiter);
  // The bundled libraries help where the system lacks them and may clash where it has newer ones.
  return [
    { executablePath, env: needed, fonts },
    { executablePath, env: { ...needed, LD_LIBRARY_PATH: libraries }, fonts },
  ];
}

/** Unpacks once per version; a run that is cut short leaves nothing behind that looks complete. */
async function unpackChromium(): Promise<string> {
  const require = createRequire(import.meta.url);
  const root = dirname(dirname(require.resolve("@sparticuz/chromium")));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const parent = findWritableFolder();
  const folder = join(parent, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  const { inflate } = await import("@sparticuz/chromium");
  const staging = mkdtempSync(join(parent, "unpacking-"));
  const temporary = process.env.TMPDIR;
  // inflate writes to the system's temporary folder and takes no other target.
  process.env.TMPDIR = staging;
  try {
    for (const archive of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) {
      await inflate(join(root, "bin", archive));
    }
    writeFileSync(join(staging, "fonts", "fonts.conf"), describeFonts(join(folder, "fonts")));
    renameSync(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    rmSync(staging, { recursive: true, force: true });
  }
  return folder;
}

/** The packaged description looks for fonts in the folders of a cloud function. */
function describeFonts(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>
`;
}

function findWritableFolder(): string {
  const cache = resolve("node_modules", ".cache", "e2e");
  try {
    mkdirSync(cache, { recursive: true });
    rmSync(mkdtempSync(join(cache, "probe-")), { recursive: true });
    return cache;
  } catch {
    const own = join(tmpdir(), `choose-a-service-mesh-e2e-${userInfo().uid}`);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    return own;
  }
}

function findOnPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) =>
    folders.map((folder) => join(folder, name)).filter((path) => existsSync(path)),
  );
}

/** What stops the browser from starting, or undefined if it starts. */
function tryStart({ executablePath, env }: Browser): string | undefined {
  try {
    execFileSync(executablePath, ["--version"], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 30_000,
    });
    return undefined;
  } catch (error) {
    const output = error instanceof Error && "stderr" in error && error.stderr;
    return output ? String(output).trim().split("\n")[0] : String(error);
  }
}
