import { rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { KitData } from "@/lib/data/kit-types";
import { readKits } from "@/lib/data/kits";
import type { Answers } from "@/lib/engine/types";
import { kitsFrom } from "@/lib/kit/kits.fixtures";
import { matrix } from "@/lib/site/data";
import { plant, texts } from "./faults.fixtures";
import { judgeKit } from "./intents";
import { emptyEstate, look, runIn, stage } from "./scripts.fixtures";

/**
 * Public reports of rollouts gone wrong, replayed. Each names what our kit does about it, and a fault in data/kits under
 * which it would do so no longer.
 */

const { everything, kitOf } = kitsFrom(matrix);

type Check = (data: KitData) => boolean | Promise<boolean>;
type Report = readonly [
  what: string,
  url: string,
  holds: Check,
  path: string,
  from: string | RegExp,
  to: string,
];

const intent =
  (id: string, variant: string, answers: Answers = everything): Check =>
  (data) => {
    const { kit, setting } = kitOf(variant, answers, {}, data);
    const found = judgeKit(kit, setting, data).find((each) => each.id === id);
    return found?.holds === true;
  };

/** Whether the look says so, on an estate where these answers differ from the empty one. */
const seen =
  (
    says: string,
    variant: string,
    there: Readonly<Record<string, string>>,
    answers: Answers = {},
  ): Check =>
  async (data) => {
    const script = kitOf(variant, answers, {}, data).kit.files[0]?.content ?? "";
    const [empty, occupied] = [
      await look(script, emptyEstate),
      await look(script, { ...there, ...emptyEstate, ...there }),
    ];
    return !empty.said.includes(says) && occupied.said.includes(says);
  };

const written =
  (pattern: RegExp, variant: string, path: string, answers: Answers = everything): Check =>
  (data) => {
    const { kit } = kitOf(variant, answers, {}, data);
    return pattern.test(kit.files.find((file) => file.path === path)?.content ?? "");
  };

/** Whether a check ends with this code where the caller's request ends as told. */
const checked =
  (mode: string, answer: string, code: number): Check =>
  async (data) => {
    const { kit } = kitOf("istio-sidecar", {}, {}, data);
    const script = kit.files.find(({ path }) => path === "check.sh")?.content ?? "";
    // A kubelet starts no image whose user is a name where root is forbidden.
    const kubectl = `
case "$*" in
  *spec.nodeName*) printf 'a\\nb\\n' ;;
  get*) echo pod/web-1 ;;
  debug*) file="$(printf '%s\\n' "$@" | sed -n 's/^--custom=//p')"; grep -q '"runAsUser":[1-9]' "$file" && echo '${answer}' ;;
esac`;
    const folder = stage({ kubectl }, { "check.sh": script });
    const result = await runIn(folder, ["check.sh", mode]);
    rmSync(folder, { recursive: true });
    return result.code === code;
  };

const policies = { "networkpolicies -n shop -l !mesh-pilot/file": "networkpolicy/theirs" };
const gke = { platform: "kubernetes", kubernetes: "gke-standard" };
const notes = "shared/look.sh";
const layers = "shared/layers/1-network-policy.yaml";
const allow = "istio/authorize/2-allow.yaml";

const reports: readonly Report[] = [
  [
    "policies of others do not admit HBONE, so enrolling cuts their callers off",
    "https://github.com/istio/istio/issues/52742",
    seen("calls arrive on TCP 15008", "istio-ambient", policies),
    notes,
    "${mesh-port}",
    "their port",
  ],
  [
    "HBONE hides the port from NetworkPolicy, so a caller reaches every port",
    "https://github.com/istio/istio/issues/56659",
    intent("other-port", "istio-ambient", { policy: { l4: "must" } }),
    allow,
    /#when no-l7\n#when no-waypoint\n\s+ports:\n.*\n#end\n#end\n/,
    "",
  ],
  [
    "the kubelet's probes come from an address of ambient mode and are dropped",
    "https://github.com/istio/istio/issues/58531",
    intent("probes", "istio-ambient"),
    layers,
    "169.254.7.127/32",
    "169.254.7.128/32",
  ],
  [
    "the same in IPv6, where some CNIs match networks only",
    "https://github.com/istio/istio/issues/56484",
    written(
      /cidr: fd16:9254:7127:1337:ffff::\/80/,
      "istio-ambient",
      "07-layers/1-network-policy.yaml",
    ),
    layers,
    "fd16:9254:7127:1337:ffff::/80",
    "fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128",
  ],
  [
    "pods come back outside the mesh after their node restarted",
    "https://github.com/istio/istio/issues/55968",
    intent("own-cni", "istio-ambient"),
    "istio/install/cni-values.yaml",
    "istioOwnedCNIConfig: true",
    "istioOwnedCNIConfig: false",
  ],
  [
    "callers go past the waypoint, and its rules with it",
    "https://github.com/istio/istio.io/pull/17520",
    intent("past-the-waypoint", "istio-ambient"),
    allow,
    "- ${trust-domain}/ns/${namespace}/sa/waypoint",
    '- "*"',
  ],
  [
    "a rule on requests that hangs on pods is left out by ztunnel",
    "https://github.com/istio/istio/issues/44554",
    intent("wrong-method", "istio-ambient"),
    allow,
    /#when waypoint\n {2}targetRefs:\n.*\n.*\n.*\n#end/,
    "#when waypoint\n  selector:\n    matchLabels:\n      app: ${to}\n#end",
  ],
  [
    "Jobs never end, since their proxy does not",
    "https://github.com/istio/istio/issues/11045",
    intent("native-istio", "istio-sidecar"),
    "istio/install/istiod-values.yaml",
    'ENABLE_NATIVE_SIDECARS: "true"',
    'ENABLE_NATIVE_SIDECARS: "false"',
  ],
  [
    "on a private cluster the API server does not reach the injector, and no pod starts",
    "https://github.com/istio/istio/issues/29912",
    written(
      /TCP 15017[\s\S]*--dry-run=server/,
      "istio-sidecar",
      "01-install/istiod-values.yaml",
      gke,
    ),
    "istio/install/istiod-values.yaml",
    "#when gke\ncaution",
    "#when openshift\ncaution",
  ],
  [
    "a valid token is asked for, and none passes as well",
    "https://github.com/istio/istio/issues/43466",
    intent("no-token", "istio-sidecar"),
    allow,
    /#when tokens\n\s+requestPrincipals:\n.*\n#end\n/,
    "",
  ],
  [
    "tokens without a subject are refused",
    "https://github.com/istio/istio/issues/59541",
    written(/subject \(sub\)/, "istio-sidecar", "05-authorize/1-tokens.yaml"),
    "istio/authorize/1-tokens.yaml",
    / Tokens must have a subject.*/,
    "",
  ],
  [
    "probes of a path that the routes do not name get 403, and pods are never ready",
    "https://github.com/linkerd/linkerd2/issues/11590",
    seen(
      "are probed at /health.",
      "linkerd-oss",
      { "httpGet.path": "/health" },
      { policy: { l7: "must" } },
    ),
    notes,
    '[ "$path" = /healthz ] ||',
    "false &&",
  ],
  [
    "probes have no identity, so they are refused once one is asked for",
    "https://github.com/linkerd/linkerd2/issues/7143",
    intent("probe", "linkerd-oss"),
    "linkerd/authorize/allow.yaml",
    "      kind: NetworkAuthentication\n      name: kubelet",
    "      kind: MeshTLSAuthentication\n      name: gateway",
  ],
  [
    "the injector sees every pod, and the CNI's own do not start when it is down",
    "https://github.com/hashicorp/consul/issues/11519",
    intent("consul-asked", "consul-ce"),
    "consul/install/values.yaml",
    "default: false",
    "default: true",
  ],
  [
    "calls to a headless Service are refused by transparent proxies",
    "https://github.com/hashicorp/consul/issues/12721",
    seen("no address of its own", "consul-ce", { "get service orders -n shop": "None 8080" }),
    notes,
    '*" None "*)',
    '*" none "*)',
  ],
  [
    "DNS is lost where NodeLocal DNSCache has Kubespray's address",
    "https://github.com/cilium/cilium/issues/26010",
    intent("dns-kubespray", "istio-sidecar"),
    layers,
    /\s+- ipBlock:\n\s+cidr: 169\.254\.25\.10\/32/,
    "",
  ],
  [
    "DNS is lost where NodeLocal DNSCache takes over the Service's address",
    "https://github.com/projectcalico/calico/issues/3795",
    intent("dns-default", "none-calico"),
    layers,
    /\s+- ipBlock:\n\s+cidr: \$\{cluster-dns\}/,
    "",
  ],
  [
    "DNS is lost where its pods answer on another port than the Service",
    "https://github.com/cilium/cilium/issues/13308",
    seen("answer on port 8053", "istio-sidecar", {
      "k8s-app=kube-dns -o jsonpath={.items[0].spec.ports": "8053 8053 9153",
    }),
    notes,
    "| 53 | 5353 | 9153)",
    "| 53 | 5353 | 8053 | 9153)",
  ],
  [
    "Cilium removes what another CNI plugin wrote, and pods go past the mesh",
    "https://github.com/istio/istio/issues/60882",
    seen("Set cni.exclusive=false", "istio-ambient", {
      "get daemonsets -A -o name": "daemonset.apps/cilium",
      "{.data.cni-exclusive}": "true",
    }),
    notes,
    '"$(cilium cni-exclusive)" != true',
    '"$(cilium cni-exclusive)" != yes',
  ],
  [
    "encryption leaves large packets no room, and small checks pass",
    "https://github.com/hcloud-k8s/terraform-hcloud-kubernetes/issues/450",
    checked("large", "code=000 exit=28", 1),
    "shared/check.sh",
    'silent) fail "a large request',
    'silent) pass "a large request',
  ],
  [
    "a probe whose user is a name does not start where root is forbidden",
    "https://github.com/curl/curl-docker/issues/62",
    checked("large", "code=200 exit=0", 0),
    "shared/check.sh",
    '"runAsUser":65534,',
    "",
  ],
  [
    "loading a whole rule set flushes the rules of others",
    "https://github.com/rancher/rke2/issues/10469",
    written(
      /^After=nftables\.service firewalld\.service[\s\S]*^ReloadPropagatedFrom=nftables\.service/m,
      "istio-sidecar",
      "07-layers/host-guard.sh",
    ),
    "shared/hosts/host-guard.sh",
    "ReloadPropagatedFrom=",
    "#",
  ],
];

describe("a public report, replayed:", () => {
  const data = readKits(texts);
  test.each(reports.map((report) => [...report] as const))(
    "%s (%s)",
    { timeout: 60_000 },
    async (_, _url, holds, path, from, to) => {
      expect(await holds(data)).toBe(true);
      expect(await holds(plant(path, from, to))).toBe(false);
    },
  );

  test.each([
    [
      "one definition of the group",
      "customresourcedefinition/httproutes.gateway.networking.k8s.io",
      false,
    ],
    ["none of it", "customresourcedefinition/gateways.networking.istio.io", true],
  ])(
    "an older Gateway API over a newer is a downgrade, so with %s there (https://github.com/hcloud-k8s/terraform-hcloud-kubernetes/issues/349)",
    async (_, crd, brings) => {
      const script = kitOf("linkerd-oss", everything).kit.files.find(({ path }) =>
        path.endsWith("0-install.sh"),
      );
      const other = kitOf("istio-ambient", everything).kit.files.find(({ path }) =>
        path.endsWith("01-install/install.sh"),
      );
      const content = (script ?? other)?.content ?? "";
      expect(content).toContain("gateway-api/releases");
      const kubectl = `[ "$1" = get ] && echo '${crd}' || echo "APPLIED $*"`;
      const folder = stage({ kubectl, helm: "true" }, { "install.sh": content });
      const { code, said } = await runIn(folder, ["install.sh"]);
      const mute = stage({ kubectl: "exit 1", helm: "echo INSTALLED" }, { "install.sh": content });
      const failed = await runIn(mute, ["install.sh"]);
      for (const each of [folder, mute]) rmSync(each, { recursive: true });
      expect([code, said.includes("APPLIED")]).toEqual([0, brings]);
      // An API server that does not answer is no empty one.
      expect([failed.code, failed.said]).toEqual([1, expect.not.stringContaining("INSTALLED")]);
    },
  );
});
