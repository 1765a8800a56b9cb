import { z } from "zod";
import { kindOf } from "@/lib/data/files";
import type { DataFile, Finding, Path } from "./finding";
import { nearestWord } from "./nearest-word";

type Issue = z.core.$ZodIssue;

function step(schema: z.ZodType | undefined, key: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional) return step(schema.unwrap() as z.ZodType, key);
  if (schema instanceof z.ZodObject) return schema.shape[String(key)] as z.ZodType | undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return undefined;
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  const found = path.reduce<z.ZodType | undefined>(step, schema);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** The issue with its mend: what to add, remove or write instead. */
export function explainIssue(issue: Issue, schema: z.ZodType): string {
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(schema, issue.path);
      return issue.keys
        .map((key) => {
          const meant = nearestWord(key, known);
          const mend = meant ? `did you mean "${meant}"?` : "remove it";
          return `no key is called "${key}" here: ${mend}`;
        })
        .join("; ");
    }
    case "invalid_type":
      return issue.input === undefined && /received undefined/.test(issue.message)
        ? `is missing: add it (${issue.expected})`
        : `must be ${issue.expected}`;
    case "invalid_value":
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "too_small":
      return issue.origin === "string"
        ? `is too short: write at least ${issue.minimum} characters`
        : issue.message;
    case "too_big":
      return issue.origin === "string"
        ? `is too long: cut it to ${issue.maximum} characters`
        : issue.message;
    case "invalid_format":
      return issue.format === "url"
        ? "must be an address that starts with https://"
        : issue.format === "date"
          ? "must be a day such as 2026-11-24"
          : issue.message;
    default:
      return issue.message;
  }
}

/** Holds a file against its schema; every issue becomes a finding, not only the first. */
export function checkShape({ file, json }: DataFile): Finding[] {
  const kind = kindOf(file);
  if (!kind) return [];
  const result = kind.schema.safeParse(json);
  const issues = result.success
    ? []
    : result.error.issues.map((issue) => ({
        file,
        path: issue.path,
        message: explainIssue(issue, kind.schema),
      }));
  return [...issues, ...checkName(file, json)];
}

/** In a folder the id is the file's name, for ever: links are made of it. */
function checkName(file: string, json: unknown): Finding[] {
  const name = file.match(/^(?:capabilities|decisions|scenarios)\/(.+)\.json$/)?.[1];
  if (name === undefined || typeof json !== "object" || json === null || !("id" in json)) return [];
  if (json.id === name) return [];
  return [
    {
      file,
      path: ["id"],
      message: `is "${String(json.id)}", but the file is called ${name}.json: make them the same`,
    },
  ];
}
