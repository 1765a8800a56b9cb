/**
 * Buttons that copy and print. `data-copy` holds the id of what is copied: a field or any element with text. What happened is
 * said in the role="status" beside the button.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const target = document.getElementById(button.dataset.copy ?? "");
  if (!target) return;
  const isField = target instanceof HTMLInputElement;
  if (isField) target.select();
  const status = button.parentElement?.querySelector("[role=status]");
  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  try {
    await navigator.clipboard.writeText(isField ? target.value : (target.textContent ?? ""));
    say("Copied");
  } catch {
    if (!isField) getSelection()?.selectAllChildren(target);
    say(isField ? "Press Ctrl+C or ⌘C to copy" : "Selected: press Ctrl+C or ⌘C");
  }
}
