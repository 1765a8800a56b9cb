import { forgetResult, recallResults } from "@/components/result/recent";

/** Lists the results this browser has shown, wherever a page has room for them: `data-recent`, its list and its form. */
for (const place of document.querySelectorAll<HTMLElement>("[data-recent]")) list(place);

function list(place: HTMLElement): void {
  const items = place.querySelector("ul");
  if (!items) return;
  const results = recallResults();
  place.hidden = results.length === 0;
  items.replaceChildren(
    ...results.map(({ address, verdict, title }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = address;
      link.textContent = title === "" ? verdict : `${title}: ${verdict}`;
      const forget = document.createElement("button");
      forget.type = "button";
      forget.className = "text-button";
      forget.textContent = "Forget";
      forget.setAttribute("aria-label", `Forget ${link.textContent}`);
      forget.addEventListener("click", () => {
        forgetResult(address);
        list(place);
      });
      item.append(...boxFor(place, address, link), forget);
      return item;
    }),
  );
}

/** Inside a form that compares, each can be ticked. */
function boxFor(place: HTMLElement, address: string, link: HTMLAnchorElement): Element[] {
  const name = place.dataset.recent;
  if (!name) return [link];
  const box = document.createElement("input");
  box.type = "checkbox";
  box.className = "checkbox";
  box.name = name;
  box.value = address;
  box.setAttribute("aria-label", link.textContent ?? "");
  return [box, link];
}
