import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth, wrapText } from "./text-width";

test("lines never come out wider than the space, and no word is lost before the ellipsis", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), {
        minLength: 1,
        maxLength: 30,
      }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (parts, lines, bold) => {
        const text = parts.map((part) => part.replace(/\s/g, "x")).join(" ");
        const wrapped = wrapText(text, { size: 20, width: 300, lines, bold });
        expect(wrapped.length).toBeLessThanOrEqual(lines);
        for (const line of wrapped) expect(textWidth(line, 20, bold)).toBeLessThanOrEqual(300);
        const joined = wrapped.join(" ");
        if (joined.endsWith("…")) expect(text.startsWith(joined.slice(0, -1).trimEnd())).toBe(true);
        else expect(joined).toBe(text);
      },
    ),
  );
});
