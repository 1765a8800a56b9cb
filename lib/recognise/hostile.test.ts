import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseReference } from "@/lib/data/parse";
import { readJsonFiles } from "@/lib/data/read";
import { parseRecognition } from "@/lib/data/recognition";
import { realClusters } from "./clusters.fixtures";
import { recogniseAll } from "./recognise";

const files = readJsonFiles();
const recognition = parseRecognition(files, parseReference(files));

function read(text: string) {
  return recogniseAll(recognition, [{ cluster: "", text }], "2026-11-29");
}

/** What a cluster’s output says, without where it stands. */
function answersIn(text: string) {
  return read(text)
    .proposals.map(({ key, certainty }) => `${key} ${certainty}`)
    .sort();
}

const someCluster = fc.constantFrom(...realClusters);
/** Kept apart: outputs of which a part alone would say something else. */
const isWhole = (id: string) => !["gke-autopilot-wrapped"].includes(id);

describe("a text may be anything", () => {
  test("whatever is pasted, nothing is thrown, and every line shown is one of the text", () => {
    const word = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      "\\",
      ":",
      "- ",
      "kind: Node",
      "items:",
      "NAME",
      "STATUS",
      "ROLES",
      "Ready",
      "\n",
      "\t",
      "  ",
      "v1.31.0",
      "1d",
      "<none>",
      "apiVersion: v1",
      "---",
      "&a",
      "*a",
      "!!js/function",
      "\u0000",
      "\u001b[31m",
      "<script>",
      "control plane version: ",
    );
    const soup = fc.array(fc.oneof(word, fc.string({ unit: "binary", maxLength: 12 })), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(soup, (parts) => {
        const { proposals } = read(parts.join(" "));
        for (const { lines } of proposals)
          for (const { number } of lines) expect(number).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test("a part of an output never says anything as sure that the whole does not say", () => {
    fc.assert(
      fc.property(someCluster, fc.double({ min: 0, max: 1, noNaN: true }), (cluster, share) => {
        const part = cluster.text.slice(0, Math.floor(cluster.text.length * share));
        const wrong = read(part).proposals.filter(({ question, value, row, flag, certainty }) => {
          const key = row ? `${question}.${row}` : flag ? `${question}.${flag}` : question;
          return certainty === "sure" && cluster.true[key] !== (value ?? "yes");
        });
        expect(wrong.map(({ key }) => key)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test.each(realClusters.filter(({ id }) => isWhole(id)))(
    "$id says the same between prompts and prose, numbered, quoted and with foreign line ends",
    ({ text }) => {
      const expected = answersIn(text);
      const lines = text.trimEnd().split("\n");
      const number = (line: string, at: number) => `${String(at + 1).padStart(4)}  ${line}`;
      expect(answersIn(`Here is what I get:\n\n\`\`\`\n${text}\n\`\`\`\nThanks!`)).toEqual(
        expected,
      );
      expect(answersIn(lines.map(number).join("\n"))).toEqual(expected);
      expect(answersIn(lines.map((line) => `> ${line}`).join("\n"))).toEqual(expected);
      expect(answersIn(text.replaceAll("\n", "\r\n"))).toEqual(expected);
      expect(answersIn(lines.map((line) => `\u001b[32m${line}\u001b[0m`).join("\n"))).toEqual(
        expected,
      );
    },
  );

  test("a row that a terminal broke after 80 columns is read whole", () => {
    const auto = realClusters.find(({ id }) => id === "eks-windows")?.text ?? "";
    const broken = auto
      .split("\n")
      .flatMap((line) => line.match(/.{1,80}/g) ?? [""])
      .join("\n");
    const [facts] = read(broken).clusters;
    expect(facts?.counts.nodes).toBe(3);
    expect(facts?.facts.find(({ id }) => id === "windows")?.nodes).toBe(2);
  });

  test("JSON broken inside its strings, or broken off, gives what is whole", () => {
    const node = (name: string) => ({
      kind: "Node",
      metadata: { name, labels: { "eks.amazonaws.com/compute-type": "auto" } },
      status: { nodeInfo: { kubeletVersion: "v1.33.1-eks-1234567" } },
    });
    const list = JSON.stringify({
      kind: "List",
      items: [node("i-0aaa"), node("i-0bbb"), node("i-0ccc")],
    });
    const broken = list.match(/.{1,70}/g)?.join("\n") ?? "";
    expect(read(broken).clusters[0]?.counts.nodes).toBe(3);
    expect(read(list.slice(0, list.indexOf("i-0ccc"))).clusters[0]?.counts.nodes).toBe(2);
    expect(answersIn(broken)).toContain("kubernetes=eks-auto sure");
  });

  test("aliases of YAML do not multiply", () => {
    const bomb = [
      "kind: Node",
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ...[..."bcdefghi"].map(
        (name, at) => `${name}: &${name} [${"*".concat("abcdefgh"[at] ?? "a", ",").repeat(9)}]`,
      ),
      "metadata: {name: n1}",
    ].join("\n");
    expect(() => read(bomb)).not.toThrow();
  });

  test("markup and commands in a name stay text", () => {
    const name = `<img src=x onerror=alert(1)>`;
    const { unknown, clusters } = read(
      JSON.stringify([{ name: "x", chart: `${name}-1.0.0`, app_version: "1" }]),
    );
    expect(clusters).toHaveLength(1);
    expect(unknown.names.map(({ text }) => text)).toEqual([name]);
  });
});

describe("time grows with the text and no faster", () => {
  /** The processor’s time, best of three: another program’s turn does not count. */
  function time(text: string): number {
    return Math.min(
      ...[1, 2, 3].map(() => {
        const start = process.cpuUsage();
        read(text);
        return process.cpuUsage(start).user / 1000;
      }),
    );
  }

  test.each([
    ["open braces", '{"a":['],
    ["quotes", '{"\\"'],
    ["headers", "NAME STATUS ROLES AGE VERSION\n"],
    ["half rows", "node-1 Ready <none>\n"],
    ["items", "- kind: Node\n"],
    ["documents", "---\nkind: Node\nmetadata: {name: n}\n"],
    [
      "images",
      '{"kind":"Pod","metadata":{"name":"p","namespace":"n"},"spec":{"containers":[{"image":"a/b:1"}]}}\n',
    ],
    ["prompts", "a$ kubectl \n"],
    ["spaces", "x                                                            "],
    ["stars", "*******"],
  ])("%s", (_, unit) => {
    const small = unit.repeat(Math.ceil(50_000 / unit.length));
    time(small);
    const quick = time(small);
    const slow = time(small.repeat(8));
    // Eight times the text may take eight times as long; a quadratic reader takes sixty-four times.
    expect(slow).toBeLessThan(Math.max(quick, 20) * 30);
  });
});
