import { useEffect, useEffectEvent } from "react";

interface KeyActions {
  /** 1 to 9. */
  onDigit: (digit: number) => void;
  onNext: () => void;
  onBack: () => void;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox"].includes(target.type);
  return target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}

/** Single-key shortcuts for the whole page; silent while one types or holds a modifier. */
export function useKeys(isOn: boolean, actions: KeyActions): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (/^[1-9]$/.test(key)) actions.onDigit(Number(key));
    else if (key === "n") actions.onNext();
    else if (key === "b") actions.onBack();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
}
