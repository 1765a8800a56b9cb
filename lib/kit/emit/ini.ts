/** Writes sections of settings, as systemd reads them; a list repeats its key. */
export function emitIni(
  head: readonly string[],
  sections: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>,
): string {
  const body = Object.entries(sections).map(([section, settings]) => {
    const lines = Object.entries(settings).flatMap(([key, value]) =>
      [value].flat().map((each) => `${key}=${each}\n`),
    );
    return `[${section}]\n${lines.join("")}`;
  });
  return `${head.map((line) => `# ${line}`.trimEnd()).join("\n")}\n\n${body.join("\n")}`;
}
