import { describe, expect, test } from "vitest";
import { compileTable } from "@/lib/data/compile";
import { evaluate } from "@/lib/engine/evaluate";
import { matrix, reference } from "@/lib/site/data";
import { applyOverlay } from "./apply";
import { fingerprint } from "./fingerprint";
import type { Overlay } from "./schema";

const house = {
  name: "Example Bank",
  policy: { url: "https://wiki.bank.example/mesh", title: "Platform decision 14" },
  asOf: "2026-11-20",
} as const;

const apply = (more: Partial<Overlay>) => applyOverlay(matrix, reference, { ...house, ...more });
const rowOf = (applied: ReturnType<typeof apply>, id: string) =>
  applied.matrix.capabilities.find((row) => row.id === id);
const evidence = (claim: string) => [
  { ...house.policy, version: "Example Bank", checked: "2026-11-20", claim },
];

/** A cell that is partial and says what limits it, and one that is full. */
const [limited, full] = (["partial", "full"] as const).map((support) => {
  for (const { id, cells } of matrix.capabilities) {
    for (const [variant, cell] of Object.entries(cells)) {
      if (cell.support === support && (support === "full" || cell.limits))
        return { capability: id, variant, cell };
    }
  }
  throw new Error(`the matrix has no cell that is ${support}`);
}) as [Place, Place];
interface Place {
  readonly capability: string;
  readonly variant: string;
  readonly cell: (typeof matrix.capabilities)[number]["cells"][string];
}
const placeOf = ({ capability, variant }: Place) => ({ capability, variant });

describe("a file that changes nothing", () => {
  const applied = apply({});

  test("adds no row, rule, group, example or answer, and only its publisher", () => {
    expect(applied.matrix).toEqual(matrix);
    expect(applied.fixed).toEqual({});
    expect(applied.reference.publishers).toEqual([
      ...reference.publishers,
      {
        id: "house",
        label: "Example Bank",
        kind: "adopter",
        addresses: ["https://wiki.bank.example/mesh"],
      },
    ]);
  });
});

describe("a ban", () => {
  const because = "Legal does not accept the licence.";
  const applied = apply({ banned: [{ variant: "consul-ce", because }] });

  test("is a row that says who allows what, each cell with its reason as the source", () => {
    const { cells, ...row } = rowOf(applied, "house-allowed") ?? { cells: {} };
    expect(row).toEqual({
      id: "house-allowed",
      label: "Allowed by Example Bank",
      short: "Allowed here",
      definition: "Example Bank allows the variant to be chosen.",
      why: "Example Bank has decided which variants may be run; the others are ruled out whatever else is answered.",
      yardstick: "full: allowed. none: not allowed, for the reason in the note.",
      group: "house",
      factKind: "offering",
    });
    expect(Object.keys(cells)).toEqual(matrix.variants.map(({ id }) => id));
    const note = "Example Bank has nothing against it.";
    for (const [variant, cell] of Object.entries(cells)) {
      expect(cell, variant).toEqual(
        variant === "consul-ce"
          ? { support: "none", confidence: "high", note: because, evidence: evidence(because) }
          : {
              support: "full",
              confidence: "high",
              maturity: "stable",
              note,
              evidence: evidence(note),
            },
      );
    }
    expect(applied.matrix.groups.at(-1)).toEqual({ id: "house", label: "Rules of Example Bank" });
  });

  test("is a rule that rules out the banned variant alone", () => {
    expect(applied.matrix.rules.slice(matrix.rules.length)).toEqual([
      {
        id: "house-allowed",
        when: { all: [] },
        effects: [{ require: "house-allowed", levels: ["full"] }],
        because: "Example Bank does not allow every variant.",
        sources: [house.policy],
      },
    ]);
    const { variants } = evaluate(compileTable(applied.matrix), {});
    const byThis = variants.filter(({ exclusions }) =>
      exclusions.some((each) => each.rule === "house-allowed"),
    );
    expect(byThis.map(({ variant }) => variant)).toEqual(["consul-ce"]);
  });

  test("cuts a long name so that the row's label still fits", () => {
    const label = rowOf(
      applyOverlay(matrix, reference, {
        ...house,
        name: "N".repeat(80),
        banned: [{ variant: "consul-ce", because }],
        preferred: { importance: "nice", variants: [{ variant: "linkerd-oss", because }] },
      }),
      "house-allowed",
    )?.label;
    expect(label).toHaveLength(60);
  });
});

describe("a preference", () => {
  const because = "The platform team has run it since 2022.";
  const preferred = { variants: [{ variant: "istio-sidecar", because }] };

  test.each(["nice", "important"] as const)("weighs as it says: %s", (importance) => {
    const applied = apply({ preferred: { importance, ...preferred } });
    expect(applied.matrix.rules.slice(matrix.rules.length)).toEqual([
      {
        id: "house-preferred",
        when: { all: [] },
        effects: [{ need: "house-preferred", atLeast: importance }],
        because: "Example Bank prefers some variants over others.",
        sources: [house.policy],
      },
    ]);
    const { needs } = evaluate(compileTable(applied.matrix), {});
    expect(needs.find(({ capability }) => capability === "house-preferred")?.importance).toBe(
      importance,
    );
  });

  test("is a row whose preferred cells are full and the others none", () => {
    const { cells, ...row } = rowOf(
      apply({ preferred: { importance: "nice", ...preferred } }),
      "house-preferred",
    ) ?? { cells: {} };
    expect(row).toEqual({
      id: "house-preferred",
      label: "Preferred by Example Bank",
      short: "Preferred here",
      definition: "Example Bank prefers the variant, other things being equal.",
      why: "Example Bank has reasons of its own that the questions do not ask for.",
      yardstick: "full: preferred, for the reason in the note. none: not preferred.",
      group: "house",
      factKind: "offering",
    });
    for (const [variant, { support, note }] of Object.entries(cells)) {
      expect([support, note], variant).toEqual(
        variant === "istio-sidecar"
          ? ["full", because]
          : ["none", "Example Bank has no preference for it."],
      );
    }
  });

  test("cuts a long name so that the row's label still fits", () => {
    const applied = applyOverlay(matrix, reference, {
      ...house,
      name: "N".repeat(80),
      preferred: { importance: "nice", ...preferred },
    });
    expect(rowOf(applied, "house-preferred")?.label).toHaveLength(60);
  });
});

describe("a correction", () => {
  const because = "The contract of June 2026 covers it.";
  const cellAfter = (correction: object, place: Place) =>
    rowOf(
      apply({ cells: [{ ...placeOf(place), because, ...correction }] as Overlay["cells"] }),
      place.capability,
    )?.cells[place.variant];

  test("without a note keeps the old note and its limits", () => {
    expect(cellAfter({ confidence: "low" }, limited)).toEqual({
      ...limited.cell,
      confidence: "low",
      evidence: [...evidence(because), ...limited.cell.evidence],
    });
  });

  test("keeps the maturity of every level that has one, and drops it of the others", () => {
    for (const support of ["full", "partial", "addon"] as const) {
      const after = cellAfter({ support, maturity: "beta", note: "Ours.", limits: "Some." }, full);
      expect(after?.maturity, support).toBe("beta");
      expect(cellAfter({ support, note: "Ours.", limits: "Some." }, full)?.maturity, support).toBe(
        full.cell.maturity,
      );
    }
    for (const support of ["none", "diy", "unknown"] as const)
      expect(cellAfter({ support, note: "Ours." }, full)).not.toHaveProperty("maturity");
  });

  test("takes fields that are given as undefined for not given", () => {
    expect(cellAfter({ support: undefined, note: undefined }, full)).toMatchObject({
      support: full.cell.support,
      note: full.cell.note,
    });
  });

  test("touches its own row alone, and the row's other cells not at all", () => {
    const applied = apply({ cells: [{ ...placeOf(full), because, note: "Ours." }] });
    for (const [index, row] of applied.matrix.capabilities.entries()) {
      if (row.id !== full.capability) {
        expect(row).toBe(matrix.capabilities[index]);
        continue;
      }
      for (const [variant, cell] of Object.entries(row.cells))
        if (variant !== full.variant) expect(cell).toBe(matrix.capabilities[index]?.cells[variant]);
    }
  });

  test("names the organisation as the publisher of the sources it brings", () => {
    const source = { url: "https://contracts.bank.example/14", title: "Contract 14" };
    const applied = apply({
      cells: [
        { ...placeOf(full), because, note: "Ours.", source },
        { ...placeOf(limited), because, note: "Ours.", limits: "Some." },
      ],
    });
    expect(applied.reference.publishers.at(-1)?.addresses).toEqual([house.policy.url, source.url]);
    expect(rowOf(applied, full.capability)?.cells[full.variant]?.evidence[0]).toMatchObject(source);
  });
});

test("the fingerprint of a file changes with every byte of it, and is short enough to read", () => {
  expect(fingerprint("")).not.toBe(fingerprint(" "));
  expect(fingerprint("a")).toBe(fingerprint("a"));
  expect(fingerprint("a")).toMatch(/^[0-9a-f]{8,64}$/);
});
