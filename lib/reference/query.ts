/** Next's parsed query as the standard's own type. */
export function toSearchParams(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const each of typeof value === "string" ? [value] : (value ?? []))
      params.append(key, each);
  }
  return params;
}
