import { recall, remember } from "@/components/questionnaire/browser-memory";
import { countDone } from "@/lib/plan/done";

/** The ticks of a plan: as its address says, else as this browser remembers; remembered when one changes. */
const form = document.querySelector<HTMLFormElement>("form[data-done]");
if (form) keepTicks(form);

function keepTicks(form: HTMLFormElement): void {
  const name = `done.${form.dataset.done}`;
  const boxes = [...form.elements].filter(
    (each): each is HTMLInputElement =>
      each instanceof HTMLInputElement && each.type === "checkbox",
  );
  let done = (form.dataset.linked ?? recall(name) ?? "").split(",").filter(Boolean);

  const show = () => {
    for (const box of boxes) box.checked = done.includes(box.value);
    for (const count of document.querySelectorAll<HTMLElement>("[data-done-count]"))
      count.textContent = countDone(
        (count.dataset.doneCount ?? "").split(",").filter(Boolean),
        done,
      );
  };
  form.ownerDocument.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !boxes.includes(target)) return;
    done = [...done.filter((id) => id !== target.value), ...(target.checked ? [target.value] : [])];
    remember(name, done.length > 0 ? done.join(",") : undefined);
    show();
  });
  show();
  toggle("[data-done-kept]", false);
  toggle("[data-done-unkept]", true);
}

function toggle(selector: string, hidden: boolean): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element) element.hidden = hidden;
}
