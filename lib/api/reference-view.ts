import { listed } from "@/lib/text/words";
import { componentSchemas, schemaOrReference } from "./json-schema";
import type { Operation } from "./operations";
import { type ProblemKind, problemKinds } from "./problem";

/** What the page /api shows, made from the same schemas as the OpenAPI document. */

type Schema = Readonly<Record<string, unknown>>;

export interface FieldView {
  readonly name: string;
  /** “list of RankedOption”, “text or null”. */
  readonly type: string;
  readonly description: string;
  readonly required: boolean;
}

export interface OperationView {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly FieldView[];
  readonly body?: { readonly schema: string; readonly example: string };
  /** The name of the schema of the answer. */
  readonly response: string;
  readonly problems: readonly { readonly kind: ProblemKind; readonly status: number }[];
  readonly example: string;
}

export interface SchemaView {
  readonly name: string;
  readonly description: string;
  /** Empty for what is not an object. */
  readonly fields: readonly FieldView[];
  readonly type: string;
}

const names: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  null: "null",
};

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The type of a value in a few words. */
function describeType(schema: Schema): string {
  const { $ref, type, anyOf, allOf, items, additionalProperties, properties } = schema;
  if (typeof $ref === "string") return $ref.split("/").at(-1) ?? "";
  if (Array.isArray(schema.enum)) return schema.enum.join(", ");
  if (Array.isArray(allOf)) return listed(allOf.filter(isSchema).map(describeType));
  if (Array.isArray(anyOf))
    return listed([...new Set(anyOf.filter(isSchema).map(describeType))], "or");
  if (Array.isArray(type))
    return listed(
      type.map((each) => names[String(each)] ?? String(each)),
      "or",
    );
  if (type === "array") return `list of ${isSchema(items) ? describeType(items) : "values"}`;
  if (type === "object" && isSchema(properties)) return `{ ${Object.keys(properties).join(", ")} }`;
  if (type === "object" && isSchema(additionalProperties))
    return `by name: ${describeType(additionalProperties)}`;
  if (typeof schema.const === "boolean" || typeof schema.const === "string")
    return String(schema.const);
  return names[String(type)] ?? "any";
}

function fieldsOf(schema: Schema): FieldView[] {
  if (!isSchema(schema.properties)) return [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties).map(([name, field]) => ({
    name,
    type: isSchema(field) ? describeType(field) : "any",
    description: isSchema(field) && field.description ? String(field.description) : "",
    required: required.includes(name),
  }));
}

/** What a person types for a parameter. */
function takes(schema: Schema): string {
  if (Array.isArray(schema.enum)) return schema.enum.join(", ");
  if (schema.type === "array" && isSchema(schema.items))
    return `any of ${describeType(schema.items)}`;
  const pattern = typeof schema.pattern === "string" ? schema.pattern : "";
  const rows = /\(\?:((?:[a-z0-9-]+\|)*[a-z0-9-]+)\)\(\?::/.exec(pattern)?.[1];
  return rows ? `rows ${rows.replaceAll("|", ", ")}` : "text";
}

/** The operations in their order. */
export function viewOperations(operations: readonly Operation[]): OperationView[] {
  return operations.map(({ parameters, body, bodyExample, response, problems, ...operation }) => ({
    ...operation,
    parameters: parameters.map(({ name, schema, description, required }) => ({
      name,
      type: takes(schemaOrReference(schema)),
      description,
      required: required === true,
    })),
    ...(body
      ? {
          body: {
            schema: describeType(schemaOrReference(body)),
            example: JSON.stringify(bodyExample),
          },
        }
      : {}),
    response: describeType(schemaOrReference(response)),
    problems: problems.map((kind) => ({ kind, status: problemKinds[kind].status })),
  }));
}

/** Every schema that has a name, by name. */
export function viewSchemas(): SchemaView[] {
  return Object.entries(componentSchemas()).map(([name, schema]) => ({
    name,
    description: String(schema.description ?? schema.title ?? ""),
    fields: fieldsOf(schema),
    type: describeType(schema),
  }));
}
