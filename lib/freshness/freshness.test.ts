import { describe, expect, test } from "vitest";
import { compileTable } from "@/lib/data/compile";
import type { Matrix, MatrixCell } from "@/lib/data/types";
import { evaluate } from "@/lib/engine/evaluate";
import { matrix, reference, table } from "@/lib/site/data";
import { describeDataDiff } from "./data-diff";
import { cellKey, countDecisions } from "./decisions";
import { checkLinks } from "./links";
import { rankStale } from "./stale";

function withCell(capability: string, variant: string, change: Partial<MatrixCell>): Matrix {
  return {
    ...matrix,
    capabilities: matrix.capabilities.map((each) => {
      const cell = each.cells[variant];
      return each.id === capability && cell
        ? { ...each, cells: { ...each.cells, [variant]: { ...cell, ...change } } }
        : each;
    }),
  };
}

describe("decisions", () => {
  const nomad = matrix.presets.find(({ answers }) => answers.platform === "nomad");

  test("a cell decides where first place would go without it, and only there", () => {
    if (!nomad) throw new Error("no preset runs on Nomad");
    const counts = countDecisions(table, [nomad.answers]);
    expect(evaluate(table, nomad.answers).options[0]?.option).toBe("consul");
    expect(counts.size).toBeGreaterThan(0);
    for (const key of counts.keys()) {
      const [capability = "", variant = ""] = key.split(" ");
      const firsts = (["none", "full"] as const).map((support) => {
        const maturity = support === "full" ? { maturity: "stable" as const } : {};
        const changed = withCell(capability, variant, {
          support,
          confidence: "high",
          ...maturity,
        });
        const first = evaluate(compileTable(changed), nomad.answers).options[0];
        return first?.ruledOut ? "" : first?.option;
      });
      expect(
        firsts.some((first) => first !== "consul"),
        key,
      ).toBe(true);
    }
  });

  test("nobody’s situation decides nothing", () => {
    expect(countDecisions(table, []).size).toBe(0);
  });
});

describe("what to re-check first", () => {
  test("what decides more comes before what decides less at the same age", () => {
    const decisions = new Map([[cellKey("retries", "linkerd-oss"), 9]]);
    const [first] = rankStale(matrix, reference, decisions, "2027-01-15");
    expect(first).toMatchObject({ capability: "retries", variant: "linkerd-oss", decides: 9 });
  });

  test("without decisions a licence comes before a protocol", () => {
    const ranked = rankStale(matrix, reference, new Map(), "2027-01-15");
    const at = (capability: string) =>
      ranked.findIndex((cell) => cell.capability === capability && cell.variant === "none-app");
    expect(at("license")).toBeLessThan(at("websocket"));
  });

  test("overdue means past the day, by the day given and not by the clock", () => {
    const overdue = (today: string) =>
      rankStale(matrix, reference, new Map(), today).filter(({ isOverdue }) => isOverdue).length;
    expect(overdue(matrix.release.asOf)).toBe(0);
    expect(overdue("2027-03-01")).toBeGreaterThan(0);
    expect(overdue("2029-01-01")).toBe(matrix.capabilities.length * matrix.variants.length);
  });
});

describe("links", () => {
  test("are asked once each, and only a server that says so makes them gone", async () => {
    const asked: string[] = [];
    const fetch = async (url: string, { method }: RequestInit) => {
      asked.push(`${method} ${url}`);
      if (url.includes("down")) throw new Error("connect ECONNREFUSED");
      if (url.includes("gone")) return new Response(null, { status: 404 });
      if (url.includes("shy")) return new Response(null, { status: method === "HEAD" ? 405 : 200 });
      if (url.includes("busy")) return new Response(null, { status: 429 });
      return new Response(null, { status: 200 });
    };
    const results = await checkLinks(
      [
        "https://a.example/fine#one",
        "https://a.example/fine#two",
        "https://a.example/shy",
        "https://b.example/gone",
        "https://b.example/busy",
        "https://down.example/",
      ],
      fetch,
    );
    expect(results.map(({ url, state }) => `${new URL(url).host} ${state}`)).toEqual([
      "a.example fine",
      "a.example fine",
      "b.example unclear",
      "b.example gone",
      "down.example unclear",
    ]);
    expect(asked.filter((each) => each.endsWith("/fine"))).toEqual(["HEAD https://a.example/fine"]);
  });
});

describe("what a data change does", () => {
  const before = { matrix, table };

  test("says so when nothing moves", () => {
    const text = describeDataDiff(before, before, "main");
    expect(text).toContain("0 cells score differently, 0 more changed");
    expect(text).not.toContain("→");
  });

  test("names the cell, and the results that move with it", () => {
    const changed = withCell("non-k8s-orchestrators", "consul-ce", { support: "none" });
    const enterprise = changed.capabilities.map((each) => {
      const cell = each.cells["consul-enterprise"];
      return each.id === "non-k8s-orchestrators" && cell
        ? {
            ...each,
            cells: { ...each.cells, "consul-enterprise": { ...cell, support: "none" as const } },
          }
        : each;
    });
    const after = { ...changed, capabilities: enterprise };
    const text = describeDataDiff(before, { matrix: after, table: compileTable(after) }, "main");
    expect(text).toContain("| non-k8s-orchestrators | consul-ce | full, stable, medium | none,");
    expect(text).toMatch(/\| preset nomad-estate \| consul-ce → \*\*none possible\*\*/);
  });

  test("counts words apart from worth", () => {
    const after = withCell("retries", "linkerd-oss", { note: "Other words for the same thing." });
    const text = describeDataDiff(before, { matrix: after, table: compileTable(after) }, "main");
    expect(text).toContain("0 cells score differently, 1 more changed");
  });
});
