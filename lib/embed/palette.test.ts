import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dark, lamp, light } from "./palette";

const globals = readFileSync("app/globals.css", "utf8");
const options = readFileSync("components/ui/option.css", "utf8");

describe("the palette repeats the colours of the site", () => {
  test.each([
    ["paper", light.paper, dark.paper],
    ["field", light.field, dark.field],
    ["track", light.track, dark.track],
    ["hair", light.hair, dark.hair],
    ["ink", light.ink, dark.ink],
    ["ink-2", light.ink2, dark.ink2],
    ["band", light.band, dark.band],
    ["accent", light.accent, dark.accent],
  ])("%s", (name, inLight, inDark) => {
    expect(globals).toContain(`--${name}: light-dark(${inLight}, ${inDark});`);
  });

  test("the lamp and the options, all of them", () => {
    expect(globals).toContain(`--lamp: ${lamp};`);
    const own = [...options.matchAll(/\.o-(\w+) \{\s*--o: light-dark\((#\w+), (#\w+)\)/g)];
    expect(own.length).toBe(5);
    expect(Object.fromEntries(own.map(([, id, colour]) => [id, colour]))).toEqual(light.options);
    expect(Object.fromEntries(own.map(([, id, , colour]) => [id, colour]))).toEqual(dark.options);
  });
});
