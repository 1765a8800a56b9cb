import { describe, expect, test } from "vitest";
import { nameFields, readNames, writeNames } from "./names";

const problemsOf = (parameters: Record<string, string>) => readNames(parameters).problems;

describe("names", () => {
  test("are the examples where nothing is given", () => {
    const { names, problems } = readNames({});
    expect(problems).toEqual([]);
    expect(names.namespace).toBe("shop");
    expect(names.nodes).toEqual(["10.0.16.0/20"]);
    expect(names.resolver).toBe("");
    expect(writeNames(names).toString()).toBe("");
  });

  test("come back from the address as they went in", () => {
    const parameters = {
      ns: "payments",
      from: "web-2",
      to: "ledger",
      host: "pay.example.org",
      issuer: "id.example.org",
      trust: "prod.example.org",
      gw: "ingress",
      dns: "fd00:10:96::a",
      resolver: "192.0.2.53",
      "resolver-name": "dns.example.org",
      nodes: "10.1.0.0/16,2001:db8::/32",
      control: "10.1.0.0/28",
      pods: "100.64.0.0/10",
      admin: "192.0.2.0/24",
    };
    const { names, problems } = readNames(parameters);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(writeNames(names))).toEqual(parameters);
    expect(readNames(Object.fromEntries(writeNames(names))).names).toEqual(names);
  });

  test.each([
    ["ns", "Shop"],
    ["ns", "-shop"],
    ["ns", "shop-"],
    ["ns", "a.b"],
    ["ns", "a".repeat(64)],
    ["ns", "kube-system"],
    ["ns", "istio-system"],
    ["ns", "default"],
    ["ns", "linkerd-viz"],
    ["ns", "shop\nkind: Secret"],
    ["from", "1web"],
    ["from", "a".repeat(51)],
    ["from", "waypoint"],
    ["from", "gateway"],
    ["from", "orders-http"],
    ["to", "public"],
    ["to", "$(reboot)"],
    ["to", "web"],
    ["host", "localhost"],
    ["host", "192.0.2.1"],
    ["host", "*.example.com"],
    ["host", "example.com/path"],
    ["host", "a..b"],
    ["issuer", "https://login.example.com"],
    ["host", `${"a".repeat(64)}.com`],
    ["gw", "Ingress"],
    ["dns", "10.96.0"],
    ["dns", "fe80::1%eth0"],
    ["trust", "Cluster.Local"],
    ["trust", "a..b"],
    ["nodes", "10.0.0.0"],
    ["nodes", "10.0.0.1/8"],
    ["nodes", "0.0.0.0/0"],
    ["nodes", "10.0.0.0/33"],
    ["nodes", "10.0.0.0/08x"],
    ["nodes", "::/0"],
    ["nodes", "2001:db8::1/32"],
    ["nodes", "fe80::%eth0/64"],
    ["nodes", "::ffff:10.0.0.0/104"],
    ["nodes", "10.0.0.0/8,"],
    ["nodes", Array.from({ length: 9 }, (_, index) => `10.${index}.0.0/16`).join(",")],
    ["admin", "10.0.0.0/8;flush ruleset"],
  ])("refuse %s = %s and say what would be right", (key, value) => {
    const [problem, ...more] = problemsOf({ [key]: value });
    expect(more).toEqual([]);
    expect(problem?.key).toBe(key);
    expect(problem?.message).toMatch(/^[A-Z].*\.$/);
    expect(problem?.value.length).toBeLessThan(62);
  });

  test.each([
    [{ pods: "10.0.16.0/24" }, "pods"],
    [{ nodes: "10.0.0.0/8", admin: "10.250.0.0/24" }, "admin"],
    [{ nodes: "10.0.0.0/8", pods: "10.244.0.0/16" }, "pods"],
    [{ pods: "fd00::/48", admin: "fd00:0:0:1::/64" }, "admin"],
    [{ control: "10.244.1.0/28" }, "pods"],
  ])("refuse zones that overlap: %j", (parameters, key) => {
    const { problems } = readNames(parameters);
    expect(problems.map((problem) => problem.key)).toContain(key);
    expect(problems[0]?.message).toMatch(/overlaps .* tells them apart/);
  });

  test("let the control plane lie among the nodes, and families pass each other", () => {
    expect(problemsOf({ nodes: "10.0.0.0/16", control: "10.0.0.0/28", pods: "fd00::/48" })).toEqual(
      [],
    );
  });

  test("of a resolver come in pairs", () => {
    expect(problemsOf({ resolver: "192.0.2.53" }).map(({ key }) => key)).toEqual(["resolver-name"]);
    expect(problemsOf({ "resolver-name": "dns.example.org" }).map(({ key }) => key)).toEqual([
      "resolver",
    ]);
  });

  test("that are wrong are replaced by the example, and the others kept", () => {
    const { names } = readNames({ ns: "NO", from: "edge" });
    expect(names.namespace).toBe("shop");
    expect(names.from).toBe("edge");
  });

  test("of caller and called service differ even when the caller takes the example of the other", () => {
    const { names, problems } = readNames({ from: "orders" });
    expect(problems.map(({ key }) => key)).toEqual(["to"]);
    expect(names.from).not.toBe(names.to);
  });

  test("have a parameter, a label and help each", () => {
    expect(new Set(nameFields.map(({ key }) => key)).size).toBe(nameFields.length);
    for (const { label, help } of nameFields) expect(label.length * help.length).toBeGreaterThan(0);
  });
});
