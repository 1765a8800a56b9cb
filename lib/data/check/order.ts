import { z } from "zod";
import { kindOf } from "@/lib/data/files";
import type { DataFile, Finding, Path } from "./finding";

/** Files whose keys stand in the order of their schema, so that two rows can be read side by side. */
const ordered =
  /^(capabilities|decisions|recognise|scenarios)\/|^(benchmarks|changes|cloud-offers|fact-kinds|glossary|milestones|publishers)\.json$/;

/** Lists that are kept sorted, so that two people who add to them do not meet on the last line. */
const sorted: Readonly<Record<string, (entry: Record<string, unknown>) => string>> = {
  "benchmarks.json": ({ id }) => String(id),
  "glossary.json": ({ id }) => String(id),
  "milestones.json": ({ date, id }) => `${String(date)} ${String(id)}`,
  "publishers.json": ({ id }) => String(id),
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;
}

/** The value with its keys in the order of the schema; keys the schema does not know keep their place at the end. */
function orderKeys(value: unknown, schema: unknown, columns: readonly string[]): unknown {
  const known = unwrap(schema);
  if (Array.isArray(value) && known instanceof z.ZodArray)
    return value.map((each) => orderKeys(each, known.element, columns));
  if (!isRecord(value)) return value;
  const inOrder = (keys: readonly string[]) => [
    ...keys.filter((key) => key in value),
    ...Object.keys(value).filter((key) => !keys.includes(key)),
  ];
  if (known instanceof z.ZodObject) {
    const { shape } = known;
    return Object.fromEntries(
      inOrder(Object.keys(shape)).map((key) => [key, orderKeys(value[key], shape[key], columns)]),
    );
  }
  if (known instanceof z.ZodRecord)
    return Object.fromEntries(
      inOrder(columns).map((key) => [key, orderKeys(value[key], known.valueType, columns)]),
    );
  return value;
}

function firstDifference(a: unknown, b: unknown, path: Path = []): Path {
  if (Array.isArray(a) && Array.isArray(b)) {
    const at = a.findIndex((each, index) => JSON.stringify(each) !== JSON.stringify(b[index]));
    return firstDifference(a[at], b[at], [...path, at]);
  }
  if (isRecord(a) && isRecord(b)) {
    const keys = Object.keys(a);
    const at = keys.findIndex((key, index) => key !== Object.keys(b)[index]);
    if (at >= 0) return [...path, keys[at] ?? ""];
    const key = keys.find((each) => JSON.stringify(a[each]) !== JSON.stringify(b[each])) ?? "";
    return firstDifference(a[key], b[key], [...path, key]);
  }
  return path;
}

/** The file with keys and lists in their order. `columns` are the variants as options.json lists them. */
export function fixOrder({ file, json }: DataFile, columns: readonly string[]): unknown {
  const kind = kindOf(file);
  if (!kind) return json;
  const keyed = ordered.test(file) ? orderKeys(json, kind.schema, columns) : json;
  const keyOf = sorted[file];
  if (!keyOf || !Array.isArray(keyed)) return keyed;
  const text = (entry: unknown) => (isRecord(entry) ? keyOf(entry) : "");
  return [...keyed].sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}

export function checkOrder(data: DataFile, columns: readonly string[]): Finding[] {
  const fixed = fixOrder(data, columns);
  if (JSON.stringify(fixed) === JSON.stringify(data.json)) return [];
  return [
    {
      file: data.file,
      path: firstDifference(data.json, fixed),
      message: "is out of order: run npm run data:check -- --fix",
    },
  ];
}
