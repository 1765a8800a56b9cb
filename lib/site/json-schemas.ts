import { z } from "zod";
import { dataFileKinds } from "@/lib/data/files";
import { cellSchema } from "@/lib/data/schema";
import { overlaySchema } from "@/lib/overlay/schema";

type JsonSchema = Record<string, unknown>;

const noNames = z.registry<Record<string, never>>();

/** What a cell’s level demands of its other keys, which zod checks in code and JSON Schema can only say this way. */
const cellRules = [
  {
    if: { properties: { support: { enum: ["full", "partial", "addon"] } }, required: ["support"] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
    then: { required: ["maturity"] },
    else: { properties: { maturity: false } },
  },
  {
    if: { properties: { support: { enum: ["partial", "addon", "diy"] } }, required: ["support"] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
    then: { required: ["limits"] },
  },
];

/** The JSON Schema (2020-12) of every kind of data file, and of an organisation’s own, for editors and for checks outside this repository. */
export function makeJsonSchemas(): { readonly name: string; readonly schema: JsonSchema }[] {
  const overlay = { name: "overlay", schema: overlaySchema };
  return [...dataFileKinds, overlay].map(({ name, schema }) => ({
    name,
    schema: {
      ...z.toJSONSchema(schema, {
        target: "draft-2020-12",
        io: "input",
        // Names that other rooms register must not show: what is published depends on nothing that happens to be loaded.
        metadata: noNames,
        override: ({ zodSchema, jsonSchema }) => {
          if (zodSchema === cellSchema) jsonSchema.allOf = cellRules;
          // Addresses start with https: a format alone would let any scheme through.
          if (jsonSchema.format === "uri") jsonSchema.pattern = "^https://";
        },
      }),
      $id: `${name}.json`,
      title: `data: ${name}`,
    },
  }));
}
