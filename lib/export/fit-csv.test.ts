import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { FitView } from "@/lib/result/fit";
import { writeFitCsv } from "./fit-csv";

const option = { id: "istio", name: "Istio", mark: "triangle" } as const;
const column = (id: string, ruledOut: boolean) => ({
  variant: { id, option, label: id, short: id },
  ruledOut,
});

/** A grid of one need that one variant meets, one meets in part, and one fails. */
const fit: Pick<FitView, "columns" | "groups"> = {
  columns: [column("meets", false), column("warned", false), column("failed", true)],
  groups: [
    {
      id: "must",
      label: "Must have",
      rows: [
        {
          capability: "retries",
          short: "Retries",
          label: "Automatic retries",
          definition: "",
          askedBy: [{ question: "resilience", number: 1, short: "", text: "", href: "" }],
          rules: [{ id: "many-teams", because: "" }],
          cells: [
            { variant: "meets", support: "full", maturity: "stable", evidence: { href: "" } },
            {
              variant: "warned",
              support: "partial",
              maturity: "beta",
              must: "warned",
              evidence: { href: "" },
            },
            { variant: "failed", support: "none", must: "failed", evidence: { href: "" } },
          ],
        },
      ],
    },
  ],
};

test("what fails and what only falls short are told apart, to the word", () => {
  const csv = writeFitCsv({ result: { fit } });
  expect(parse(csv, { record_delimiter: "\r\n" })).toEqual([
    ["importance", "capability", "label", "asked by", "meets", "warned", "failed (ruled out)"],
    [
      "must",
      "retries",
      "Automatic retries",
      "resilience; rule many-teams",
      "full",
      "partial, beta, not in full",
      "none, fails",
    ],
  ]);
});
