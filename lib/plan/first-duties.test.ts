import { describe, expect, test } from "vitest";
import { firstDuties } from "./first-duties";
import type { DutyView } from "./layers";

function layer(...duties: (readonly [id: string, text: string])[]) {
  return { duties: duties.map(([id, text]) => ({ id, text }) as DutyView) };
}

describe("first duties", () => {
  test("one of each layer from the workload outwards, three at most, layers without one passed over", () => {
    const layers = [
      layer(["dns", "Resolve"]),
      layer(["host", "Refuse"]),
      layer(),
      layer(["policy", "Deny"], ["policy-2", "Allow"]),
      layer(["identity", "Be strict"]),
    ];
    expect(firstDuties(layers).map(({ id }) => id)).toEqual(["identity", "policy", "host"]);
  });

  test("a duty is said in one clause", () => {
    const said = (text: string) => firstDuties([layer(["a", text])])[0]?.text;
    expect(said("Set it to STRICT: namespace by namespace.")).toBe("Set it to STRICT");
    expect(said("Check issuer, audience and expiry.")).toBe("Check issuer, audience and expiry");
    expect(said("Leave port 1.2 open.")).toBe("Leave port 1.2 open");
    const long =
      "Forward every query of the cluster to a resolver that validates, over a channel that nobody reads";
    expect(said(long)).toBe("Forward every query of the cluster to a resolver that validates");
  });
});
