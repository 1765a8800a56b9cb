import { resultSchema } from "@/lib/export/result-schema";
import { standaloneSchema } from "./json-schema";

/** The JSON Schema that public/schemas/result.schema.json holds and every result names. */
export function makeResultSchema() {
  return standaloneSchema(resultSchema, {
    description:
      "A result of “Choose a service mesh”: the body of /r/<code>/result.json and of /api/v1/recommend. Within version 1 fields are only added.",
  });
}
