/** One plugin of a CoreDNS server block, with its arguments and settings. */
export interface CorePlugin {
  readonly name: string;
  readonly args?: readonly string[];
  readonly settings?: readonly (readonly string[])[];
}

export interface CoreServer {
  readonly zones: readonly string[];
  readonly plugins: readonly CorePlugin[];
}

/** Writes server blocks as a Corefile. */
export function emitCorefile(servers: readonly CoreServer[]): string {
  return servers
    .map(({ zones, plugins }) => {
      const lines = plugins.map(({ name, args = [], settings }) => {
        const head = ["   ", name, ...args].join(" ").replace(/^ {4} ?/, "    ");
        if (!settings) return `${head}\n`;
        return `${head} {\n${settings.map((words) => `        ${words.join(" ")}\n`).join("")}    }\n`;
      });
      return `${zones.join(" ")} {\n${lines.join("")}}\n`;
    })
    .join("\n");
}
