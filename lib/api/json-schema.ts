import { z } from "zod";

/** Written as what a receiver may rely on: fields that are added later break nobody. */
const io = "input";

type JsonSchema = Readonly<Record<string, unknown>>;

function without(schema: object, ...keys: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}

/** All schemas that have a name, as OpenAPI components refer to them. */
export function componentSchemas(): Readonly<Record<string, JsonSchema>> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, schema]) => [id, without(schema, "$schema", "$id", "id")]),
  );
}

/** A schema in place: a reference if it has a name. */
export function schemaOrReference(schema: z.ZodType): JsonSchema {
  const id = z.globalRegistry.get(schema)?.id;
  if (id) return { $ref: `#/components/schemas/${id}` };
  return without(z.toJSONSchema(schema, { io }), "$schema");
}

/** A schema that stands alone, for a file of its own. */
export function standaloneSchema(schema: z.ZodType, about: JsonSchema): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return { $schema, ...about, ...without(rest, "id") };
}
