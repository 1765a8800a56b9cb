/** A reference that HCL evaluates: `var.vpc_id`, `aws_security_group.mesh.id`. */
export class HclReference {
  readonly path: string;

  constructor(path: string) {
    if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)*$/i.test(path)) {
      throw new RangeError(`"${path}" is no HCL reference`);
    }
    this.path = path;
  }
}

export type HclValue =
  | string
  | number
  | boolean
  | HclReference
  | readonly HclValue[]
  | { readonly [key: string]: HclValue };

/** `type "label" { … }`. */
export interface HclBlock {
  readonly type: string;
  readonly labels?: readonly string[];
  readonly body: HclBody;
}

export interface HclBody {
  readonly attributes?: Readonly<Record<string, HclValue>>;
  readonly blocks?: readonly HclBlock[];
}

/** A string literal: quotes, controls and template markers are escaped, so that nothing in it is evaluated. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/\$\{/g, "$$$${").replace(/%\{/g, "%%{");
}

const identifier = /^[A-Za-z_][A-Za-z0-9_-]*$/;

function key(name: string): string {
  return identifier.test(name) ? name : quote(name);
}

function emitValue(value: HclValue, indent: string): string {
  if (value instanceof HclReference) return value.path;
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object") return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== "object" || each instanceof HclReference)) {
      return `[${value.map((each) => emitValue(each, indent)).join(", ")}]`;
    }
    const items = value.map((each) => `${inner}${emitValue(each, inner)},\n`);
    return `[\n${items.join("")}${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  return `{\n${emitAttributes(entries, inner)}${indent}}`;
}

/** One attribute a line, the equals signs of neighbours aligned as `terraform fmt` does. */
function emitAttributes(entries: readonly (readonly [string, HclValue])[], indent: string): string {
  const lines = entries.map(([name, value]) => ({
    name: key(name),
    value: emitValue(value, indent),
  }));
  return lines
    .map(({ name, value }, index) => {
      if (value.includes("\n")) return `${indent}${name} = ${value}\n`;
      let width = name.length;
      for (const step of [-1, 1]) {
        for (
          let other = index + step;
          lines[other] && !lines[other]?.value.includes("\n");
          other += step
        )
          width = Math.max(width, lines[other]?.name.length ?? 0);
      }
      return `${indent}${name.padEnd(width)} = ${value}\n`;
    })
    .join("");
}

function emitBody({ attributes = {}, blocks = [] }: HclBody, indent: string): string {
  const own = emitAttributes(Object.entries(attributes), indent);
  const nested = blocks.map(({ type, labels = [], body }) => {
    const head = [type, ...labels.map(quote)].join(" ");
    const content = emitBody(body, `${indent}  `);
    return content === "" ? `${indent}${head} {}\n` : `${indent}${head} {\n${content}${indent}}\n`;
  });
  return [...(own === "" ? [] : [own]), ...nested].join("\n");
}

/** Writes a body as an HCL file under a comment. */
export function emitHcl(head: readonly string[], body: HclBody): string {
  return `${head.map((line) => `# ${line}`.trimEnd()).join("\n")}\n\n${emitBody(body, "")}`;
}
