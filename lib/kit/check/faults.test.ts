import { describe, expect, test } from "vitest";
import { checkKits } from "@/lib/data/check/check-kits";
import { describeFinding } from "@/lib/data/check/finding";
import { readKits } from "@/lib/data/kits";
import { kitsFrom } from "@/lib/kit/kits.fixtures";
import { matrix } from "@/lib/site/data";
import { plant, texts } from "./faults.fixtures";
import { judgeKit } from "./intents";

/** Faults planted in data/kits, each of which must make an intent fail or the check of the data speak. */

const { everything, kitOf, variants } = kitsFrom(matrix);
const plain = { mtls: "must", strict: "must", policy: { l4: "must", deny: "must" } } as const;

type Fault = readonly [
  what: string,
  variant: string,
  path: string,
  from: string | RegExp,
  to: string,
  breaks: string,
];

const faults: readonly Fault[] = [
  [
    "the rule no longer asks for the token that its text promises",
    "istio-sidecar",
    "istio/authorize/2-allow.yaml",
    /#when tokens\n\s+requestPrincipals:\n.*\n#end\n/,
    "",
    "no-token",
  ],
  [
    "nobody looks at tokens any more",
    "istio-ambient",
    "istio/authorize/1-tokens.yaml",
    "kind: RequestAuthentication",
    "kind: Telemetry",
    "pilot-call",
  ],
  [
    "strict becomes permissive",
    "istio-sidecar",
    "istio/strict/peer-authentication.yaml",
    "mode: STRICT",
    "mode: PERMISSIVE",
    "plaintext-by-strict-alone",
  ],
  [
    "another namespace's caller gets in",
    "istio-sidecar",
    "istio/authorize/2-allow.yaml",
    "${trust-domain}/ns/${namespace}/sa/${from}",
    '"*/sa/${from}"',
    "namesake-by-identity-alone",
  ],
  [
    "the default denial allows",
    "istio-sidecar",
    "istio/authorize/3-default-deny.yaml",
    "spec: {}",
    "spec:\n  rules:\n    - {}",
    "stranger-by-identity-alone",
  ],
  [
    "the paths are open",
    "istio-sidecar",
    "istio/authorize/2-allow.yaml",
    "- /api/*",
    "- /*",
    "wrong-path",
  ],
  [
    "DELETE is allowed",
    "istio-ambient",
    "istio/authorize/2-allow.yaml",
    "- GET\n",
    "- GET\n              - DELETE\n",
    "wrong-method",
  ],
  [
    "pods let everyone in beside the waypoint",
    "istio-ambient",
    "istio/authorize/2-allow.yaml",
    "- ${trust-domain}/ns/${namespace}/sa/waypoint",
    '- "*"',
    "past-the-waypoint",
  ],
  [
    "the Service names no waypoint",
    "istio-ambient",
    "istio/enrol/waypoint-2.yaml",
    "istio.io/use-waypoint: waypoint",
    "istio.io/use-waypoint: other",
    "pilot-call",
  ],
  [
    "the gateway asks for no token",
    "istio-sidecar",
    "istio/edge/gateway.yaml",
    /requestPrincipals:\n\s+- .*\n/,
    "notPrincipals: []\n",
    "edge-no-token",
  ],
  [
    "the gateway passes identity headers on",
    "istio-sidecar",
    "istio/edge/gateway.yaml",
    "              - x-forwarded-user\n",
    "",
    "edge-headers",
  ],
  [
    "the gateway takes tokens for another audience",
    "none-app",
    "shared/edge/envoy-gateway.yaml",
    "- ${host}\n        remoteJWKS",
    "- other.example\n        remoteJWKS",
    "edge-valid",
  ],
  [
    "Linkerd's default stays open",
    "linkerd-oss",
    "linkerd/strict/namespace.yaml",
    "all-authenticated",
    "all-unauthenticated",
    "plaintext-by-strict-alone",
  ],
  [
    "Linkerd lets every identity call",
    "linkerd-oss",
    "linkerd/authorize/allow.yaml",
    /identityRefs:\n.*\n\s+name: .*\n/,
    'identities:\n    - "*"\n',
    "stranger-by-identity-alone",
  ],
  [
    "Linkerd's probes route is everything",
    "linkerd-oss",
    "linkerd/authorize/allow.yaml",
    "type: Exact\n            value: /healthz",
    "type: PathPrefix\n            value: /",
    "plaintext-by-identity-alone",
  ],
  [
    "Linkerd's own port is closed",
    "linkerd-oss",
    "linkerd/kit.yaml",
    "value: 4143",
    "value: 4144",
    "pilot-call",
  ],
  [
    "Consul allows everyone last",
    "consul-ce",
    "consul/enrol/2-allow.yaml",
    "action: deny",
    "action: allow",
    "stranger-by-identity-alone",
  ],
  [
    "Consul's caller may do all",
    "consul-ce",
    "consul/enrol/2-allow.yaml",
    "pathPrefix: /api/",
    "pathPrefix: /",
    "wrong-path",
  ],
  [
    "Consul's token check names nobody",
    "consul-ce",
    "consul/enrol/2-allow.yaml",
    "- name: mesh-pilot-users",
    "- name: nobody",
    "pilot-call",
  ],
  [
    "a sidecar is not asked for",
    "consul-ce",
    "consul/enrol/3-workloads.yaml",
    /connect-inject: "true"/g,
    'connect-inject: "false"',
    "plaintext-by-identity-alone",
  ],
  [
    "DNS is closed in NodeLocal DNSCache's default mode",
    "istio-sidecar",
    "shared/layers/1-network-policy.yaml",
    /\s+- ipBlock:\n\s+cidr: \$\{cluster-dns\}/,
    "",
    "dns-default",
  ],
  [
    "DNS over TCP is closed",
    "istio-sidecar",
    "shared/layers/1-network-policy.yaml",
    "        - protocol: TCP\n          port: 53\n",
    "",
    "dns-service",
  ],
  [
    "the network lets every pod in",
    "none-calico",
    "shared/layers/1-network-policy.yaml",
    "  ingress:\n    - from:\n#when waypoint",
    "  ingress:\n    - from:\n        - podSelector: {}\n#when waypoint",
    "stranger-at-the-door",
  ],
  [
    "the caller may call every namespace",
    "none-calico",
    "shared/layers/1-network-policy.yaml",
    "    - to:\n        - podSelector:\n            matchLabels:\n              app: ${to}\n#when waypoint",
    "    - to:\n        - namespaceSelector: {}\n#when waypoint",
    "elsewhere",
  ],
  [
    "the metadata address is open",
    "istio-sidecar",
    "shared/layers/1-network-policy.yaml",
    /- namespaceSelector:\n\s+matchLabels:\n\s+kubernetes.io\/metadata.name: istio-system\n\s+ports:\n.*\n\s+port: 15012/,
    "- ipBlock:\n            cidr: 0.0.0.0/0",
    "metadata",
  ],
  [
    "HBONE is closed",
    "istio-ambient",
    "istio/kit.yaml",
    "value: 15008",
    "value: 15009",
    "pilot-call",
  ],
  [
    "Cilium's rule has no caller",
    "none-cilium",
    "cilium/authorize/1-allow.yaml",
    "        - matchLabels:\n            app: ${from}\n",
    "        - matchLabels: {}\n",
    "stranger-at-the-door",
  ],
  [
    "Cilium's caller may call everything",
    "cilium-mesh",
    "cilium/authorize/1-allow.yaml",
    "    - toEndpoints:\n        - matchLabels:\n            app: ${to}\n",
    "    - toEntities:\n        - all\n",
    "elsewhere",
  ],
  [
    "Cilium encrypts nothing",
    "none-cilium",
    "cilium/install/values.yaml",
    "enabled: true\n  type: wireguard",
    "enabled: false\n  type: wireguard",
    "wireguard-cilium-on",
  ],
];

describe("a planted fault is noticed:", () => {
  test.each(faults.map((fault) => [...fault] as const))(
    "%s (%s)",
    (_, variant, path, from, to, breaks) => {
      const data = plant(path, from, to);
      const broken = [everything, plain].flatMap((answers) => {
        const { kit, setting } = kitOf(variant, answers, {}, data);
        return judgeKit(kit, setting, data)
          .filter(({ holds }) => !holds)
          .map(({ id }) => id);
      });
      expect(broken).toContain(breaks);
    },
  );

  test("and without one nothing is said", () => {
    const data = readKits(texts);
    for (const variant of variants) {
      const { kit, setting } = kitOf(variant, everything, {}, data);
      expect(judgeKit(kit, setting, data).filter(({ holds }) => !holds)).toEqual([]);
    }
  });
});

describe("the check of data/kits notices", () => {
  const elsewhere = {
    variants,
    questions: matrix.questions,
    duties: [
      ...new Set(
        [...texts.values()].flatMap((text) =>
          [...text.matchAll(/^duties: \[(.*)\]$/gm)].flatMap(([, ids = ""]) => ids.split(", ")),
        ),
      ),
    ],
    asOf: "2026-11-29",
  };

  test("nothing in what is there", () => {
    expect(checkKits(readKits(texts), elsewhere)).toEqual([]);
  });

  test.each([
    [
      "an address that closes",
      "versions.yaml",
      "oci://ghcr.io/istio/release/charts/istiod",
      "oci://gcr.io/istio-release/charts/istiod",
      "gcr.io/istio-release",
    ],
    [
      "an image from a registry that closes",
      "istio/install/istiod-values.yaml",
      "docker.io/istio",
      "registry.istio.io/release",
      "registry.istio.io",
    ],
    [
      "a Gateway API that Linkerd does not take",
      "versions.yaml",
      'from: "1.2.1", install: "1.5.1"',
      'from: "1.2.1", install: "1.6.1"',
      "installs Gateway API 1.6.1",
    ],
    [
      "products without a common Kubernetes",
      "versions.yaml",
      'kubernetes: ["1.35", "1.37"]',
      'kubernetes: ["1.37", "1.38"]',
      "no Kubernetes version in common",
    ],
    [
      "a condition that does not exist",
      "istio/enrol/namespace.yaml",
      "#when sidecar",
      "#when sidecars",
      '"sidecars"',
    ],
    [
      "a need that no question asks",
      "istio/strict/peer-authentication.yaml",
      "because: [mtls",
      "because: [mtlz",
      '"mtlz"',
    ],
    [
      "a duty that is not in the plan",
      "istio/strict/peer-authentication.yaml",
      "id-strict-istio",
      "id-strict",
      '"id-strict"',
    ],
    [
      "a chart that nobody keeps",
      "istio/kit.yaml",
      "chart: istiod,",
      "chart: istiode,",
      '"istiode"',
    ],
    [
      "a check after the date of the data",
      "versions.yaml",
      "checked: 2026-11-29, reviewBy: 2027-01-31",
      "checked: 2026-12-29, reviewBy: 2027-01-31",
      "after the date",
    ],
    [
      "a variant with two kits",
      "calico/kit.yaml",
      "variants: [none-calico]",
      "variants: [none-calico, none-app]",
      "has 2 kits",
    ],
  ])("%s", (_, path, from, to, says) => {
    const findings = checkKits(plant(path, from, to), elsewhere);
    expect(findings.map((finding) => describeFinding(finding)).join("\n")).toContain(says);
  });
});
