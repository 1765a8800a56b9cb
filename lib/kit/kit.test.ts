import { describe, expect, test, vi } from "vitest";
import { parseAllDocuments } from "yaml";
import { steps } from "@/lib/data/kit-types";
import { commonRange } from "@/lib/data/kit-versions";
import { loadKits, readKits } from "@/lib/data/kits";
import { matrix } from "@/lib/site/data";
import { Asks } from "./asks";
import { needOf, statedNeeds } from "./gaps";
import { kitsFrom, oddNames } from "./kits.fixtures";
import { chooseBlocks, objectsOf, renderYaml, type Setting } from "./render";
import type { KitFile } from "./types";
import { zipKit } from "./zip";

const { variants, everything, kitOf, kitsOf } = kitsFrom(matrix);
const paths = (files: readonly KitFile[]) => files.map(({ path }) => path);

describe.each(variants)("the kit of %s", (variant) => {
  const kits = kitsOf(variant);

  test("has at most eight steps, in order, and begins with a look", () => {
    for (const { name, kit } of kits.filter(({ kit: { files } }) => files.length > 1)) {
      const order = kit.files.map(({ step }) => steps.findIndex(({ id }) => id === step));
      expect(order, name).toEqual(order.toSorted((a, b) => a - b));
      expect(new Set(order).size).toBeLessThanOrEqual(8);
      expect(new Set(paths(kit.files)).size).toBe(kit.files.length);
      if (!["vm", "nomad", "ecs"].includes(name)) expect(kit.files[0]?.path).toBe("00-look.sh");
    }
  });

  test("leaves no placeholder, no mark of a block and no undefined in any text", () => {
    for (const { name, kit } of kits) {
      for (const { path, content } of kit.files) {
        expect(content, `${name}: ${path}`).not.toMatch(/^\s*#(when|end)\b|undefined|\[object/m);
        if (path.endsWith(".yaml")) expect(content, `${name}: ${path}`).not.toContain("${");
        // A shell's own variables are in capitals or have an operator; a name of ours would stand for nothing.
        expect(
          content.match(/\$\{(namespace|to|host|issuer|trust-domain|cluster-dns|resolver)\}/),
        ).toBeNull();
      }
      expect(kit.runbook, name).not.toMatch(/\$\{(namespace|from|to|host)\}|undefined/);
    }
  });

  test("reads the same under both versions of YAML, whatever the names", () => {
    const { kit } = kitOf(variant, everything, oddNames);
    for (const { path, content } of kit.files.filter(({ language }) => language === "yaml")) {
      const [old, now] = (["1.1", "1.2"] as const).map((version) => {
        const documents = parseAllDocuments(content, { version });
        return Array.isArray(documents) ? documents.map((document) => document.toJS()) : [];
      });
      expect(old, path).toEqual(now);
    }
    for (const { metadata } of kit.files.flatMap(({ language, content }) =>
      language === "yaml" ? objectsOf(content) : [],
    )) {
      expect(typeof metadata.name).toBe("string");
      if (metadata.namespace !== undefined) expect(typeof metadata.namespace).toBe("string");
    }
  });

  test("serves each need or says why not", () => {
    for (const { name, kit, setting } of kits) {
      const needs = statedNeeds(matrix.questions, new Asks(setting.answers)).map(needOf);
      const served = new Set(kit.files.flatMap(({ because }) => because.map(needOf)));
      const gaps = new Set(kit.gaps.map(({ ask }) => needOf(ask)));
      for (const need of needs)
        expect([need, served.has(need) !== gaps.has(need), name]).toEqual([need, true, name]);
      for (const { why } of kit.gaps) expect(why).toMatch(/\.$/);
    }
  });

  test("is the same bytes in every time zone", () => {
    const { kit } = kitOf(variant, everything);
    const bytes = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"].map((name) => {
      vi.stubEnv("TZ", name);
      return Buffer.from(zipKit(kit)).toString("base64");
    });
    vi.unstubAllEnvs();
    expect(new Set(bytes).size).toBe(1);
  });
});

describe("an occupied estate", () => {
  const own = { "istio-sidecar": "istio", "linkerd-oss": "linkerd", "consul-ce": "consul" };
  test.each(Object.entries(own))(
    "with its mesh there, %s installs and uninstalls nothing",
    (variant, today) => {
      const { kit } = kitOf(variant, { ...everything, today });
      expect(paths(kit.files).filter((path) => path.startsWith("01-"))).toEqual([]);
      expect(kit.runbook).not.toMatch(/helm (install|uninstall)/);
      expect(kit.runbook).toContain("kubectl delete");
    },
  );

  test("another mesh there changes nothing of the installation, and the look warns", () => {
    const { kit } = kitOf("linkerd-oss", { today: "istio" });
    expect(paths(kit.files)).toContain("01-install/install.sh");
    expect(kit.files[0]?.content).toContain("No pod of shop may be in both");
  });

  test("with Envoy Gateway there, it is not installed again", () => {
    const before = kitOf("none-app").kit.files.find(({ path }) => path === "06-edge/0-install.sh");
    expect(before?.content).toContain("helm install envoy-gateway");
    const after = kitOf("none-app", { stack: ["envoy"] }).kit.runbook;
    expect(after).not.toContain("helm install");
  });

  test("no file of a cluster is made where there is none", () => {
    for (const variant of variants) {
      const nomad = kitOf(variant, { platform: "nomad" }).kit;
      expect(nomad.files).toEqual([]);
      expect(nomad.notes.length).toBeGreaterThan(0);
      const machines = kitOf(variant, { platform: "vm" }).kit;
      expect(paths(machines.files).every((path) => path.includes("host-guard"))).toBe(true);
      expect(machines.files.some(({ content }) => /6443|10250/.test(content))).toBe(false);
    }
  });
});

describe("platforms", () => {
  const on = (variant: string, kubernetes: string) =>
    kitOf(variant, { platform: "kubernetes", kubernetes }).kit;
  const values = (variant: string, kubernetes: string) =>
    on(variant, kubernetes)
      .files.filter(({ how }) => how === "values")
      .map(({ content }) => content)
      .join("\n");

  test("Istio gets the values that a platform needs, and no others", () => {
    expect(values("istio-ambient", "gke-standard")).toContain("platform: gke");
    expect(paths(on("istio-ambient", "gke-standard").files)).toContain(
      "01-install/critical-pods.yaml",
    );
    expect(values("istio-sidecar", "openshift")).toContain("platform: openshift");
    expect(values("istio-ambient", "small")).toContain("platform: k3s");
    expect(values("istio-ambient", "eks-ec2")).not.toContain("platform:");
    expect(paths(on("istio-ambient", "eks-ec2").files)).not.toContain(
      "01-install/critical-pods.yaml",
    );
  });

  test("node agents run where OpenShift lets them", () => {
    const scriptOf = (kubernetes: string) =>
      on("istio-ambient", kubernetes).files.find(({ path }) => path.endsWith("install.sh"))
        ?.content;
    for (const agent of ["istio-cni", "ztunnel"]) {
      expect(scriptOf("openshift")).toMatch(new RegExp(`install ${agent} .* -n kube-system `));
      expect(scriptOf("eks-ec2")).toMatch(new RegExp(`install ${agent} .* -n istio-system `));
    }
    // Its CNI chains no plugins, which a configuration of Istio's own would need.
    expect(values("istio-ambient", "openshift")).not.toContain("istioOwnedCNIConfig");
  });

  test("charts are installed after their values were read", () => {
    const order = paths(on("istio-ambient", "gke-standard").files).filter((path) =>
      path.startsWith("01-"),
    );
    expect(order.at(-1)).toBe("01-install/install.sh");
  });

  test("a firewall of machines speaks of machines", () => {
    const { files, runbook } = kitOf("istio-sidecar", { platform: "vm" }).kit;
    expect(runbook).not.toMatch(/namespace|nodes stay Ready|kubelet|Kubernetes 1\./);
    for (const { path, caution } of files.filter(({ language }) => language !== "shell"))
      expect([path, caution]).toEqual([
        path,
        expect.stringContaining("each service that this machine"),
      ]);
  });

  test("nothing is offered where it cannot run", () => {
    for (const [variant, kubernetes] of [
      ["istio-ambient", "gke-autopilot"],
      ["istio-sidecar", "eks-fargate"],
      ["linkerd-oss", "eks-fargate"],
      ["none-cilium", "eks-auto"],
      ["none-calico", "eks-auto"],
    ] as const) {
      const kit = on(variant, kubernetes);
      expect([variant, kubernetes, paths(kit.files)]).toEqual([variant, kubernetes, []]);
      expect(kit.notes[0]?.link).toMatch(/^https:/);
      expect(kit.runbook).toContain("nothing to apply");
    }
  });

  test("nodes of a provider get no packet filters", () => {
    expect(paths(on("istio-sidecar", "eks-ec2").files).join()).not.toContain("host-guard");
    expect(paths(on("istio-sidecar", "self-managed").files).join()).toContain("host-guard.nft");
  });

  test("DNS is touched only once the reader has named a resolver", () => {
    expect(paths(kitOf("istio-sidecar").kit.files).join()).not.toContain("coredns");
    const { kit } = kitOf(
      "istio-sidecar",
      {},
      { resolver: "192.0.2.53", "resolver-name": "dns.example.com" },
    );
    const corefile = kit.files.find(({ path }) => path.includes("coredns"))?.content ?? "";
    expect(corefile).toContain("forward . tls://192.0.2.53");
    expect(corefile).toContain("tls_servername dns.example.com");
  });
});

describe("rendering", () => {
  const name = (text: string) => `$\{${text}}`;
  const setting: Setting = {
    variant: "a",
    answers: {},
    conditions: { yes: { variants: ["a"] }, no: { variants: ["b"] } },
    given: new Set(),
    values: { namespace: "on", port: 8080, nodes: ["10.0.0.0/8", "::/0"] },
  };

  test("keeps whole blocks, also one in another", () => {
    const text = "a\n#when yes\nb\n  #when no\nc\n  #end\nd\n#end\n#when no\ne\n#end";
    expect(chooseBlocks(text, setting)).toBe("a\nb\nd");
  });

  test.each([
    ["#when yes\na", "no #end"],
    ["a\n#end", "closes no block"],
    ["#when maybe\n#end", '"maybe"'],
  ])("refuses %j", (text, message) => {
    expect(() => chooseBlocks(text, setting)).toThrow(message);
  });

  test("quotes what YAML would take for something else, and keeps numbers numbers", () => {
    expect(
      renderYaml(`a: ${name("namespace")}\nb: ${name("port")}\nc: x-${name("port")}\n`, setting),
    ).toBe('a: "on"\nb: 8080\nc: x-8080\n');
  });

  test("lets one item stand for a list", () => {
    expect(renderYaml(`a:\n  - ${name("nodes")}\n  - z\n`, setting)).toBe(
      "a:\n  - 10.0.0.0/8\n  - ::/0\n  - z\n",
    );
  });

  test("names the file whose front matter is wrong", () => {
    expect(() => readKits(new Map([["shared/look.sh", "echo"]]))).toThrow("shared/look.sh");
  });
});

test("versions run together where all of them run", () => {
  const { products } = loadKits().versions;
  expect(
    commonRange(
      products.filter(({ id }) => ["calico", "envoy-gateway"].includes(id)),
      "kubernetes",
    ),
  ).toEqual(["1.35", "1.36"]);
});
