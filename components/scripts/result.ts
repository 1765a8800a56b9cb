import { recallResults, rememberResult } from "@/components/result/recent";

/**
 * A result in the browser: answers given on it change the page in place, findings open together, and the browser remembers
 * that it was seen. Without this every answer is a link, and every finding opens by itself.
 */
const said = document.createElement("p");
said.className = "sr-only";
said.setAttribute("role", "status");
document.body.append(said);

/** The address of what is shown, without its place on the page. */
let shown = "";

function start(): void {
  shown = `${location.pathname}${location.search}`;
  const result = document.querySelector<HTMLElement>("[data-result]");
  if (!result) return;
  const address = addressHere();
  showBefore(result, address);
  rememberResult({
    address,
    verdict: result.dataset.verdict ?? "",
    title: new URLSearchParams(location.search).get("title") ?? "",
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-without-script]"))
    button.hidden = true;
}

/** The address of this result, without where one came from. */
function addressHere(): string {
  const query = new URLSearchParams(location.search);
  query.delete("since");
  return query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
}

/** What the browser showed before this one, and the page that says which answer made the difference. */
function showBefore(result: HTMLElement, here: string): void {
  // The page says already what changed since the result it was reached from.
  if (document.getElementById("since-link-finding")) return;
  const code = result.dataset.result ?? "";
  const before = recallResults().find(({ address }) => !address.startsWith(`/r/${code}`));
  const place = result.querySelector<HTMLElement>("[data-before]");
  const link = place?.querySelector("a");
  const verdict = place?.querySelector("b");
  if (!before || !place || !link || !verdict) return;
  verdict.textContent = before.title === "" ? before.verdict : `${before.title}: ${before.verdict}`;
  link.href = `/compare?${new URLSearchParams([
    ["r", before.address],
    ["r", here],
  ])}`;
  place.hidden = false;
}

function findings(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details.finding")];
}

function sectionIn(finding: HTMLDetailsElement): string | undefined {
  return finding.querySelector("section[id]")?.id;
}

/** The element of that selector in the new page takes the focus, so that a keyboard goes on where it was. */
function focusAgain(selector: string): void {
  const element =
    document.querySelector<HTMLElement>(selector) ??
    document.querySelector<HTMLElement>("#next-finding");
  if (element?.matches("h2")) element.tabIndex = -1;
  element?.focus({ preventScroll: true });
}

/** Shows another result in place of this one. Whatever goes wrong, the link is followed as if there were no script. */
async function show(address: string, isNew: boolean, focus = "#next-finding"): Promise<void> {
  try {
    const response = await fetch(address);
    const text = await response.text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const next = page.querySelector("main");
    const now = document.querySelector("main");
    if (!response.ok || !next || !now) throw new TypeError("not a result");
    if (isNew) history.pushState(null, "", response.url);
    const open = findings().flatMap((finding) => (finding.open ? [sectionIn(finding)] : []));
    now.replaceWith(next);
    for (const finding of findings()) if (open.includes(sectionIn(finding))) finding.open = true;
    document.title = page.title;
    said.textContent = [
      document.querySelector("h1")?.textContent,
      document.querySelector(".result-hero-certainty")?.textContent,
    ].join(". ");
    start();
    focusAgain(focus);
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
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLSelectElement)) return;
  const form = target.closest<HTMLFormElement>("form[data-swap-form]");
  if (!form) return;
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) query.append(name, String(value));
  void show(`${form.action}?${query}`, true, `select[name="${target.name}"]`);
});
// A link within the page is an entry of the history as well: only another address is another result.
window.addEventListener("popstate", () => {
  if (shown !== `${location.pathname}${location.search}`) void show(location.href, false);
});
start();
