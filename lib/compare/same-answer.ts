/** Whether two answers say the same, in whatever order their rows stand. */
export function sameAnswer(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort()
      : value;
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}
