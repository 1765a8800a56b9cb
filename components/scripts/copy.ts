/**
 * Buttons that copy, print and share. `data-copy` holds the id of what is copied: a field or any element with text. What happened is
 * said in the role="status" beside the button.
 */
function start(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]"))
    ready(button, () => copy(button));
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]"))
    ready(button, () => window.print());
  if (!navigator.share) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-share]"))
    ready(button, () => share(button.dataset.share ?? ""));
}

function ready(button: HTMLButtonElement, press: () => void): void {
  if (!button.hidden) return;
  button.hidden = false;
  button.addEventListener("click", press);
}

/** The share sheet of phones. Who closes it has changed their mind; that is no error. */
function share(url: string): void {
  navigator.share({ title: document.title, url }).catch(() => undefined);
}

document.addEventListener("swapped", start);
start();

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
