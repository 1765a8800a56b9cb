import { describe, expect, test } from "vitest";
import { compileTable } from "@/lib/data/compile";
import { publisherOf } from "@/lib/data/publishers";
import { evaluate } from "@/lib/engine/evaluate";
import { findFlips } from "@/lib/engine/flips";
import { matrix, reference, table } from "@/lib/site/data";
import { readOverlay } from "./read";

const overlay = {
  name: "Example Bank",
  policy: { url: "https://wiki.bank.example/mesh", title: "Platform decision 14" },
  asOf: "2026-11-20",
  cells: [
    {
      capability: "fips",
      variant: "istio-sidecar",
      support: "full",
      note: "Our vendor’s build with validated modules is licensed for all clusters.",
      because: "The contract of June 2026 covers FIPS builds.",
    },
  ],
  banned: [{ variant: "consul-ce", because: "Legal does not accept the licence." }],
  preferred: {
    importance: "nice",
    variants: [{ variant: "istio-sidecar", because: "The platform team has run it since 2022." }],
  },
  answers: { platform: "kubernetes" },
  presets: [
    {
      id: "payments",
      label: "Payments platform",
      summary: "140 services, two clusters",
      story: "The payments platform as it is planned for 2027.",
      answers: { services: "many" },
    },
  ],
};

const read = (value: unknown) =>
  readOverlay("house.yaml", JSON.stringify(value, null, 2), matrix, reference);
const tableOf = (value: unknown) => {
  const { matrix: laid, fixed } = read(value);
  return { ...compileTable(laid), fixed };
};

describe("an organisation’s file", () => {
  test("corrects a cell, with its own reason as the first source", () => {
    const laid = read(overlay);
    const cell = laid.matrix.capabilities.find(({ id }) => id === "fips")?.cells["istio-sidecar"];
    expect(cell).toMatchObject({ support: "full", maturity: "stable" });
    // The old limits said what the old note lacked.
    expect(cell?.limits).toBeUndefined();
    expect(cell?.evidence[0]).toMatchObject({
      url: overlay.policy.url,
      version: "Example Bank",
      claim: overlay.cells[0]?.because,
    });
    expect(publisherOf(overlay.policy.url, laid.reference.publishers)?.label).toBe("Example Bank");
  });

  test("leaves the published data as it was", () => {
    const before = JSON.stringify(matrix);
    read(overlay);
    expect(JSON.stringify(matrix)).toBe(before);
    expect(table.fixed).toBeUndefined();
  });

  test("rules a banned variant out for every set of answers, and no other", () => {
    const laid = tableOf({ ...overlay, cells: [], preferred: undefined, answers: undefined });
    for (const { answers } of [...matrix.presets, ...matrix.scenarios]) {
      const now = evaluate(laid, answers).variants;
      const banned = now.find(({ variant }) => variant === "consul-ce");
      expect(banned?.exclusions).toContainEqual({
        capability: "house-allowed",
        support: "none",
        rule: "house-allowed",
      });
      const others = (variants: typeof now) =>
        variants
          .filter(({ variant }) => variant !== "consul-ce")
          .map(({ variant, points }) => `${variant} ${points}`);
      expect(others(now)).toEqual(others(evaluate(table, answers).variants));
    }
  });

  test("gives a preferred variant an advantage over its equals", () => {
    const laid = tableOf({ ...overlay, cells: [], banned: [] });
    const before = evaluate(table, { platform: "kubernetes" });
    const after = evaluate(laid, { platform: "kubernetes" });
    const lead = ({ variants }: typeof before) => {
      const score = (id: string) => variants.find(({ variant }) => variant === id)?.score ?? 0;
      return score("istio-sidecar") - score("istio-ambient");
    };
    expect(lead(after)).toBeGreaterThan(lead(before));
  });

  test("fixes an answer for everybody, and nobody is told to change it", () => {
    const laid = tableOf(overlay);
    expect(evaluate(laid, { platform: "nomad" })).toEqual(
      evaluate(laid, { platform: "kubernetes" }),
    );
    const { answers } = matrix.presets[1] ?? { answers: {} };
    const { rivals, weakening, idle } = findFlips(laid, answers);
    const touched = JSON.stringify([rivals.map(({ flips }) => flips), weakening, idle]);
    expect(touched).not.toContain('"question":"platform"');
  });

  test("says in a sentence how it differs", () => {
    expect(read(overlay).notice.what).toBe(
      "one cell corrected; not allowed: Consul Community Edition; preferred: Istio, sidecar mode; answered for everybody: Platform; one example added",
    );
    const { name, policy, asOf } = overlay;
    expect(read({ name, policy, asOf }).notice.what).toBe("no finding is changed");
  });

  test("can be written as YAML", () => {
    const text = [
      "name: Example Bank",
      "policy: { url: https://wiki.bank.example/mesh, title: Platform decision 14 }",
      "asOf: 2026-11-20",
      "banned:",
      "  - variant: consul-ce",
      "    because: Legal does not accept the licence.",
    ].join("\n");
    const laid = readOverlay("house.yaml", text, matrix, reference);
    expect(laid.notice.what).toBe("not allowed: Consul Community Edition");
  });
});

describe("mistakes in it are said with file, line, place and mend", () => {
  const { name, policy, asOf } = overlay;
  const base = { name, policy, asOf };
  const mistakes: [string, unknown, RegExp][] = [
    ["no name", { policy, asOf }, /^house\.yaml:1: name: is missing: add it/],
    [
      "a misspelt key",
      { ...base, baned: [] },
      /no key is called "baned" here: did you mean "banned"\?/,
    ],
    [
      "an unknown variant",
      { ...base, banned: [{ variant: "kuma", because: "It is not in use here." }] },
      /house\.yaml:\d+: banned\.0\.variant: no variant is called "kuma"/,
    ],
    [
      "an unknown row",
      { ...base, cells: [{ ...overlay.cells[0], capability: "fip" }] },
      /cells\.0\.capability: no capability is called "fip"/,
    ],
    [
      "a cell without limits",
      {
        ...base,
        cells: [
          {
            ...overlay.cells[0],
            variant: "istio-sidecar",
            support: "partial",
            capability: "license",
          },
        ],
      },
      /cells\.0\.limits: a cell that is partial needs limits/,
    ],
    [
      "a correction of nothing",
      {
        ...base,
        cells: [{ capability: "fips", variant: "consul-ce", because: "We think otherwise." }],
      },
      /corrects nothing: add support/,
    ],
    [
      "an answer that does not exist",
      { ...base, answers: { platform: "mainframe" } },
      /answers\.platform: "platform" has no value "mainframe"/,
    ],
    [
      "an example with the id of a published one",
      { ...base, presets: [{ ...overlay.presets[0], id: "nomad-estate" }] },
      /presets\.0\.id: "nomad-estate" is an example of the published data/,
    ],
    [
      "a ban of everything",
      {
        ...base,
        banned: matrix.variants.map(({ id }) => ({ variant: id, because: "It is not allowed." })),
      },
      /banned: bans every variant/,
    ],
    [
      "a logo from elsewhere",
      { ...base, logo: "https://bank.example/logo.svg" },
      /logo: must be data:image/,
    ],
  ];

  test.each(mistakes)("%s", (_, value, expected) => {
    expect(() => read(value)).toThrow(expected);
    expect(() => read(value)).toThrow(/MESH_ADVISOR_OVERLAY/);
  });

  test("a file that is neither JSON nor YAML", () => {
    expect(() => readOverlay("house.yaml", "name: [", matrix, reference)).toThrow(/^house\.yaml:1/);
  });
});
