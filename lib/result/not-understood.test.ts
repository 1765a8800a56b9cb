import { describe, expect, test } from "vitest";
import { readQuery } from "@/lib/answers/query";
import type { Question } from "@/lib/engine/types";
import { packNotUnderstood, unpackNotUnderstood } from "./not-understood";

const questions: readonly Question[] = [
  { id: "platform", kind: "choice", values: ["kubernetes", "nomad"] },
  { id: "stack", kind: "flags", flags: ["envoy"] },
  { id: "routing", kind: "needs", rows: [{ id: "canary", demands: [] }] },
];

function roundTrip(entries: readonly (readonly [string, string])[]) {
  const packed = packNotUnderstood(questions, entries);
  return packed === undefined ? [] : unpackNotUnderstood(questions, packed);
}

describe("what is not understood", () => {
  test("is nothing when all is understood", () => {
    expect(packNotUnderstood(questions, [["platform", "nomad"]])).toBeUndefined();
  });

  test("is reported after the redirect as it would have been before", () => {
    const entries = [
      ["platform", "mainframe"],
      ["platform", "nomad"],
      ["colour", "green"],
      ["stack", "envoy,nginx"],
      ["routing", "canary:must,mirror:must"],
    ] as const;
    expect(roundTrip(entries)).toEqual(readQuery(questions, entries).problems);
    expect(roundTrip(entries)).toHaveLength(4);
  });

  test("leaves out what a forged address calls wrong although it is right", () => {
    expect(unpackNotUnderstood(questions, "platform=nomad&colour=green")).toMatchObject([
      { key: "colour", value: "green" },
    ]);
  });

  test("is limited in number and length", () => {
    const many = Array.from(
      { length: 500 },
      (_, index) => [`key${index}`, "x".repeat(500)] as const,
    );
    const packed = packNotUnderstood(questions, many) ?? "";
    expect(packed.length).toBeLessThan(4000);
    expect(roundTrip(many)).toHaveLength(20);
    expect(unpackNotUnderstood(questions, "a=b&".repeat(5000))).toHaveLength(20);
  });
});
