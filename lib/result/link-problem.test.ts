import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeAnswers } from "@/lib/answers/code";
import { slots } from "@/lib/site/slots";
import { findLinkProblem } from "./link-problem";

const code = encodeAnswers(slots, { platform: "kubernetes", mtls: "must" }, 0);

describe("findLinkProblem", () => {
  test("finds nothing wrong with a code, with what follows it, and with other paths", () => {
    for (const path of [`/r/${code}`, `/r/${code}/plan`, "/r", "/r/", "/", "/rx/abc", "/share/"])
      expect(findLinkProblem(slots, 1, path)).toBeUndefined();
  });

  test("tells damaged, newer and foreign codes apart", () => {
    const swapped = code.endsWith("0") ? `${code.slice(0, -1)}1` : `${code.slice(0, -1)}0`;
    expect(findLinkProblem(slots, 1, `/r/${swapped}`)).toBe("damaged");
    expect(findLinkProblem(slots, 1, `/r/${code.slice(0, -1)}`)).toBe("damaged");
    expect(findLinkProblem(slots, 1, `/share/${code.slice(0, -1)}`)).toBe("damaged");
    expect(findLinkProblem(slots, 1, `/r/${encodeAnswers(slots, {}, 1)}`)).toBe("newer");
    for (const foreign of ["x", "bad-link", "..%2f", "%zz", "é", `${code}.`, "a".repeat(10_000)])
      expect(findLinkProblem(slots, 1, `/r/${foreign}`)).toBe("foreign");
  });

  test("takes any text and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const problem = findLinkProblem(slots, 1, `/r/${text}`);
        expect([undefined, "foreign", "damaged", "newer"]).toContain(problem);
      }),
    );
  });
});
