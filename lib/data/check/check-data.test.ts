import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readJsonFiles } from "@/lib/data/read";
import { checkData, fixData } from "./check-data";
import type { DataFile } from "./finding";
import { nearestWord } from "./nearest-word";
import { fixSentence } from "./prose";
import { readSource } from "./syntax";

const files: readonly DataFile[] = Object.entries(readJsonFiles()).map(([file, json]) => ({
  file,
  json,
}));

// biome-ignore lint/suspicious/noExplicitAny: a test breaks data in ways its types forbid.
type Loose = any;

/** The findings after one file was changed. */
function findingsAfter(file: string, change: (json: Loose) => void) {
  const changed = files.map((data) => {
    if (data.file !== file) return data;
    const json: Loose = structuredClone(data.json);
    change(json);
    return { file, json };
  });
  return checkData(changed).map(
    (finding) => `${finding.file} ${finding.path.map(String).join(".")}: ${finding.message}`,
  );
}

const retries = "capabilities/retries.json";
const cell = (json: Loose) => json.cells["linkerd-oss"];

describe("the data of this tree", () => {
  test("has nothing wrong", () => {
    expect(checkData(files)).toEqual([]);
  });

  test("has nothing that the fixer would change", () => {
    expect(fixData(files)).toEqual([]);
  });
});

describe("every kind of mistake names file, place and mend", () => {
  const mistakes: [string, string, (json: Loose) => void, RegExp][] = [
    [
      "a misspelt key",
      retries,
      (json) => {
        cell(json).suport = cell(json).support;
      },
      /^capabilities\/retries\.json cells\.linkerd-oss: no key is called "suport" here: did you mean "support"\?/,
    ],
    [
      "a missing key",
      retries,
      (json) => {
        delete cell(json).note;
      },
      /cells\.linkerd-oss\.note: is missing: add it/,
    ],
    [
      "an unknown level",
      retries,
      (json) => {
        cell(json).support = "best";
      },
      /cells\.linkerd-oss\.support: must be one of "full", "partial"/,
    ],
    [
      "a source that speaks of another column’s product",
      retries,
      (json) => {
        cell(json).evidence[0] = { ...json.cells["istio-sidecar"].evidence[0] };
      },
      /cells\.linkerd-oss\.evidence\.0: speaks of Istio only, which this cell does not name: cite what bears on Linkerd/,
    ],
    [
      "partial without limits",
      retries,
      (json) => {
        cell(json).support = "partial";
        delete cell(json).limits;
      },
      /cells\.linkerd-oss\.limits: a cell that is partial needs limits/,
    ],
    [
      "maturity on none",
      retries,
      (json) => {
        cell(json).support = "none";
      },
      /cells\.linkerd-oss\.maturity: remove maturity/,
    ],
    [
      "no evidence",
      retries,
      (json) => {
        cell(json).evidence = [];
      },
      /cells\.linkerd-oss\.evidence/,
    ],
    [
      "an address without https",
      retries,
      (json) => {
        cell(json).evidence[0].url = "http://linkerd.io/";
      },
      /evidence\.0\.url: must be an address that starts with https/,
    ],
    [
      "a day that is none",
      retries,
      (json) => {
        cell(json).evidence[0].checked = "2026-13-40";
      },
      /evidence\.0\.checked: must be a day/,
    ],
    [
      "a check in the future of the data",
      retries,
      (json) => {
        cell(json).evidence[0].checked = "2027-01-01";
      },
      /checked after the data’s own date/,
    ],
    [
      "a note too long",
      retries,
      (json) => {
        cell(json).note = `${"long ".repeat(70)}.`;
      },
      /cells\.linkerd-oss\.note: is too long: cut it to 320 characters/,
    ],
    [
      "an id that is not the file’s name",
      retries,
      (json) => {
        json.id = "retry";
      },
      /id: is "retry", but the file is called retries\.json/,
    ],
    [
      "a missing variant",
      retries,
      (json) => {
        delete json.cells["none-cilium"];
      },
      /the variant "none-cilium" is missing/,
    ],
    [
      "an unknown variant",
      retries,
      (json) => {
        json.cells["istio-sidecars"] = json.cells["istio-sidecar"];
      },
      /no variant is called "istio-sidecars"/,
    ],
    [
      "an unknown group",
      retries,
      (json) => {
        json.group = "resilient";
      },
      /no group is called "resilient"/,
    ],
    [
      "praise",
      retries,
      (json) => {
        cell(json).note = "Retries are seamless and the fastest there are.";
      },
      /cells\.linkerd-oss\.note: says “seamless”/,
    ],
    [
      "no full stop",
      retries,
      (json) => {
        cell(json).note = "Retries are set by annotation";
      },
      /cells\.linkerd-oss\.note: does not end like a sentence/,
    ],
    [
      "keys in another order",
      retries,
      (json) => {
        const { note, ...rest } = cell(json);
        json.cells["linkerd-oss"] = { note, ...rest };
      },
      /cells\.linkerd-oss\.note: is out of order: run npm run data:check -- --fix/,
    ],
    [
      "a source said twice",
      retries,
      (json) => {
        cell(json).evidence.push(cell(json).evidence[0]);
      },
      /evidence\.\d+: says the same as a source before it/,
    ],
    [
      "a source by nobody we know",
      retries,
      (json) => {
        cell(json).evidence[0].url = "https://somebody.example/";
      },
      /nobody in publishers\.json publishes https:\/\/somebody\.example\//,
    ],
    [
      "high confidence in hearsay",
      retries,
      (json) => {
        cell(json).confidence = "high";
        cell(json).evidence = [{ ...cell(json).evidence[0], url: "https://thenewstack.io/x" }];
      },
      /cells\.linkerd-oss\.confidence: is high, but no source is by a maker/,
    ],
    [
      "a rule that asks for nothing real",
      "rules.json",
      (json) => {
        json[0].effects = [{ need: "retry", atLeast: "must" }];
      },
      /^rules\.json.*no capability is called "retry"/,
    ],
    [
      "a question that asks for nothing real",
      "questions.json",
      (json) => {
        json.questions.find((each: Loose) => each.kind === "importance").demands[0].capability =
          "x";
      },
      /^questions\.json.*no capability is called "x"/,
    ],
    [
      "a term without a row",
      "glossary.json",
      (json) => {
        json[0].capabilities = ["nothing"];
      },
      /glossary\.json.*no capability is called "nothing"/,
    ],
    [
      "an unsorted list",
      "publishers.json",
      (json) => {
        json.reverse();
      },
      /^publishers\.json.*is out of order/,
    ],
    [
      "a publisher nobody cites",
      "publishers.json",
      (json) => {
        json.push({ id: "zzz", label: "Zzz", kind: "vendor", addresses: ["https://zzz.example/"] });
      },
      /^publishers\.json \d+: is cited nowhere: remove it/,
    ],
    [
      "a release without a change log",
      "release.json",
      (json) => {
        json.id = "2027.05";
      },
      /changes\.json.*the newest entry must be the release 2027\.05/,
    ],
    [
      "a scenario that expects nobody",
      "scenarios/grab.json",
      (json) => {
        json.expect.first = ["kuma"];
      },
      /scenarios\/grab\.json.*no option is called "kuma"/,
    ],
  ];

  test.each(mistakes)("%s", (_, file, change, expected) => {
    const findings = findingsAfter(file, change);
    expect(findings.join("\n")).toMatch(new RegExp(expected.source, "m"));
  });

  test("a file that nothing reads", () => {
    const stray = { file: "capabilities/retries.copy/x.json", json: {} };
    expect(checkData([...files, stray]).map(({ message }) => message)).toContain(
      "is read by nothing: move or remove it",
    );
  });

  test("all mistakes of a file are said at once", () => {
    const findings = findingsAfter(retries, (json) => {
      cell(json).support = "best";
      json.cells["consul-ce"].confidence = "sure";
    });
    expect(findings).toHaveLength(2);
  });
});

describe("fixing", () => {
  test("puts keys, cells and lists in order and mends sentences, and then has no more to say", () => {
    const broken = files.map((data): DataFile => {
      if (data.file === "publishers.json")
        return { ...data, json: [...(data.json as Loose[])].reverse() };
      if (data.file !== retries) return data;
      const json: Loose = structuredClone(data.json);
      json.cells = Object.fromEntries(Object.entries(json.cells).reverse());
      json.cells["linkerd-oss"].note = "It doesn't  stop";
      return { ...data, json };
    });
    const fixed = fixData(broken);
    expect(fixed.map(({ file }) => file).sort()).toEqual([retries, "publishers.json"]);
    const json: Loose = fixed.find(({ file }) => file === retries)?.json;
    expect(Object.keys(json.cells)[0]).toBe("istio-sidecar");
    expect(json.cells["linkerd-oss"].note).toBe("It doesn’t stop.");
    expect(fixData(fixed.concat(files.filter(({ file }) => file === "options.json")))).toEqual([]);
  });

  test("leaves code and quoted ends alone", () => {
    expect(fixSentence("Set retry: 'gateway-error'.")).toBe("Set retry: 'gateway-error'.");
    expect(fixSentence("He said “stop.”")).toBe("He said “stop.”");
    expect(fixSentence("It ends (so.)")).toBe("It ends (so.)");
  });
});

describe("reading", () => {
  const text = readFileSync("data/capabilities/retries.json", "utf8");

  test("finds the line of a place", () => {
    const line = readSource(text).lineOf(["cells", "linkerd-oss", "note"]);
    expect(text.split("\n")[line - 1]).toContain('"note"');
  });

  test("falls back to what is around a missing place", () => {
    const source = readSource(text);
    expect(source.lineOf(["cells", "linkerd-oss", "nothing"])).toBeGreaterThan(1);
    expect(source.lineOf(["nothing"])).toBe(1);
  });

  test("sees a key that is there twice and JSON that is none", () => {
    expect(readSource('{\n  "a": 1,\n  "a": 2\n}').errors).toEqual([
      { line: 3, message: "a key is there twice: keep one" },
    ]);
    expect(readSource('{ "a": }').errors).not.toEqual([]);
    expect(readSource(text).errors).toEqual([]);
  });

  test("suggests only what is near", () => {
    expect(nearestWord("confidance", ["confidence", "note"])).toBe("confidence");
    expect(nearestWord("colour", ["confidence", "note"])).toBeUndefined();
  });
});
