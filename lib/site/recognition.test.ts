import { describe, expect, test } from "vitest";
import { parseMatrix, parseReference } from "@/lib/data/parse";
import { readJsonFiles } from "@/lib/data/read";
import { checkRecognition } from "@/lib/data/recognition";

const files = readJsonFiles();
const matrix = parseMatrix(files);
const reference = parseReference(files);

// biome-ignore lint/suspicious/noExplicitAny: a test breaks data in ways its types forbid.
type Loose = any;

/** The findings after one file was changed. */
function findingsAfter(file: string, change: (json: Loose) => void): string[] {
  const json: Loose = structuredClone(files[`recognise/${file}.json`]);
  change(json);
  return checkRecognition({ ...files, [`recognise/${file}.json`]: json }, matrix, reference).map(
    (finding) => `${finding.file} ${finding.path.map(String).join(".")}: ${finding.message}`,
  );
}

describe("data/recognise", () => {
  test("has nothing wrong", () => {
    expect(checkRecognition(files, matrix, reference)).toEqual([]);
  });

  test.each<[string, string, (json: Loose) => void, RegExp]>([
    [
      "an unknown question",
      "answers",
      ([rule]) => {
        rule.question = "plattform";
      },
      /answers\.json 0\.question: no question is called "plattform"/,
    ],
    [
      "an unknown value",
      "answers",
      ([rule]) => {
        rule.value = "mainframe";
      },
      /0\.value: "platform" has no value "mainframe"/,
    ],
    [
      "a row where a value belongs",
      "answers",
      ([rule]) => {
        rule.row = "vm";
      },
      /0: name one of value, row and flag/,
    ],
    [
      "an unknown thing",
      "answers",
      ([rule]) => {
        rule.when = { all: ["cubernetes"] };
      },
      /0\.when\.all\.0: no thing is called "cubernetes"/,
    ],
    [
      "an unknown kind",
      "answers",
      ([rule]) => {
        rule.when = { any: ["kind:boat"] };
      },
      /0\.when\.any\.0: no thing is called "kind:boat"/,
    ],
    [
      "a rule that rests on nothing",
      "answers",
      ([rule]) => {
        rule.when = {};
      },
      /0\.when: is empty/,
    ],
    [
      "the same rule twice",
      "answers",
      (rules) => {
        rules.push(rules[0]);
      },
      /"on-kubernetes" appears twice/,
    ],
    [
      "a wish that is sure",
      "answers",
      (rules) => {
        rules.find(({ row }: Loose) => row).certainty = "sure";
      },
      /a row is a wish/,
    ],
    [
      "the same thing twice",
      "networks",
      (things) => {
        things[1].id = things[0].id;
      },
      /networks\.json \d\.id: "cilium" appears twice/,
    ],
    [
      "an unknown date",
      "versions",
      ([istio]) => {
        istio.lines[0].milestone = "istio-9-end";
      },
      /0\.lines\.0\.milestone: no date is called "istio-9-end"/,
    ],
    [
      "versions of nothing",
      "versions",
      ([istio]) => {
        istio.thing = "isto";
      },
      /0\.thing: no thing is called "isto"/,
    ],
  ])("%s is found", (_, file, change, expected) => {
    expect(findingsAfter(file, change).join("\n")).toMatch(expected);
  });
});
