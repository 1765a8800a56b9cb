import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { matrix, table } from "@/lib/site/data";
import { writeOpenApi } from "./openapi";
import { listOperations } from "./operations";

const operations = listOperations(matrix, table.questions, ["00000", "00001"]);
const document = writeOpenApi(operations, matrix.release);

describe("the OpenAPI document", () => {
  test("is one, says a validator of the specification", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  test("names no schema that it does not hold", () => {
    const text = JSON.stringify(document);
    const named = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, name]) => name);
    const held = Object.keys(
      (document.components as { schemas: Record<string, unknown> }).schemas,
    ).map((name) => `#/components/schemas/${name}`);
    expect(named.length).toBeGreaterThan(20);
    expect(new Set(named).difference(new Set(held))).toEqual(new Set());
  });

  test("has a parameter for every question", () => {
    const [recommend] = operations;
    const names = recommend?.parameters.map(({ name }) => name);
    expect(names).toEqual(["code", "title", "note", ...matrix.questions.map(({ id }) => id)]);
  });
});
