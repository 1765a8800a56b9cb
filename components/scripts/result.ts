import { recallResults, rememberResult } from "@/components/result/recent";

/**
 * A result in the browser: answers given on it change the page in place, findings open together, and the browser remembers
 * that it was seen. Without this every answer is a link, and every finding opens by itself.
 */
const said = document.createElement("p");
said.className = "sr-only";
said.setAttribute("role", "status");
document.body.append(said);

function start(): void {
  const result = document.querySelector<HTMLElement>("[data-result]");
  if (!result) return;
  showBefore(result);
  rememberResult({
    address: `${location.pathname}${location.search}`,
    verdict: result.dataset.verdict ?? "",
    title: new URLSearchParams(location.search).get("title") ?? "",
  });
  const all = document.querySelector<HTMLButtonElement>("[data-open-all]");
  if (all) {
    all.hidden = false;
    all.addEventListener("click", () => openAll(all));
  }
  openTarget();
}

/** What the browser showed before this one, and the page that says which answer made the difference. */
function showBefore(result: HTMLElement): void {
  const code = result.dataset.result ?? "";
  const before = recallResults().find(({ address }) => !address.startsWith(`/r/${code}`));
  const place = result.querySelector<HTMLElement>("[data-before]");
  const link = place?.querySelector("a");
  const verdict = place?.querySelector("b");
  if (!before || !place || !link || !verdict) return;
  verdict.textContent = before.title === "" ? before.verdict : `${before.title}: ${before.verdict}`;
  link.href = `/compare?${new URLSearchParams([
    ["r", before.address.split("?", 1)[0] ?? ""],
    ["r", `/r/${code}`],
  ])}`;
  place.hidden = false;
}

function findings(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details.finding")];
}

function openAll(button: HTMLButtonElement): void {
  const open = findings().some((finding) => !finding.open);
  for (const finding of findings()) finding.open = open;
  button.textContent = open ? "Close all" : "Open all";
}

/** Browsers that do not open what holds the target of an address. */
function openTarget(): void {
  const target = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
  const finding = target?.closest<HTMLDetailsElement>("details.finding");
  if (!target || !finding || finding.open) return;
  finding.open = true;
  target.scrollIntoView();
}

/** Shows another result in place of this one. Whatever goes wrong, the link is followed as if there were no script. */
async function show(address: string, isNew: boolean): Promise<void> {
  try {
    const response = await fetch(address);
    const text = await response.text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const next = page.querySelector("main");
    const now = document.querySelector("main");
    if (!response.ok || !next || !now) throw new TypeError("not a result");
    if (isNew) history.pushState(null, "", address);
    now.replaceWith(next);
    document.title = page.title;
    said.textContent = `${page.querySelector("h1")?.textContent ?? ""}. ${page.querySelector(".result-hero-certainty")?.textContent ?? ""}`;
    document.getElementById("next-finding")?.setAttribute("tabindex", "-1");
    if (isNew) document.getElementById("next-finding")?.focus({ preventScroll: true });
    start();
    document.dispatchEvent(new Event("swapped"));
  } catch {
    location.assign(address);
  }
}

document.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest<HTMLAnchorElement>("a[data-swap]");
  if (!link) return;
  event.preventDefault();
  void show(link.href, true);
});
window.addEventListener("popstate", () => void show(location.href, false));
window.addEventListener("hashchange", openTarget);
start();
