import { describe, expect, test } from "vitest";
import { firstDuties } from "./first-duties";
import type { DutyView } from "./layers";

function layer(...duties: (readonly [id: string, text: string])[]) {
  return { duties: duties.map(([id, text]) => ({ id, text }) as DutyView) };
}

describe("first duties", () => {
  const group = (id: string, ...duties: string[]) => ({ id, title: id, why: id, duties });

  test("one of each group in its order, three at most, groups without one that applies passed over", () => {
    const layers = [
      layer(["dns", "Resolve"]),
      layer(["host", "Refuse"], ["host-2", "Log"]),
      layer(["policy", "Deny"]),
      layer(["identity", "Be strict"]),
    ];
    const groups = [
      group("reach", "elsewhere", "host", "policy"),
      group("users", "nobody"),
      group("names", "identity"),
      group("round", "dns"),
      group("keep", "host-2"),
    ];
    expect(firstDuties(layers, groups).map(({ id }) => id)).toEqual(["host", "identity", "dns"]);
  });

  test("a duty is said in one clause", () => {
    const said = (text: string) => firstDuties([layer(["a", text])], [group("g", "a")])[0]?.text;
    expect(said("Set it to STRICT: namespace by namespace.")).toBe("Set it to STRICT");
    expect(said("Check issuer, audience and expiry.")).toBe("Check issuer, audience and expiry");
    expect(said("Leave port 1.2 open.")).toBe("Leave port 1.2 open");
    const long =
      "Forward every query of the cluster to a resolver that validates, over a channel that nobody reads";
    expect(said(long)).toBe("Forward every query of the cluster to a resolver that validates");
  });
});
