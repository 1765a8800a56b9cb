import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listFiles } from "@/lib/data/read";

const files = ["app", "components", "lib"].flatMap((top) =>
  listFiles(top)
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixtures)\.tsx?$/.test(file))
    .map((file) => `${top}/${file}`)
    .filter((file) => !file.startsWith("lib/text/")),
);

/** Signs of a second escape or a second grammar. */
const signs: readonly [what: string, sign: RegExp, instead: string][] = [
  ["escapes markup", /[,:]\s*"&(?:amp|lt|gt|quot|#39);"/, "escapeMarkup of lib/text/markup"],
  ["escapes Markdown", /&#(?:124|123|64);/, "escapeMarkdown of lib/text/markdown"],
  ["guards against formulas", /\[=\+\\?-@/, "writeCsv of lib/text/csv"],
  ["doubles quotes", /"""?"|'""'/, "writeCsv of lib/text/csv"],
  ["writes a calendar", /BEGIN:VCALENDAR/, "writeCalendar of lib/text/calendar"],
  ["lists in words", /\.join\("(?:,)? (?:and|or) "\)/, "listed of lib/text/words"],
  ["groups digits", /toLocaleString\(/, "inDigits of lib/text/words"],
];

test.each(signs)("nothing outside lib/text %s", (_, sign, instead) => {
  const found = files.filter((file) => sign.test(readFileSync(file, "utf8")));
  expect(found, `use ${instead}`).toEqual([]);
});

test("each sign is one that the real thing gives", () => {
  const own = listFiles("lib/text")
    .filter((file) => !file.includes(".test."))
    .map((file) => readFileSync(`lib/text/${file}`, "utf8"))
    .join("\n");
  const samples = `${own}\nnames.join(" and ")\ncount.toLocaleString("en-GB")`;
  for (const [what, sign] of signs) expect(samples, what).toMatch(sign);
});
