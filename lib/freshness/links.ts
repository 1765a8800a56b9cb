export interface LinkResult {
  readonly url: string;
  /** fine; gone: it answers that it is not there; unclear: no answer, or one that says nothing about the page. */
  readonly state: "fine" | "gone" | "unclear";
  readonly detail: string;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const gone = new Set([404, 410]);

async function ask(url: string, fetch: Fetch): Promise<LinkResult> {
  const init: RequestInit = {
    redirect: "follow",
    headers: { "user-agent": "link check of a service mesh matrix", accept: "*/*" },
    signal: AbortSignal.timeout(20_000),
  };
  try {
    // Some servers answer HEAD with anything; only a GET that fails counts.
    const head = await fetch(url, { ...init, method: "HEAD" });
    if (head.ok) return { url, state: "fine", detail: String(head.status) };
    const response = await fetch(url, { ...init, method: "GET" });
    await response.body?.cancel();
    if (response.ok) return { url, state: "fine", detail: String(response.status) };
    return {
      url,
      state: gone.has(response.status) ? "gone" : "unclear",
      detail: String(response.status),
    };
  } catch (error) {
    return {
      url,
      state: "unclear",
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Asks for each address once, a few hosts at a time and each host one at a time. Fragments are left away. */
export async function checkLinks(
  urls: readonly string[],
  fetch: Fetch,
  hostsAtOnce = 6,
): Promise<LinkResult[]> {
  const byHost = new Map<string, string[]>();
  for (const url of new Set(urls.map((each) => each.split("#")[0] ?? each))) {
    const { host } = new URL(url);
    byHost.set(host, [...(byHost.get(host) ?? []), url]);
  }
  const queue = [...byHost.values()];
  const results: LinkResult[] = [];
  async function work() {
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (const url of next) results.push(await ask(url, fetch));
    }
  }
  await Promise.all(Array.from({ length: hostsAtOnce }, work));
  return results.sort((a, b) => (a.url < b.url ? -1 : 1));
}
