import { parse as parseHcl } from "@cdktn/hcl2json";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { emitCorefile } from "./corefile";
import { emitHcl, HclReference } from "./hcl";
import { describeHead } from "./head";
import { emitIni } from "./ini";
import { emitYaml } from "./yaml";

const tricky = [
  "on",
  "yes",
  "null",
  "1e3",
  "0x1f",
  "22:22",
  "~",
  "a: b",
  "# no",
  "it's",
  '"',
  "",
  " x",
];

describe("YAML", () => {
  test.each(tricky)("keeps the text %j in both versions", (text) => {
    const written = emitYaml(["Head"], [{ value: text, list: [text], [text || "empty"]: 1 }]);
    for (const version of ["1.1", "1.2"] as const) {
      const read = parse(written, { version });
      expect(read.value).toBe(text);
      expect(read.list).toEqual([text]);
      expect(Object.keys(read)).toContain(text || "empty");
    }
  });

  test("has its head once and a line between documents", () => {
    const written = emitYaml(["Purpose: x", "Because: y"], [{ a: 1 }, { b: 2 }]);
    expect(written).toBe("# Purpose: x\n# Because: y\n\na: 1\n---\nb: 2\n");
  });

  test("repeats what occurs twice instead of pointing to it", () => {
    const shared = { app: "web" };
    expect(emitYaml([], [{ one: shared, two: shared }])).not.toMatch(/[&*]/);
  });
});

describe("HCL", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what must not be evaluated.
  test.each([...tricky, "${path.module}", "%{ if true }", "a\nb", "tab\t", "back\\slash"])(
    "keeps the text %j and evaluates nothing",
    async (text) => {
      const written = emitHcl(["Head"], { attributes: { value: text, list: [text] } });
      const read = (await parseHcl("x.hcl", written)) as { value: string; list: string[] };
      // The parser gives templates back in their escaped form.
      const plain = (each: string) => each.replaceAll("$${", "${").replaceAll("%%{", "%{");
      expect(plain(read.value)).toBe(text);
      expect(read.list.map(plain)).toEqual([text]);
      if (text.includes("{")) expect(written).toMatch(/\$\$\{|%%\{/);
    },
  );

  test("writes blocks, labels, nested values and references", async () => {
    const written = emitHcl(["Head"], {
      attributes: { count: 3, open: true, tags: { "a b": 1 }, rules: [{ port: 1 }, { port: 2 }] },
      blocks: [
        {
          type: "resource",
          labels: ["kind", "name"],
          body: {
            attributes: { id: new HclReference("var.id") },
            blocks: [{ type: "empty", body: {} }],
          },
        },
      ],
    });
    expect(await parseHcl("x.hcl", written)).toEqual({
      count: 3,
      open: true,
      tags: { "a b": 1 },
      rules: [{ port: 1 }, { port: 2 }],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: how the parser writes a reference.
      resource: { kind: { name: [{ id: "${var.id}", empty: [{}] }] } },
    });
  });

  test("takes no reference that is an expression", () => {
    expect(() => new HclReference('file("/etc/passwd")')).toThrow(/no HCL reference/);
  });
});

test("settings of systemd repeat their key for each value", () => {
  expect(emitIni(["Head"], { Unit: { After: ["a", "b"], Wants: "c" } })).toBe(
    "# Head\n\n[Unit]\nAfter=a\nAfter=b\nWants=c\n",
  );
});

test("a Corefile has a block for each server and plugin", () => {
  expect(
    emitCorefile([
      {
        zones: [".:53"],
        plugins: [{ name: "errors" }, { name: "health", settings: [["lameduck", "5s"]] }],
      },
    ]),
  ).toBe(".:53 {\n    errors\n    health {\n        lameduck 5s\n    }\n}\n");
});

test("the head of a file has lines that fit, and leaves out what there is not", () => {
  const lines = describeHead({
    purpose: "word ".repeat(60).trim(),
    because: ["a"],
    writtenFor: "b",
    apply: [],
    verify: { what: "c", commands: ["d"] },
    undo: ["e"],
  });
  expect(lines.every((line) => line.length <= 100)).toBe(true);
  expect(lines.join(" ").match(/word/g)).toHaveLength(60);
  expect(lines.join("\n")).not.toMatch(/Caution|Apply/);
  expect(lines.slice(-4)).toEqual(["Verify: c", "  d", "Undo:", "  e"]);
});
