import { describe, expect, test } from "vitest";
import { matrix, table } from "@/lib/site/data";
import { differencesOf, standingOf } from "./compare";
import { pairSlug, pairsOf } from "./pairs";
import { summariseRow } from "./row-summary";

const option = (id: string) => {
  const found = matrix.options.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe("standing", () => {
  test.each(matrix.options.map((each) => [each.id, each] as const))(
    "%s is never strong and weak in one row",
    (_, each) => {
      const { strengths, weaknesses } = standingOf(matrix, table, each);
      const strong = new Set(strengths.map(({ capability }) => capability.id));
      expect(weaknesses.filter(({ capability }) => strong.has(capability.id))).toEqual([]);
      for (const { own, others } of strengths) {
        const behind = others.filter(({ worth }) => worth < own.worth);
        expect(behind.length).toBeGreaterThan(others.length / 2);
      }
    },
  );

  test("what only Consul does is its strength and nobody else’s", () => {
    const of = (id: string) =>
      standingOf(matrix, table, option(id)).strengths.map(({ capability }) => capability.id);
    expect(of("consul")).toContain("non-k8s-orchestrators");
    expect(of("istio")).not.toContain("non-k8s-orchestrators");
  });

  test("the order of options and rows changes nothing", () => {
    const turned = {
      ...matrix,
      options: [...matrix.options].reverse(),
      capabilities: [...matrix.capabilities].reverse(),
    };
    const ids = (each: typeof matrix) =>
      standingOf(each, table, option("istio")).strengths.map(({ capability }) => capability.id);
    expect(ids(turned)).toEqual(ids(matrix));
  });
});

describe("pairs", () => {
  test("each pair has one address", () => {
    expect(pairsOf(matrix.options)).toHaveLength(10);
    expect(pairSlug(option("linkerd"), option("consul"))).toBe("consul-vs-linkerd");
  });

  test.each(pairsOf(matrix.options).map(([a, b]) => [pairSlug(a, b), a, b] as const))(
    "%s accounts for every row once",
    (_, a, b) => {
      const { aMore, bMore, byVariant, same } = differencesOf(matrix, table, a, b);
      expect(aMore.length + bMore.length + byVariant.length + same).toBe(
        matrix.capabilities.length,
      );
      const turned = differencesOf(matrix, table, b, a);
      expect(turned.bMore.map(({ capability }) => capability.id)).toEqual(
        aMore.map(({ capability }) => capability.id),
      );
    },
  );
});

describe("the sentence about a row", () => {
  const retries = matrix.capabilities.find(({ id }) => id === "retries");
  const cell = retries?.cells["istio-sidecar"];
  const cells = (support: "full" | "none" | "unknown") =>
    Object.fromEntries(
      matrix.variants.map(({ id }) => [id, { ...cell, support } as NonNullable<typeof cell>]),
    );

  test("names the variant and its maturity where they matter", () => {
    expect(retries && summariseRow(matrix, retries)).toBe(
      "Istio, Linkerd, Consul and Cilium (alpha) offer all of it; “no mesh” offers it only with code of one’s own.",
    );
  });

  test("says once what holds for all", () => {
    expect(summariseRow(matrix, { cells: cells("full") })).toBe(
      "All five options offer all of it.",
    );
    expect(summariseRow(matrix, { cells: cells("none") })).toBe(
      "All five options offer nothing of it.",
    );
  });

  test("does not claim what nobody knows", () => {
    expect(summariseRow(matrix, { cells: cells("unknown") })).toMatch(/is unknown\.$/);
    expect(summariseRow(matrix, { cells: {} })).not.toMatch(/undefined/);
  });

  test.each(matrix.capabilities.map((each) => [each.id, each] as const))(
    "%s reads as a sentence",
    (_, each) => {
      expect(summariseRow(matrix, each)).toMatch(/^[“A-Z][^|]*\.$/);
    },
  );
});
