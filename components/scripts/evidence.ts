/**
 * Opens the evidence of a cell over the page: fetched when asked for, from the page the link leads to, so that a result does
 * not carry what few readers open. Without this, or where it fails, the link is followed.
 */
const dialog = document.createElement("dialog");
dialog.className = "evidence-dialog";
const close = document.createElement("button");
close.type = "button";
close.className = "text-button evidence-close";
close.textContent = "Close";
close.addEventListener("click", () => dialog.close());
// A click beside the box is one on the dialog itself.
dialog.addEventListener("click", ({ target }) => {
  if (target === dialog) dialog.close();
});
document.body.append(dialog);

async function open(link: HTMLAnchorElement): Promise<void> {
  const { pathname, hash, href } = new URL(link.href);
  try {
    const response = await fetch(pathname);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const cell = page.getElementById(hash.slice(1));
    const title = page.querySelector("h1")?.textContent;
    if (!response.ok || !cell || !title) throw new TypeError("no such cell");
    const heading = document.createElement("h2");
    heading.textContent = title;
    const more = document.createElement("p");
    const row = document.createElement("a");
    row.href = href;
    row.textContent = "All variants on this row of the matrix";
    more.append(row);
    // Ids stay with the page they are of: the result may have the same.
    cell.removeAttribute("id");
    for (const each of cell.querySelectorAll("[id]")) each.removeAttribute("id");
    dialog.setAttribute("aria-label", `Evidence: ${link.getAttribute("aria-label") ?? title}`);
    dialog.replaceChildren(close, heading, cell, more);
    dialog.showModal();
    dialog.scrollTop = 0;
  } catch {
    location.assign(href);
  }
}

document.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest<HTMLAnchorElement>("a[data-evidence]");
  if (!link) return;
  event.preventDefault();
  void open(link);
});
