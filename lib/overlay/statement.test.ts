import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { comparisonSchema, writeComparison } from "@/lib/api/compare";
import { writeLlms } from "@/lib/api/llms";
import { findMatrixRow, listMatrix, matrixRowSchema, matrixSchema } from "@/lib/api/matrix-schema";
import { listQuestions, questionListSchema } from "@/lib/api/questions-schema";
import { makeResultSchema } from "@/lib/api/result-schema-file";
import { viewCompare } from "@/lib/compare/compare";
import { compileTable } from "@/lib/data/compile";
import { writeAdr } from "@/lib/export/adr";
import { sourceFor } from "@/lib/export/export.fixtures";
import { writeFitCsv } from "@/lib/export/fit-csv";
import { writeResultJson } from "@/lib/export/json";
import { writeReport } from "@/lib/export/report";
import type { ExportSource } from "@/lib/export/source";
import { matrix, reference } from "@/lib/site/data";
import { readOverlay } from "./read";
import { overlaySentence, stateOverlay } from "./statement";

/** A name that would be markup, a table cell, an expression and a formula, if it were let. */
const name = "=Bank | <b>&{x}";
const laid = readOverlay(
  "house.yaml",
  JSON.stringify({
    name,
    policy: { url: "https://wiki.bank.example/mesh", title: "Platform decision 14" },
    asOf: "2026-11-20",
    banned: [{ variant: "consul-ce", because: "Legal does not accept the licence." }],
  }),
  matrix,
  reference,
);
const overlay = stateOverlay(laid.notice, true);
const answers = matrix.presets[1]?.answers ?? {};

describe("what leaves the site says whose edition it is", () => {
  let plain: ExportSource;
  let source: ExportSource;
  beforeAll(() => {
    plain = sourceFor({ matrix: laid.matrix, table: compileTable(laid.matrix) }, answers);
    source = { ...plain, overlay };
  });

  test("in the decision record and the Markdown, in one line", () => {
    for (const write of [writeAdr, writeReport]) {
      const added = write(source).split("\n");
      const lines = write(plain).split("\n");
      const [line = "", ...others] = added.filter((each) => !lines.includes(each));
      expect(others).toEqual([]);
      expect(line).toBe(
        "Edition of =Bank &#124; &lt;b&gt;&amp;&#123;x&#125;, not the published data: not allowed: Consul Community Edition. Reasons: [Platform decision 14](https://wiki.bank.example/mesh), 2026-11-20.",
      );
    }
  });

  test("in the JSON, as its schema has it", () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats(ajv);
    const validate = ajv.compile(makeResultSchema());
    const json = writeResultJson(source);
    expect(validate(json), ajv.errorsText(validate.errors)).toBe(true);
    expect(json.overlay).toEqual({
      name,
      what: "not allowed: Consul Community Edition",
      asOf: "2026-11-20",
      policy: { title: "Platform decision 14", url: "https://wiki.bank.example/mesh" },
      applies: true,
    });
    expect(Object.keys(writeResultJson(plain))).not.toContain("overlay");
    expect(validate({ ...json, overlay: { name } })).toBe(false);
  });

  test("in the CSV, as a column, so that every row still has as many fields as the head", () => {
    const rows: string[][] = parse(writeFitCsv(source), { record_delimiter: "\r\n" });
    expect(rows[0]?.at(-1)).toBe("edition");
    for (const row of rows.slice(1))
      expect(row.at(-1)).toMatch(/^Edition of =Bank \| <b>&{x}, not/);
    expect(rows.map((row) => row.slice(0, -1))).toEqual(
      parse(writeFitCsv(plain), { record_delimiter: "\r\n" }),
    );
  });

  test("in every answer of the API that rests on the data, and in what assistants read", () => {
    const { release } = laid.matrix;
    const answered = [
      [matrixSchema, listMatrix(laid.matrix, overlay)],
      [matrixRowSchema, findMatrixRow(laid.matrix, "retries", overlay)],
      [questionListSchema, listQuestions(laid.matrix, () => "000Eo", overlay)],
      [
        comparisonSchema,
        writeComparison(viewCompare([plain.assessment, plain.assessment]), release, "", overlay),
      ],
    ] as const;
    for (const [schema, answer] of answered) {
      expect(schema.safeParse(answer).error).toBeUndefined();
      expect(answer).toMatchObject({ overlay: { name, applies: true } });
    }
    expect(writeLlms(laid.matrix, [], "", overlay)).toContain("Edition of =Bank");
  });
});

test("an older code says that its verdict is the published one", () => {
  const older = stateOverlay(laid.notice, false);
  expect(older && overlaySentence(older)).toMatch(
    /the verdict is that of the data published at that time/,
  );
});

test("without a file nothing is said", () => {
  expect(stateOverlay(undefined, true)).toBeUndefined();
});
