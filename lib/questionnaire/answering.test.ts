import { describe, expect, test } from "vitest";
import { answerOf, closeRows, isAsked, openRows, withAnswer, withFlag, withRow } from "./answering";
import type { AskedQuestion } from "./wording";

function asked(id: string, more: Partial<AskedQuestion> = {}): AskedQuestion {
  const texts = { section: "s", label: id, short: id, help: "", why: "", quick: false };
  return { id, kind: "choice", ...texts, parts: [], ...more };
}

const platform = asked("platform", { detail: { id: "kubernetes", of: "k8s" } });
const cni = asked("cni", { askedIf: { question: "platform", is: ["k8s"] } });

describe("answering", () => {
  test("an answer can be set and taken back without touching the others", () => {
    const answers = { team: "two", mtls: "must" };
    expect(withAnswer([], answers, asked("mtls"), "no")).toEqual({ team: "two", mtls: "no" });
    expect(withAnswer([], answers, asked("mtls"))).toEqual({ team: "two" });
  });

  test("two choices of one step are set together and read together", () => {
    const both = withAnswer([], { team: "two" }, platform, "k8s.eks");
    expect(both).toEqual({ team: "two", platform: "k8s", kubernetes: "eks" });
    expect(answerOf(platform, both)).toBe("k8s.eks");
    expect(withAnswer([], both, platform, "vm")).toEqual({ team: "two", platform: "vm" });
    expect(answerOf(platform, { platform: "k8s" })).toBe("k8s");
    expect(answerOf(platform, { platform: "vm", kubernetes: "eks" })).toBe("vm");
  });

  test("an answer to what is no longer asked goes with the answer that asked for it", () => {
    const answers = { platform: "k8s", kubernetes: "eks", cni: "calico" };
    expect(isAsked(cni, answers)).toBe(true);
    expect(withAnswer([platform, cni], answers, platform, "vm")).toEqual({ platform: "vm" });
    expect(withAnswer([platform, cni], answers, platform)).toEqual({});
  });

  test("a row answers no other row, and “not sure” leaves it open again", () => {
    expect(withRow({ a: "must" }, "b", "no")).toEqual({ a: "must", b: "no" });
    expect(withRow({ a: "must", b: "no" }, "a", "unsure")).toEqual({ b: "no" });
    expect(withRow({ a: "must" }, "a", "unsure")).toBeUndefined();
    expect(withRow("unsure", "a", "must")).toEqual({ a: "must" });
  });

  test("closing sets open rows only", () => {
    const rows = asked("q", {
      kind: "needs",
      parts: [
        { id: "a", label: "" },
        { id: "b", label: "" },
      ],
    });
    expect(openRows(rows, { q: { b: "must" } })).toEqual(["a"]);
    expect(closeRows(rows, { b: "must" })).toEqual({ a: "no", b: "must" });
    expect(closeRows(rows, "unsure")).toEqual({ a: "no", b: "no" });
    expect(openRows(rows, { q: { a: "no", b: "no" } })).toEqual([]);
  });

  test("flags keep the order of the question", () => {
    const flags = { parts: ["a", "b", "c"].map((id) => ({ id, label: id })) };
    expect(withFlag(flags, ["c"], "a", true)).toEqual(["a", "c"]);
    expect(withFlag(flags, ["a", "c"], "c", false)).toEqual(["a"]);
    expect(withFlag(flags, "unsure", "b", true)).toEqual(["b"]);
  });
});
