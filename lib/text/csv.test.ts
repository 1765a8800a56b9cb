import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "./csv";

test("any fields come back from a parser nobody here wrote", () => {
  const field = fc.string({ unit: "grapheme" }).filter((text) => !/^[=+\-@\t\r]/.test(text));
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }),
    )
    // A line with one empty field reads as no line.
    .filter((all) => all.every((row) => row.length > 1 || row[0] !== ""));
  fc.assert(
    fc.property(rows, (all) => {
      expect(parse(writeCsv(all), { record_delimiter: "\r\n" })).toEqual(all);
    }),
  );
});

test("a spreadsheet runs no field as a formula", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]) {
    const [[field = ""] = []] = parse(writeCsv([[text]]), {
      record_delimiter: "\r\n",
    }) as string[][];
    expect(field).toBe(`'${text}`);
  }
});

test.each([
  ["plain", "plain"],
  ["", ""],
  ["a,b", '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ["one\ntwo", '"one\ntwo"'],
  ["one\rtwo", '"one\rtwo"'],
  ["=1+1", "'=1+1"],
  ['=HYPERLINK("https://x.example","y")', '"\'=HYPERLINK(""https://x.example"",""y"")"'],
  ["a=1", "a=1"],
  ["\t=1", "'\t=1"],
])("the field %j is written as %j", (text, written) => {
  expect(writeCsv([[text, "x"]])).toBe(`${written},x\r\n`);
});
