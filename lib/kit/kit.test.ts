import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Answers, Importance } from "@/lib/engine/types";
import { matrix } from "@/lib/matrix/load";
import type { QuestionText } from "@/lib/matrix/types";
import { highlight } from "./highlight";
import { buildKit } from "./kit";
import { readNames } from "./names";
import { type Kit, steps } from "./types";
import { zipKit } from "./zip";

const variants = matrix.variants.map(({ id }) => id);
const { names } = readNames({});

function kitOf(
  variant: string,
  answers: Answers = {},
  parameters: Record<string, string> = {},
): Kit {
  const kit = buildKit({ variant, answers, names: readNames(parameters).names }, matrix);
  if (!kit) throw new Error(`${variant} has no kit`);
  return kit;
}

const levels = fc.constantFrom<Importance>("no", "nice", "important", "must");

function anyAnswer(question: QuestionText): fc.Arbitrary<Answers[string] | undefined> {
  if (question.kind === "choice") {
    return fc.constantFrom(undefined, "unsure", ...question.values.map(({ id }) => id));
  }
  if (question.kind === "importance")
    return fc.constantFrom(undefined, "unsure", "no", "nice", "must");
  if (question.kind === "flags") {
    return fc.option(fc.subarray(question.flags.map(({ id }) => id)), { nil: undefined });
  }
  const rows = Object.fromEntries(question.rows.map(({ id }) => [id, levels]));
  return fc.oneof(
    fc.constantFrom(undefined, "unsure"),
    fc.record(rows, { requiredKeys: [] }) as fc.Arbitrary<Record<string, Importance>>,
  );
}

/** Any answers, of which the kit must make sense. */
const anyAnswers = fc
  .record(
    Object.fromEntries(matrix.questions.map((question) => [question.id, anyAnswer(question)])),
  )
  .map(
    (answers) =>
      Object.fromEntries(
        Object.entries(answers).filter(([, answer]) => answer !== undefined),
      ) as Answers,
  );

const layersOnKubernetes = [
  [/06-strict\//, "strictness"],
  [/07-authorize\/|10-network\//, "authorization"],
  [/08-gateway\//, "gateway"],
  [/10-network\//, "network policy"],
  [/11-dns\//, "DNS"],
  [/12-hosts\/.*\.nft/, "nftables"],
  [/12-hosts\/.*\.iptables/, "iptables"],
  [/03-observe\//, "telemetry"],
] as const;

describe.each(variants)("the kit of %s", (variant) => {
  test("has every layer even when nothing was answered", () => {
    const paths = kitOf(variant, { platform: "kubernetes" }).files.map(({ path }) => path);
    for (const [pattern, layer] of layersOnKubernetes) {
      expect(
        paths.some((path) => pattern.test(path)),
        layer,
      ).toBe(true);
    }
  });

  test("is well told for any answers", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const kit = kitOf(variant, answers);
        const paths = kit.files.map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        expect(paths).toEqual([...paths].sort());
        for (const {
          path,
          step,
          purpose,
          because,
          verify,
          content,
          language,
          caution,
        } of kit.files) {
          const number = steps.findIndex(({ id }) => id === step) + 1;
          expect(path.startsWith(`${String(number).padStart(2, "0")}-${step}/`)).toBe(true);
          for (const sentence of [
            purpose,
            verify.what,
            ...(caution === undefined ? [] : [caution]),
          ]) {
            expect(sentence, path).toMatch(/^[A-Z0-9].*[.]$/s);
          }
          expect(because.length, path).toBeGreaterThan(0);
          expect(content).not.toMatch(/undefined|\[object|NaN/);
          if (language !== "json") {
            for (const word of ["Purpose", "Because", "Written for", "Verify"]) {
              expect(content, path).toContain(`# ${word}: `);
            }
          }
          expect(content.endsWith("\n")).toBe(true);
        }
        expect(kit.runbook).not.toMatch(/undefined|\[object|NaN|\n{3}/);
        for (const path of paths) expect(kit.runbook).toContain(`### ${path}\n`);
      }),
      { numRuns: 25 },
    );
  });

  test("serves each need that was stated, or says why not", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const kit = kitOf(variant, answers);
        const served = new Set(
          kit.files.flatMap(({ because }) =>
            because.flatMap((each) =>
              "question" in each ? [`${each.question}.${each.part ?? ""}`] : [],
            ),
          ),
        );
        const missing = new Set(kit.gaps.map(({ ask }) => `${ask.question}.${ask.part ?? ""}`));
        for (const { id, section, kind } of matrix.questions) {
          if (section === "people" || kind !== "needs") continue;
          const answer = answers[id];
          if (typeof answer !== "object" || Array.isArray(answer)) continue;
          for (const [row, importance] of Object.entries(answer as Record<string, Importance>)) {
            const key = `${id}.${row}`;
            const asked = importance !== "no";
            expect(served.has(key) || missing.has(key), key).toBe(asked);
            expect(served.has(key) && missing.has(key), key).toBe(false);
          }
        }
        for (const { ask, why } of kit.gaps) {
          expect(why).toMatch(/^[A-Z].*[.]$/);
          expect(why, `${ask.question}.${ask.part}`).not.toContain("has no file for it");
        }
      }),
      { numRuns: 25 },
    );
  });

  test("is the same for the same request, and uses the names given everywhere", () => {
    const preset = matrix.presets[0]?.answers ?? {};
    expect(kitOf(variant, preset)).toEqual(kitOf(variant, preset));
    const parameters = {
      ns: "zz-namespace",
      from: "zz-caller",
      to: "zz-callee",
      host: "zz.host.example",
      issuer: "zz.issuer.example",
      external: "zz.external.example",
      trust: "zz.trust.example",
      nodes: "172.20.0.0/16",
      pods: "172.21.0.0/16",
      admin: "172.22.0.0/16",
    };
    const text = kitOf(
      variant,
      { platform: "kubernetes", requests: { egress: "must", jwt: "must" } },
      parameters,
    )
      .files.map(({ content }) => content)
      .join("\n");
    for (const example of [
      "shop.example.com",
      "login.example.com",
      "api.example.net",
      "10.244.0.0/16",
    ]) {
      expect(text).not.toContain(example);
    }
    for (const name of [
      "zz-namespace",
      "zz-caller",
      "zz-callee",
      "zz.host.example",
      "zz.issuer.example",
    ]) {
      expect(text).toContain(name);
    }
    expect(text).not.toMatch(/(namespace|ns): shop\b|\bapp: (web|orders)\b/);
  });
});

test("what is asked for is in, what is not is not", () => {
  const has = (variant: string, answers: Answers, path: RegExp) =>
    kitOf(variant, answers).files.some((file) => path.test(file.path));
  for (const variant of variants.filter((id) => !id.startsWith("none"))) {
    expect(has(variant, {}, /05-traffic|09-egress|13-machines|14-clusters/), variant).toBe(false);
    expect(has(variant, { resilience: { timeouts: "nice" } }, /05-traffic/), variant).toBe(true);
    expect(has(variant, { requests: { egress: "must" } }, /09-egress/), variant).toBe(true);
    expect(has(variant, { multicluster: { calls: "must" } }, /14-clusters/), variant).toBe(true);
    expect(has(variant, { resilience: "unsure" }, /05-traffic/), variant).toBe(false);
  }
  const waypoint = (answers: Answers) => has("istio-ambient", answers, /waypoint/);
  expect(waypoint({ policy: { l4: "must" } })).toBe(false);
  expect(waypoint({ policy: { l7: "must" } })).toBe(true);
});

test("a host firewall judges what is for the host, never what is forwarded", () => {
  for (const variant of variants) {
    for (const { path, content } of kitOf(variant).files) {
      if (!path.startsWith("12-hosts/") || path.endsWith(".yaml")) continue;
      const rules = content
        .split("\n")
        .filter((line) => !line.startsWith("#") && !line.trim().startsWith("#"))
        .join("\n");
      expect(rules, path).not.toMatch(/forward|FORWARD|flush ruleset|prerouting|:INPUT/);
      expect(rules, path).toMatch(/established|ESTABLISHED/);
      expect(rules.match(/\b22\b/), path).not.toBeNull();
      if (path.endsWith("1-watch.nft")) expect(rules).not.toMatch(/\bdrop comment/);
      // An ACCEPT would end INPUT before the drops of kube-proxy and the CNI.
      if (path.endsWith("tables")) expect(rules).not.toContain("ACCEPT");
    }
  }
});

test("what the answers switch on is let through the network policy", () => {
  const policyOf = (variant: string, answers: Answers) =>
    kitOf(variant, answers).files.find(({ path }) => path.endsWith("network-policy.yaml"))?.content;
  const tracing: Answers = { telemetry: { tracing: "must" } };
  for (const variant of ["istio-sidecar", "linkerd-oss", "none-app"]) {
    expect(policyOf(variant, tracing), variant).toContain("port: 4317");
  }
  const layer7: Answers = { ...tracing, policy: { l7: "must" } };
  expect(policyOf("istio-ambient", layer7)).toContain("port: 4317");
  expect(policyOf("istio-sidecar", {})).not.toContain("port: 4317");
  // Consul's sidecars fetch the issuer's keys themselves: without them every token is refused.
  expect(policyOf("consul-ce", {})).toContain("name: allow-token-keys");
  const ports = {
    "istio-sidecar": [15012, 15020, 15021, 15090],
    "istio-ambient": [15008],
    "linkerd-oss": [4143, 4190, 4191, 8080, 8086, 8090],
    "consul-ce": [8501, 8502, 20000, 20200],
  };
  for (const [variant, open] of Object.entries(ports)) {
    for (const port of open) expect(policyOf(variant, {}), variant).toContain(`port: ${port}\n`);
  }
  // Both addresses from which ambient mode shows the node's probes, or pods on IPv6 never become ready.
  for (const cidr of ["169.254.7.127/32", "fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128"]) {
    expect(policyOf("istio-ambient", {})).toContain(cidr);
  }
});

test("calls between clusters are let through, and from nowhere where there is one cluster", () => {
  const filesOf = (variant: string, clusters: string) =>
    kitOf(variant, { clusters, multicluster: { calls: "must" } }).files;
  const ports = {
    "istio-sidecar": { separate: 15443, flat: 8080 },
    "istio-ambient": { separate: 15008, flat: 15008 },
    "linkerd-oss": { separate: 4143, flat: 8080 },
    "consul-ce": { separate: 443, flat: 443 },
  };
  for (const [variant, open] of Object.entries(ports)) {
    for (const [clusters, port] of Object.entries(open)) {
      const policies = filesOf(variant, clusters)
        .filter(({ path }) => path.endsWith("network-policy.yaml"))
        .flatMap(({ content }) => content.split("\n---\n"));
      const named = (name: string) => policies.find((each) => each.includes(`name: ${name}\n`));
      expect(named("allow-other-clusters-out"), variant).toMatch(new RegExp(`port: ${port}$`, "m"));
      expect(named("allow-other-clusters-in"), variant).toContain("- Ingress");
    }
    const alone = kitOf(variant).files.map(({ content }) => content);
    expect(alone.join(""), variant).not.toContain("allow-other-clusters");
  }
  // Linkerd's gateway calls under its own name, and istiod must be told of other networks.
  const linkerd = filesOf("linkerd-oss", "separate").map(({ content }) => content);
  expect(linkerd.join("")).toContain("linkerd-gateway.linkerd-multicluster.serviceaccount");
  const ambient = filesOf("istio-ambient", "separate").map(({ content }) => content);
  expect(ambient.join("")).toContain('AMBIENT_ENABLE_MULTI_NETWORK: "true"');
});

test("sidecars on machines reach their agent where it listens", () => {
  for (const platform of ["vm", "nomad"]) {
    const files = kitOf("consul-ce", { platform }).files;
    const client = files.find(({ path }) => path.endsWith("client.hcl"))?.content;
    expect(client).toMatch(/grpc += 8502/);
    // The certificate that auto_encrypt gives an agent is not signed by the authority in ca.pem.
    expect(client).not.toMatch(/grpc_tls|https +=/);
    const callers = files.filter(({ path }) => /consul-envoy@|nomad-consul/.test(path));
    expect(callers.length, platform).toBeGreaterThan(0);
    for (const { content } of callers) {
      expect(content).toContain("127.0.0.1:8502");
      expect(content).not.toContain("ca.pem");
    }
  }
});

test("settings of Envoy keep their own spelling in configuration entries", () => {
  const file = kitOf("consul-ce", { platform: "vm" }).files.find(({ path }) =>
    path.endsWith("proxy-defaults.hcl"),
  );
  expect(file?.content).toContain('envoy_prometheus_bind_addr = "0.0.0.0:9102"');
  expect(file?.content).toMatch(/^AccessLogs = \{$/m);
});

test("kits of an unknown variant do not exist", () => {
  expect(buildKit({ variant: "osm", answers: {}, names }, matrix)).toBeUndefined();
});

test("colours change nothing: the pieces are the file", () => {
  for (const variant of variants) {
    const kit = kitOf(variant, matrix.presets[1]?.answers ?? {});
    for (const { content, language } of kit.files) {
      const tokens = highlight(content, language);
      expect(tokens.map(({ text }) => text).join("")).toBe(content);
      expect(tokens.some(({ kind }) => kind === "comment") || language === "json").toBe(true);
    }
  }
});

test("the archive holds every file and the runbook, in one folder, with the same bytes each time", () => {
  const kit = kitOf("istio-sidecar");
  const archive = zipKit(kit);
  expect(zipKit(kit)).toEqual(archive);
  const files = unzipSync(archive);
  const read = (path: string) => new TextDecoder().decode(files[`kit-istio-sidecar/${path}`]);
  expect(Object.keys(files)).toHaveLength(kit.files.length + 1);
  for (const { path, content } of kit.files) expect(read(path)).toBe(content);
  expect(read("RUNBOOK.md")).toBe(kit.runbook);
});
