import { describe, expect, test } from "vitest";
import { matrix, reference } from "@/lib/site/data";
import { applyFilter, countRows, type Filter, formatFilter, noFilter, parseFilter } from "./filter";
import { viewMatrix } from "./matrix-view";

const view = viewMatrix(matrix, reference);
const all = () => true;

describe("the view of the matrix", () => {
  test("holds every cell once, under its own column", () => {
    const columns = view.options.flatMap((option) => option.columns);
    expect(columns.map(({ id }) => id).sort()).toEqual(matrix.variants.map(({ id }) => id).sort());
    const rows = view.groups.flatMap((group) => group.rows);
    expect(rows).toHaveLength(matrix.capabilities.length);
    for (const row of rows) {
      const capability = matrix.capabilities.find(({ id }) => id === row.id);
      row.cells.forEach((cell, index) => {
        expect(cell.s).toBe(capability?.cells[columns[index]?.id ?? ""]?.support);
      });
    }
  });

  test("names the version without repeating the product of the column", () => {
    const row = view.groups.flatMap((group) => group.rows).find(({ id }) => id === "retries");
    expect(row?.cells[0]?.v).toBe("1.1");
  });
});

describe("filters", () => {
  test("no filter keeps everything", () => {
    expect(applyFilter(view, noFilter, all)).toEqual(view);
  });

  test("only the chosen columns are compared when asking what differs", () => {
    const columns = ["linkerd-oss", "linkerd-enterprise"];
    const left = applyFilter(view, { ...noFilter, differs: true, columns }, all);
    const expected = matrix.capabilities.filter(({ cells }) => {
      const [a, b] = columns.map((id) => `${cells[id]?.support} ${cells[id]?.maturity}`);
      return a !== b;
    });
    expect(countRows(left)).toBe(expected.length);
    expect(countRows(left)).toBeLessThan(matrix.capabilities.length);
    for (const row of left.groups.flatMap(({ rows }) => rows)) expect(row.cells).toHaveLength(2);
  });

  test("a level is looked for in the columns shown", () => {
    const filter: Filter = { ...noFilter, level: "none", columns: ["istio-sidecar"] };
    const rows = applyFilter(view, filter, all).groups.flatMap((group) => group.rows);
    const expected = matrix.capabilities.filter(
      ({ cells }) => cells["istio-sidecar"]?.support === "none",
    );
    expect(rows.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(rows.length).toBeGreaterThan(0);
  });

  test("groups without rows go", () => {
    const left = applyFilter(view, { ...noFilter, q: "x" }, ({ id }) => id === "retries");
    expect(left.groups.map(({ id }) => id)).toEqual(["resilience"]);
  });

  test("the address says what is shown, and only what differs from everything", () => {
    const filter: Filter = {
      q: "retry budget & more",
      group: "resilience",
      level: "partial",
      differs: true,
      columns: ["istio-ambient", "linkerd-oss"],
    };
    expect(parseFilter(new URLSearchParams(formatFilter(filter)), view)).toEqual(filter);
    expect(formatFilter(noFilter)).toBe("");
  });

  test("an address made by a form, or by hand, never breaks", () => {
    const form = new URLSearchParams("q=&group=&level=&column=linkerd-oss&column=none-cilium");
    expect(parseFilter(form, view)).toEqual({
      ...noFilter,
      columns: ["linkerd-oss", "none-cilium"],
    });
    const nonsense = new URLSearchParams("group=<b>&level=best&column=nobody&differs=maybe");
    expect(parseFilter(nonsense, view)).toEqual(noFilter);
    const everything = new URLSearchParams(
      view.options.flatMap((option) => option.columns.map(({ id }) => ["column", id])),
    );
    expect(parseFilter(everything, view)).toEqual(noFilter);
  });
});
