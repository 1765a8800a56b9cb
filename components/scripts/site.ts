/** On every page: “/” opens the search, the contents of a long page close after a choice and say where one is. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey) return;
  const { target } = event;
  if (target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]"))
    return;
  event.preventDefault();
  location.assign("/search");
});

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const menu = target.closest("a")?.closest<HTMLDetailsElement>("details.toc-menu");
  if (menu) menu.open = false;
});

/** Lights the section that the upper part of the window shows. */
const links = [...document.querySelectorAll<HTMLAnchorElement>(".toc a[href^='#']")];
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      for (const link of links) {
        if (link.hash === `#${target.id}`) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }
  },
  { rootMargin: "-20% 0px -70% 0px" },
);
for (const id of new Set(links.map(({ hash }) => hash.slice(1)))) {
  const section = document.getElementById(id);
  if (section) watcher.observe(section);
}
