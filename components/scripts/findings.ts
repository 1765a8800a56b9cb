/** Findings that open together, and the one that holds what the address names. Without this each opens by itself. */
function findings(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details.finding")];
}

function start(): void {
  const all = document.querySelector<HTMLButtonElement>("[data-open-all]");
  if (all) {
    all.hidden = false;
    all.addEventListener("click", () => openAll(all));
  }
  openTarget();
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

window.addEventListener("hashchange", openTarget);
document.addEventListener("swapped", start);
start();
