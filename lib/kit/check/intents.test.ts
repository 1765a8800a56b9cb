import { describe, expect, test } from "vitest";
import { needOf } from "@/lib/kit/gaps";
import { kitsFrom } from "@/lib/kit/kits.fixtures";
import { matrix } from "@/lib/site/data";
import { judgeKit } from "./intents";

const { variants, everything, kitOf, kitsOf } = kitsFrom(matrix);

describe.each(variants)("the kit of %s", (variant) => {
  const kits = kitsOf(variant).map(({ name, kit, setting }) => ({
    name,
    kit,
    intents: judgeKit(kit, setting),
  }));

  test("brings about what it must, whatever was answered", () => {
    const broken = kits.flatMap(({ name, intents }) =>
      intents.filter(({ holds }) => !holds).map(({ id, says }) => `${name}: ${id}: ${says}`),
    );
    expect(broken).toEqual([]);
  });

  test("claims to serve only what an intent holds for", () => {
    const claimed = kits.flatMap(({ name, kit, intents }) => {
      const held = intents.filter(({ holds }) => holds);
      return kit.files.flatMap(({ path, because }) =>
        because
          .map(needOf)
          .filter((need) => !held.some(({ needs }) => needs.includes(need)))
          .map((need) => `${name}: ${path} claims ${need}`),
      );
    });
    expect([...new Set(claimed)]).toEqual([]);
  });

  test("is judged by many intents, some of each outcome", () => {
    const { kit, setting } = kitOf(variant, everything);
    expect(judgeKit(kit, setting).length).toBeGreaterThan(12);
  });
});
