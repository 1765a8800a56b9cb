import { Environment } from "@marcbachmann/cel-js";

/** What the Kubernetes API server adds to the expression language, as far as the rules here use it. */
const environment = new Environment({ unlistedVariablesAreDyn: true })
  .registerFunction("isURL(string): bool", (text: string) => URL.canParse(text))
  .registerFunction("isIP(string): bool", (text: string) => /^[\d.]+$|:/.test(text))
  .registerFunction("url(string): map", (text: string) => {
    const { protocol, host, hostname, pathname } = new URL(text);
    return { scheme: protocol.slice(0, -1), host, hostname, path: pathname };
  })
  .registerFunction({
    name: "getScheme",
    receiverType: "map",
    returnType: "string",
    params: [],
    handler: (address: { scheme: string }) => address.scheme,
  });

/** Whole numbers are big integers in the language. */
function toCel(value: unknown): unknown {
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value);
  if (Array.isArray(value)) return value.map(toCel);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toCel(each)]));
  }
  return value;
}

/**
 * The evaluator takes a field, not an element, inside has(): the first element of a list is bound to a name first. The
 * flag (?i) stands for case-insensitive patterns, which JavaScript spells otherwise.
 */
function rewrite(rule: string): string {
  return rule
    .replace(
      /has\(((?:\w+\.)*\w+)\[0\]\.([\w.]+)\)/g,
      "($1.size() > 0 && [$1[0]].all(first, has(first.$2)))",
    )
    .replaceAll("^(?i)", "^");
}

const parsed = new Map<string, ReturnType<Environment["parse"]>>();

/** Whether the rule holds; a rule on changes has nothing to judge. An error while judging counts as a refusal. */
export function satisfies(rule: string, self: unknown): boolean | { error: string } {
  if (/\boldSelf\b/.test(rule)) return true;
  try {
    const program = parsed.get(rule) ?? environment.parse(rewrite(rule));
    parsed.set(rule, program);
    return program({ self: toCel(self) }) === true;
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
