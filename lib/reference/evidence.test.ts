import { describe, expect, test } from "vitest";
import { benchmarkOf, publisherOf, soleVendorOf } from "@/lib/data/publishers";
import type { MatrixCell } from "@/lib/data/types";
import { matrix, reference } from "@/lib/site/data";
import { measureColumns } from "./column-quality";
import { formatCsv } from "./csv";
import { findDoubts } from "./doubts";
import { correctionHref, draftCorrection } from "./issue-link";
import { addMonths, checkedOn, reviewBy } from "./review";
import { markTerms } from "./terms";

const cellOf = (capability: string, variant: string): MatrixCell => {
  const cell = matrix.capabilities.find(({ id }) => id === capability)?.cells[variant];
  if (!cell) throw new Error(`${capability} ${variant}`);
  return cell;
};
const withEvidence = (...urls: readonly string[]): MatrixCell => ({
  ...cellOf("retries", "consul-ce"),
  evidence: urls.map((url) => ({
    url,
    title: "A page",
    version: "1",
    checked: "2026-11-01",
    claim: "A claim.",
  })),
});

describe("whose word", () => {
  test("the longest address decides", () => {
    expect(publisherOf("https://github.com/fluxcd/flagger/pull/1", reference.publishers)?.id).toBe(
      "flagger",
    );
    expect(publisherOf("https://nobody.example/", reference.publishers)).toBeUndefined();
    expect(publisherOf("https://istio.io.example/", reference.publishers)).toBeUndefined();
  });

  test("a vendor’s documents alone are its word; code, or anybody else, is not", () => {
    const docs = "https://developer.hashicorp.com/consul/docs/a";
    const code = "https://github.com/hashicorp/consul/blob/main/a.go";
    const { publishers } = reference;
    expect(soleVendorOf(withEvidence(docs, `${docs}b`), publishers)?.id).toBe("hashicorp");
    expect(soleVendorOf(withEvidence(docs, code), publishers)).toBeUndefined();
    expect(soleVendorOf(withEvidence(docs, "https://istio.io/x"), publishers)).toBeUndefined();
    expect(soleVendorOf(withEvidence("https://istio.io/x"), publishers)).toBeUndefined();
  });

  test("every benchmark in use names its payer, and none is listed unused", () => {
    const { benchmarks } = findDoubts(matrix, reference);
    expect(benchmarks.map(({ benchmark }) => benchmark.id).sort()).toEqual(
      reference.benchmarks.map(({ id }) => id).sort(),
    );
    expect(
      benchmarkOf("https://github.com/BuoyantIO/great-sidecar-debate", reference.benchmarks)
        ?.interest,
    ).toEqual(["linkerd"]);
  });

  test("columns and doubts count the same cells", () => {
    const columns = measureColumns(matrix, reference);
    const { soleVendors, low, unknown } = findDoubts(matrix, reference);
    const sum = (pick: (column: (typeof columns)[number]) => number) =>
      columns.reduce((total, column) => total + pick(column), 0);
    expect(sum(({ soleVendor }) => soleVendor)).toBe(
      soleVendors.reduce((total, { cells }) => total + cells.length, 0),
    );
    expect(sum((column) => column.low)).toBe(low.length);
    expect(sum((column) => column.unknown)).toBe(unknown.length);
    for (const column of columns)
      expect(column.high + column.medium + column.low).toBe(matrix.capabilities.length);
  });
});

describe("age", () => {
  test("a cell is as old as its oldest source", () => {
    const cell = withEvidence("https://istio.io/a", "https://istio.io/b");
    const newer = { ...cell.evidence[0], checked: "2026-11-20" } as (typeof cell.evidence)[number];
    expect(checkedOn({ ...cell, evidence: [newer, ...cell.evidence] })).toBe("2026-11-01");
  });

  test("months end where the month ends", () => {
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(addMonths("2027-11-30", 3)).toBe("2028-02-29");
    expect(addMonths("2026-11-24", 18)).toBe("2028-05-24");
  });

  test("licences are looked at sooner than protocols", () => {
    const cell = withEvidence("https://istio.io/a");
    const { factKinds } = reference;
    expect(reviewBy({ factKind: "licence" }, cell, factKinds)).toBe("2027-02-01");
    expect(reviewBy({ factKind: "protocol" }, cell, factKinds)).toBe("2028-05-01");
  });
});

describe("terms", () => {
  const texts = (segments: ReturnType<typeof markTerms>) =>
    segments.map((text) =>
      text.map((each) => (typeof each === "string" ? each : `[${each.term.id}]`)).join(""),
    );

  test("are explained once, where they first stand", () => {
    const marked = markTerms(["A waypoint routes.", "The waypoint again."], reference.terms);
    expect(texts(marked)).toEqual(["A [waypoint] routes.", "The waypoint again."]);
  });

  test("are whole words, and abbreviations as they are written", () => {
    const marked = markTerms(["A sidecarless CNIs ca in permissive moods."], reference.terms);
    expect(texts(marked)).toEqual(["A sidecarless CNIs ca in permissive moods."]);
  });

  test("no text is lost or changed", () => {
    for (const { definition, cells } of matrix.capabilities) {
      const all = [definition, ...Object.values(cells).map(({ note }) => note)];
      const joined = markTerms(all, reference.terms).map((segments) =>
        segments.map((each) => (typeof each === "string" ? each : each.text)).join(""),
      );
      expect(joined).toEqual(all);
    }
  });
});

describe("corrections", () => {
  const address = {
    capability: { id: "retries", label: "Automatic retries" },
    variant: { id: "linkerd-oss", label: "Linkerd, open source" },
    cell: cellOf("retries", "linkerd-oss"),
  };

  test("start from the cell as it is", () => {
    const { title, body } = draftCorrection(address, "2026.11");
    expect(title).toBe("Correction: Automatic retries, Linkerd, open source");
    expect(body).toContain("data/capabilities/retries.json, cells.linkerd-oss");
    expect(body).toContain(address.cell.note);
  });

  test("go to the tracker that is configured, filled in", () => {
    const url = new URL(correctionHref(address, "2026.11", "https://git.example/x/issues/new"));
    expect(url.searchParams.get("title")).toContain("Automatic retries");
    const other = correctionHref(
      address,
      "2026.11",
      "https://git.example/new?issue[title]={title}&issue[description]={body}",
    );
    expect(new URL(other).searchParams.get("issue[description]")).toContain("It should say:");
  });

  test("stay on the site without a tracker", () => {
    expect(correctionHref(address, "2026.11", "")).toBe("/corrections?cell=retries.linkerd-oss");
  });
});

describe("the CSV file", () => {
  const parse = (text: string) => {
    const rows: string[][] = [[]];
    let field = "";
    let quoted = false;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at];
      if (quoted) {
        if (sign !== '"') field += sign;
        else if (text[at + 1] === '"') {
          field += '"';
          at += 1;
        } else quoted = false;
      } else if (sign === '"') quoted = true;
      else if (sign === "," || sign === "\r") {
        rows.at(-1)?.push(field);
        field = "";
        if (sign === "\r") rows.push([]);
      } else if (sign !== "\n") field += sign;
    }
    return rows.filter((row) => row.length > 0);
  };
  const [head = [], ...rows] = parse(formatCsv(matrix).slice(1));

  test("has a line for each cell, whole", () => {
    expect(rows).toHaveLength(matrix.capabilities.length * matrix.variants.length);
    for (const row of rows) {
      expect(row).toHaveLength(head.length);
      const value = (name: string) => row[head.indexOf(name)] ?? "";
      const cell = cellOf(value("capability"), value("variant"));
      expect(value("support")).toBe(cell.support);
      expect(value("note")).toBe(cell.note);
    }
  });

  test("holds nothing that a spreadsheet would run", () => {
    const cell = { ...cellOf("retries", "linkerd-oss"), note: "=HYPERLINK(1)" };
    const retries = matrix.capabilities.find(({ id }) => id === "retries");
    if (!retries) throw new Error("retries");
    const hostile = { ...matrix, capabilities: [{ ...retries, cells: { "linkerd-oss": cell } }] };
    expect(formatCsv(hostile)).toContain(",'=HYPERLINK(1),");
  });
});
