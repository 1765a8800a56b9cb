import { createHash } from "node:crypto";

const nonceSource = /'nonce-([\w+/=-]+)'/;

/**
 * Puts hashes in the place of the nonce of a page that Next has just rendered, so that the page may be sent to many. Only
 * what carries the nonce is allowed by its hash: an element that got into the page by a mistake of ours has none, and stays
 * forbidden.
 */
export function replaceNonce(html: string, policy: string): { html: string; policy: string } {
  const [source, nonce] = nonceSource.exec(policy) ?? [];
  if (source === undefined || nonce === undefined) return { html, policy };
  const allowed = { script: new Set<string>(), style: new Set<string>() };
  const element = new RegExp(
    `<(script|style)(?=[^>]* nonce="${escapePattern(nonce)}")([^>]*)>([^]*?)</\\1>`,
    "g",
  );
  const rest = html.replace(element, (_, name: "script" | "style", attributes, content) => {
    const own = attributes.replace(` nonce="${nonce}"`, "");
    // What is handed to the browser as data may name the nonce too.
    const text = content.replaceAll(nonce, "");
    if (!/\ssrc=/.test(attributes))
      allowed[name].add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    return `<${name}${own}>${text}</${name}>`;
  });
  const directives = policy.split("; ").map((directive) => {
    const [name = "", ...sources] = directive.split(" ");
    const hashes =
      name === "script-src" ? allowed.script : name === "style-src" ? allowed.style : [];
    return [name, ...new Set([...sources.filter((each) => each !== source), ...hashes])].join(" ");
  });
  return { html: rest.replaceAll(` nonce="${nonce}"`, ""), policy: directives.join("; ") };
}

function escapePattern(text: string): string {
  return text.replace(/[+/=]/g, "\\$&");
}
