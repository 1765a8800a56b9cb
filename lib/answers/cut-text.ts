/** The first characters of a text that somebody sent. A character is never cut in two: half of one cannot be put into an address. */
export function cutText(text: string, most: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= most) return whole;
  return [...whole].slice(0, most).join("");
}

/** The same for showing: what was left out is marked. */
export function shorten(text: string, most: number): string {
  const cut = cutText(text, most);
  return cut.length < text.toWellFormed().length ? `${cut}…` : cut;
}
