import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { makeResultSchema } from "@/lib/api/result-schema-file";
import type { Answers } from "@/lib/engine/types";
import { matrix, reference, table } from "@/lib/site/data";
import resultSchemaFile from "@/public/schemas/result.schema.json";
import { writeAdr } from "./adr";
import { sourceFor } from "./export.fixtures";
import { filenameOf } from "./filename";
import { writeFitCsv } from "./fit-csv";
import { writeResultJson } from "./json";
import { writeReport } from "./report";
import type { ExportSource } from "./source";

const impossible: Answers = {
  platform: "nomad",
  stack: [],
  also: { windows: "must" },
  cryptography: { everything: "must" },
};
const managedOnAws: Answers = {
  platform: "kubernetes",
  kubernetes: "eks-ec2",
  stack: ["aws"],
  support: { managed: "must" },
  mtls: "must",
};
const cases: readonly { readonly id: string; readonly answers: Answers }[] = [
  ...matrix.presets,
  { id: "nothing answered", answers: {} },
  { id: "not sure of anything", answers: { mtls: "unsure", policy: "unsure" } },
  { id: "everything ruled out", answers: impossible },
  { id: "managed on AWS", answers: managedOnAws },
  { id: "one answer", answers: { platform: "nomad" } },
  { id: "nothing needed", answers: { services: "few", mtls: "no", routing: {} } },
];
/** Where the answers do not say what is needed, so that nothing may be called clear. */
const early = ["nothing answered", "not sure of anything", "one answer", "nothing needed"];

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(resultSchemaFile);

/** The GitHub flavour, as HTML with every unsafe thing left in, so that a test would see it. */
function render(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, "");
  return micromark(body, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
}

const headings = (html: string, level: number) =>
  [...html.matchAll(new RegExp(`<h${level}>(.*?)</h${level}>`, "g"))].map(([, text]) => text);

describe.each(cases)("the exports of $id", ({ id, answers }) => {
  let source: ExportSource;
  beforeAll(() => {
    source = sourceFor({ matrix, table, reference }, answers);
  });

  test("the decision record is MADR 4", () => {
    const adr = writeAdr(source);
    const [, front = ""] = /^---\n([\s\S]*?)\n---\n/.exec(adr) ?? [];
    expect(parseYaml(front)).toEqual({ status: "proposed", date: matrix.release.asOf });
    const html = render(adr);
    expect(headings(html, 1)).toHaveLength(1);
    expect(headings(html, 2)).toEqual([
      "Context and Problem Statement",
      "Decision Drivers",
      "Considered Options",
      "Decision Outcome",
      "Pros and Cons of the Options",
      "What Would Change It",
      "More Information",
    ]);
    for (const { label } of matrix.variants) expect(adr).toContain(`* ${label}\n`);
    for (const [, url = ""] of html.matchAll(/href="([^"]+)"/g)) expect(url).toMatch(/^https:\/\//);
    expect(adr).not.toMatch(/undefined|NaN|null|\[object|\*\*\*|\.\.(\s|$)|::/);
  });

  test("the decision record chooses exactly where the verdict is clear or leaning, once needs are named", () => {
    const adr = writeAdr(source);
    const { word } = source.assessment.judgement.verdict;
    const chosen = ["clear", "leaning"].includes(word) && !early.includes(id);
    expect(adr.includes("Chosen option: ")).toBe(chosen);
    expect(adr.includes("No option is chosen")).toBe(!chosen);
    if (chosen) expect(adr).toContain(`Chosen option: “${source.result.verdict.heading}”`);
  });

  test("the report renders, its tables too", () => {
    const report = writeReport(source);
    const html = render(report);
    expect(headings(html, 2)).toHaveLength(source.offers ? 11 : 10);
    const tables = html.match(/<table>/g) ?? [];
    expect(tables).toHaveLength(source.result.fit.groups.length > 0 ? 3 : 2);
    expect(html).not.toContain("| ---");
    expect(report).not.toMatch(/undefined|NaN|\[object/);
    for (const { label } of source.result.fit.groups) expect(report).toContain(label);
  });

  test("the JSON fits its published schema and says what the engine says", () => {
    const json = writeResultJson(source);
    expect(validate(JSON.parse(JSON.stringify(json))), ajv.errorsText(validate.errors)).toBe(true);
    const { evaluation, judgement } = source.assessment;
    const { verdict } = judgement;
    const isEarly = early.includes(id);
    expect(json.verdict.word).toBe(
      isEarly ? "close" : verdict.word === "nearest" ? "leaning" : verdict.word,
    );
    expect(verdict.leaders.slice(0, json.verdict.options.length)).toEqual(json.verdict.options);
    expect(json.verdict.label === "No needs named yet").toBe(isEarly);
    expect(json.verdict.of100).toBe(verdict.share);
    expect(json.options.map(({ option }) => option)).toEqual(
      judgement.options.map(({ id: option }) => option),
    );
    expect(json.options.map(({ option, score }) => [option, score])).toEqual(
      expect.arrayContaining(evaluation.options.map(({ option, score }) => [option, score])),
    );
    for (const { option, shares, ruledOut } of json.options)
      expect(shares).toEqual(
        ruledOut
          ? []
          : judgement.options
              .find((each) => each.id === option)
              ?.ranks.map((share) => Math.min(1, share)),
      );
    expect(json.answers).toEqual(answers);
  });

  test("the CSV has a row per need and a column per variant", () => {
    const csv = writeFitCsv(source);
    const rows: string[][] = parse(csv, { record_delimiter: "\r\n" });
    const needs = source.result.fit.groups.flatMap(({ rows: own }) => own);
    expect(rows).toHaveLength(needs.length + 1);
    for (const row of rows) expect(row).toHaveLength(4 + matrix.variants.length);
    expect(rows.slice(1).map(([, capability]) => capability)).toEqual(
      needs.map(({ capability }) => capability),
    );
    expect(csv.endsWith("\r\n")).toBe(true);
  });

  test("the same source gives the same files", () => {
    const again = sourceFor({ matrix, table, reference }, answers);
    for (const write of [writeAdr, writeReport, writeFitCsv])
      expect(write(again)).toBe(write(source));
    expect(writeResultJson(again)).toEqual(writeResultJson(source));
  });

  test("file names are plain", () => {
    for (const kind of ["adr", "markdown", "json", "csv", "calendar"] as const)
      expect(filenameOf(source, kind)).toMatch(/^[a-z-]+-[0-9A-Za-z]+\.(md|json|csv|ics)$/);
  });
});

test("the published schema is the one the types are made from", () => {
  expect(resultSchemaFile, "run npm run result:schema").toEqual(
    JSON.parse(JSON.stringify(makeResultSchema())),
  );
});

test("a result of an older release says what today’s data says", () => {
  const source = sourceFor({ matrix, table }, { platform: "kubernetes" });
  const now = { id: "2027.02", asOf: "2027-02-01" };
  const older: ExportSource = {
    ...source,
    since: {
      // biome-ignore lint/suspicious/noThenProperty: “then” is a release here.
      then: source.release,
      now,
      finding: "Today’s data says the same: Istio, ambient mode, clear",
      today: { label: "Istio, ambient mode", word: "clear" },
      changes: [],
      methodChanged: false,
      more: 0,
      href: "/r/1abcde",
    },
  };
  for (const text of [writeAdr(older), writeReport(older)]) {
    expect(text).toContain(
      "Today’s data says the same: Istio, ambient mode, clear (release 2027.02).",
    );
    expect(text).toContain("(https://mesh.example/r/1abcde)");
  }
  expect(writeResultJson(older).today).toEqual({
    release: now,
    finding: "Today’s data says the same: Istio, ambient mode, clear",
    result: "https://mesh.example/r/1abcde",
  });
  expect(writeResultJson(source).today).toBeNull();
});

describe("a stranger’s title and note", () => {
  const hostile = [
    '<img src=x onerror="alert(1)">',
    "[click](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "https://evil.example www.evil.example a@evil.example",
    "`code` *em* __strong__ ~~gone~~ $x$ {1+1} <!-- c -->",
    "| a | b |",
    "# heading",
    "&lt;script&gt;",
    "\\",
  ];
  const plain = sourceFor({ matrix, table }, { platform: "kubernetes", mtls: "must" });
  const skeleton = (html: string) =>
    [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/g)].map(([, name]) => name).join(" ");
  const bare = { ...plain, title: "title", note: "note" };
  const usual = {
    adr: skeleton(render(writeAdr(bare))),
    report: skeleton(render(writeReport(bare))),
  };

  test.each(hostile)("%s is shown as it is and starts nothing", (text) => {
    const source = { ...plain, title: text, note: text };
    for (const [text, expected] of [
      [writeAdr(source), usual.adr],
      [writeReport(source), usual.report],
    ] as const) {
      const html = render(text);
      expect(skeleton(html)).toBe(expected);
      for (const [, url = ""] of html.matchAll(/(?:href|src)="([^"]+)"/g))
        expect(new URL(url).hostname).not.toMatch(/evil/);
    }
  });

  test("no text changes what the document is made of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 }), (text) => {
        const source = { ...plain, title: `a${text}z`, note: `a${text}z` };
        expect(skeleton(render(writeAdr(source)))).toBe(usual.adr);
      }),
      { numRuns: 60 },
    );
  });
});

test("the decision record says of the strongest rivals what they lose, would take and would ask", () => {
  const source = sourceFor({ matrix, table, reference }, { platform: "kubernetes", mtls: "must" });
  const section = /### Strongest Rivals\n\n([\s\S]*?)\n\n#/.exec(writeAdr(source))?.[1] ?? "";
  const rivals = source.result.whyNot.rows.filter(({ ruledOut }) => !ruledOut);
  expect(rivals.length).toBeGreaterThanOrEqual(2);
  expect(section.split("\n")).toHaveLength(2);
  const [line] = section.split("\n");
  const [rival] = rivals;
  expect(line).toContain(`Why not ${rival?.variant.label}? It comes first in `);
  expect(line).toContain(
    rival?.wouldTake
      ? `What would have to be true: ${rival.wouldTake.text} ([result then](https://mesh.example${rival.wouldTake.href})).`
      : "No change of one to three answers that was tried puts it first.",
  );
  expect(line).toMatch(/Choosing it anyway: It (leaves|lacks) /);
  // Where nothing is possible the nearest are named all the same; where nothing else is left, nobody.
  expect(writeAdr(sourceFor({ matrix, table }, impossible))).toContain("is ruled out: it fails ");
});

test("where nobody runs a fitting mesh as a service, every file says what the cloud offers instead", () => {
  const source = sourceFor({ matrix, table, reference }, managedOnAws);
  const finding =
    "No mesh that fits is run as a service here; instead there is Amazon VPC Lattice, which is not mutual TLS between workloads";
  for (const file of [writeAdr(source), writeReport(source)]) {
    expect(file).toContain(`${finding}. Cloud offers are not ranked.`);
    expect(file).toContain(
      "* [Amazon VPC Lattice](https://mesh.example/options/cloud#vpc-lattice): In place of a mesh.",
    );
    expect(file).toContain(
      "Mutual TLS: in part. Only end to end through a TLS passthrough listener",
    );
    expect(file).toContain("State: generally available.");
  }
  const { offers } = writeResultJson(source);
  expect(offers).toMatchObject({ finding, instead: true });
  expect(offers?.services.map(({ offer, mtls, page }) => [offer, mtls, page])).toEqual([
    ["vpc-lattice", "partial", "https://mesh.example/options/cloud#vpc-lattice"],
  ]);
});

test("where no cloud offer fits, no file speaks of one", () => {
  const source = sourceFor({ matrix, table, reference }, { kubernetes: "self-managed" });
  expect(writeAdr(source) + writeReport(source)).not.toMatch(/cloud offer/i);
  expect(writeResultJson(source).offers).toBeNull();
});
