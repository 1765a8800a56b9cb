/** Plugins in the order of CoreDNS's own plugin.cfg, as far as a Corefile here may use them. */
const plugins = new Set([
  "errors",
  "health",
  "ready",
  "bufsize",
  "acl",
  "kubernetes",
  "prometheus",
  "forward",
  "cache",
  "loop",
  "reload",
  "loadbalance",
  "log",
  "minimal",
  "template",
  "hosts",
  "rewrite",
]);

const zone = /^(\.|[a-z0-9.-]+)(:\d{1,5})?$/;

/** What is wrong with a Corefile's form: braces, zones, unknown plugins, a TLS forward without a server name. */
export function findInCorefile(text: string): string[] {
  const findings: string[] = [];
  let depth = 0;
  let plugin = "";
  let settings = new Set<string>();
  let secure = false;
  text.split("\n").forEach((line, index) => {
    const words = line.replace(/#.*/, "").trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) return;
    const at = `line ${index + 1}`;
    const opens = words.at(-1) === "{";
    const content = opens ? words.slice(0, -1) : words;
    if (words.length === 1 && words[0] === "}") {
      if (depth === 2 && plugin === "forward" && secure && !settings.has("tls_servername")) {
        findings.push(`${at}: forward by tls:// without tls_servername checks no name`);
      }
      depth -= 1;
      if (depth < 0) findings.push(`${at}: a brace closes nothing`);
      return;
    }
    if (words.includes("}") || words.slice(0, -1).includes("{")) {
      findings.push(`${at}: a brace must end its line`);
    }
    if (depth === 0) {
      if (!opens) findings.push(`${at}: a server block opens with a brace`);
      for (const each of content) if (!zone.test(each)) findings.push(`${at}: ${each} is no zone`);
    } else if (depth === 1) {
      plugin = content[0] ?? "";
      settings = new Set();
      secure = content.some((word) => word.startsWith("tls://"));
      if (!plugins.has(plugin)) findings.push(`${at}: ${plugin} is no plugin`);
      if (plugin === "forward" && secure && !opens) {
        findings.push(`${at}: forward by tls:// without tls_servername checks no name`);
      }
    } else settings.add(content[0] ?? "");
    if (opens) depth += 1;
    if (depth > 2) findings.push(`${at}: blocks nest two deep at most`);
  });
  if (depth > 0) findings.push("the last brace is missing");
  return findings;
}
