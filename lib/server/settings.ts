import { availableParallelism } from "node:os";
import { readAncestors } from "@/lib/embed/policy";

/** What whoever runs the server decides, read once at its start. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Where the site is published; undefined: wherever a request says. */
  readonly origin: string | undefined;
  /** Whether caches that several people share may hold what is served. */
  readonly caching: "public" | "private";
  /** How many bytes of answers are kept. */
  readonly keptBytes: number;
  /** Threads that render. */
  readonly renderers: number;
  /** Megabytes that each of them may hold. */
  readonly heap: number;
  /** Results that may wait for a thread; more are turned away. */
  readonly waiting: number;
  /** Seconds that requests in hand have to end after SIGTERM. */
  readonly drainSeconds: number;
  /** Value of Strict-Transport-Security. */
  readonly hsts: string | undefined;
  /** Whom to tell of a vulnerability: a mail or web address for security.txt. */
  readonly securityContact: string | undefined;
}

export type SettingsRead =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings from the environment. Each problem is a sentence that says what to set instead. */
export function readSettings(environment: Environment): SettingsRead {
  const problems: string[] = [];
  const value = (name: string) => environment[name]?.trim() || undefined;
  const whole = (name: string, otherwise: number, least: number, most: number) => {
    const text = value(name);
    if (text === undefined) return otherwise;
    if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most)
      return Number(text);
    problems.push(`${name} is "${text}", but it is a whole number from ${least} to ${most}.`);
    return otherwise;
  };

  const siteUrl = value("SITE_URL");
  const origin = siteUrl === undefined ? undefined : readOrigin(siteUrl);
  if (siteUrl !== undefined && origin === undefined)
    problems.push(
      `SITE_URL is "${siteUrl}", but it is where the site is published, with nothing behind the host: https://mesh.example.org`,
    );

  try {
    readAncestors(value("EMBED_ANCESTORS"));
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }

  const otherwise = value("MESH_ADVISOR_OVERLAY") === undefined ? "public" : "private";
  const caching = value("CACHING") ?? otherwise;
  if (caching !== "public" && caching !== "private")
    problems.push(`CACHING is "${caching}", but it is public or private.`);

  const hsts = value("HSTS");
  if (hsts !== undefined && !/^max-age=\d+(?:; ?(?:includeSubDomains|preload))*$/.test(hsts))
    problems.push(`HSTS is "${hsts}", but it is such as: max-age=31536000; includeSubDomains`);

  const securityContact = value("SECURITY_CONTACT");
  if (securityContact !== undefined && !/^(?:https:\/\/|mailto:)\S+$/.test(securityContact))
    problems.push(
      `SECURITY_CONTACT is "${securityContact}", but it begins with https:// or mailto:.`,
    );

  const settings: Settings = {
    port: whole("PORT", 3000, 1, 65535),
    // Containers set HOSTNAME to their own name, so it is not looked at.
    host: value("HOST") ?? "0.0.0.0",
    origin,
    caching: caching === "private" ? "private" : "public",
    keptBytes: whole("KEPT_MB", 64, 1, 100_000) * 1e6,
    renderers: whole("RENDERERS", Math.max(2, Math.min(8, availableParallelism())), 1, 64),
    heap: whole("HEAP_MB", 256, 160, 8192),
    waiting: whole("WAITING", 100, 1, 10_000),
    drainSeconds: whole("DRAIN_SECONDS", 10, 0, 600),
    hsts,
    securityContact,
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings };
}

function readOrigin(siteUrl: string): string | undefined {
  if (!URL.canParse(siteUrl)) return undefined;
  const { protocol, origin, pathname, search, hash, username } = new URL(siteUrl);
  const isBare = pathname === "/" && search === "" && hash === "" && username === "";
  return isBare && /^https?:$/.test(protocol) ? origin : undefined;
}
