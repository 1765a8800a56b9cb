import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kitsFrom } from "@/lib/kit/kits.fixtures";
import type { KubernetesObject } from "@/lib/kit/render";
import type { Kit } from "@/lib/kit/types";
import { matrix } from "@/lib/site/data";
import { Cluster } from "./cluster";

const { variants, answerSets, kitOf } = kitsFrom(matrix);
const ns = "shop";
const object = (
  apiVersion: string,
  kind: string,
  name: string,
  more: object = {},
  namespace: string | undefined = ns,
): KubernetesObject => {
  const { metadata = {}, ...rest } = more as { metadata?: object };
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace ? { namespace } : {}), ...metadata },
    ...rest,
  };
};
const everywhere = (apiVersion: string, kind: string, name: string, more: object = {}) => {
  const made = object(apiVersion, kind, name, more);
  const { namespace: _, ...metadata } = made.metadata;
  return { ...made, metadata };
};

/** Without these no pilot can start: the namespace and what runs in it. */
const pilot: readonly KubernetesObject[] = [
  object("apps/v1", "Deployment", "web", {
    spec: { template: { metadata: { annotations: { team: "a" } } } },
  }),
  object("apps/v1", "Deployment", "orders", {
    spec: { template: { metadata: { labels: { app: "orders" } } } },
  }),
  object("v1", "Service", "orders", {
    metadata: { labels: { app: "orders" } },
    spec: { ports: ["8080"] },
  }),
];

const crd = (name: string) =>
  everywhere("apiextensions.k8s.io/v1", "CustomResourceDefinition", name);
const release = (name: string, namespace: string) =>
  object("helm/v1", "Release", name, { values: "theirs" }, namespace);

/** What may be there before: an incumbent, cert-manager, definitions, policies of others, even under the kit's own names. */
const residents: readonly KubernetesObject[] = [
  crd("gateways.gateway.networking.k8s.io"),
  crd("securitypolicies.gateway.envoyproxy.io"),
  everywhere("v1", "Namespace", "istio-system", { metadata: { labels: { owner: "platform" } } }),
  release("istiod", "istio-system"),
  release("istio-base", "istio-system"),
  object("apps/v1", "Deployment", "istiod", {}, "istio-system"),
  everywhere("v1", "Namespace", "linkerd"),
  release("linkerd-control-plane", "linkerd"),
  release("consul", "consul"),
  everywhere("v1", "Namespace", "cert-manager"),
  release("cert-manager", "cert-manager"),
  object("apps/v1", "Deployment", "cert-manager", {}, "cert-manager"),
  release("envoy-gateway", "envoy-gateway-system"),
  everywhere("gateway.networking.k8s.io/v1", "GatewayClass", "mesh-pilot", {
    spec: { controllerName: "theirs" },
  }),
  object("security.istio.io/v1", "PeerAuthentication", "default", {
    spec: { mtls: { mode: "PERMISSIVE" } },
  }),
  object("security.istio.io/v1", "AuthorizationPolicy", "default-deny", {
    spec: { action: "ALLOW" },
  }),
  object("security.istio.io/v1", "AuthorizationPolicy", "theirs", { spec: { action: "DENY" } }),
  object("networking.k8s.io/v1", "NetworkPolicy", "mesh-pilot-dns", {
    spec: { podSelector: "theirs" },
  }),
  object("networking.k8s.io/v1", "NetworkPolicy", "theirs", { spec: { podSelector: "theirs" } }),
  object(
    "networking.k8s.io/v1",
    "NetworkPolicy",
    "theirs",
    { spec: { podSelector: "theirs" } },
    "elsewhere",
  ),
  object("policy.linkerd.io/v1beta3", "Server", "orders-http", { spec: { port: 8080 } }),
  object("consul.hashicorp.com/v1alpha1", "ServiceIntentions", "orders", {
    spec: { sources: "theirs" },
  }),
  object("gateway.networking.k8s.io/v1", "Gateway", "public", {
    spec: { gatewayClassName: "theirs" },
  }),
  object("gateway.networking.k8s.io/v1", "HTTPRoute", "theirs"),
  object("cilium.io/v2", "CiliumNetworkPolicy", "mesh-pilot-in", {
    spec: { endpointSelector: "theirs" },
  }),
  everywhere("projectcalico.org/v3", "FelixConfiguration", "default", {
    spec: { logSeverityScreen: "Info" },
  }),
  object("v1", "ConfigMap", "coredns", { data: { Corefile: "theirs" } }, "kube-system"),
  release("cilium", "kube-system"),
];

/** What the pilot namespace may carry before: nothing, or the very labels that a kit writes, alike or otherwise. */
const namespaces: readonly KubernetesObject[] = [
  {},
  { labels: { "istio-injection": "enabled" } },
  { labels: { "istio-injection": "disabled", team: "a" } },
  { labels: { "istio.io/dataplane-mode": "ambient" } },
  {
    annotations: {
      "linkerd.io/inject": "enabled",
      "config.linkerd.io/default-inbound-policy": "deny",
    },
  },
  { annotations: { "config.linkerd.io/default-inbound-policy": "all-authenticated" } },
].map((metadata) => everywhere("v1", "Namespace", ns, { metadata }));

interface Estate {
  readonly namespace: KubernetesObject;
  readonly others: readonly KubernetesObject[];
}
const estates: fc.Arbitrary<Estate> = fc.record({
  namespace: fc.constantFrom(...namespaces),
  others: fc.subarray([...residents]),
});

function clusterWith(kit: Kit, { namespace, others }: Estate): Cluster {
  const cluster = new Cluster();
  for (const each of [namespace, ...pilot, ...others]) cluster.put(each);
  cluster.unpack(kit);
  return cluster;
}

/** What the kit may leave, as it says: definitions, namespaces of charts, and charts that it says it keeps. */
const mayStay =
  /^(apiextensions\.k8s\.io CustomResourceDefinition|v1 Namespace|helm Release (linkerd linkerd-crds|consul consul)$|apps Deployment (linkerd linkerd-crds|consul consul)$)/;

const runs = { numRuns: 25 };
const kits = (variant: string) =>
  answerSets.map(([name, answers]) => ({
    name,
    kit: kitOf(variant, answers, { resolver: "192.0.2.53", "resolver-name": "dns.example.com" })
      .kit,
  }));

describe.each(variants)("on any cluster, the kit of %s", (variant) => {
  const all = kits(variant);
  // By number, so that a counterexample names it and does not print it.
  const kitAt = (which: number) => {
    const kit = all[which]?.kit;
    if (!kit) throw new RangeError(`no kit ${which}`);
    return kit;
  };

  test("leaves everything as it was, once all is undone", () => {
    fc.assert(
      fc.property(fc.nat(all.length - 1), estates, (which, estate) => {
        const kit = kitAt(which);
        const cluster = clusterWith(kit, estate);
        const before = cluster.snapshot();
        for (const file of kit.files) cluster.apply(file);
        for (const file of kit.files.toReversed()) cluster.undo(file);
        const after = cluster.snapshot();
        for (const [key, value] of before) expect(after.get(key), key).toBe(value);
        const left = [...after.keys()].filter((key) => !before.has(key));
        expect(left.filter((key) => !mayStay.test(key))).toEqual([]);
      }),
      runs,
    );
  });

  test("takes back one step without touching the others, in any order", () => {
    fc.assert(
      fc.property(fc.nat(all.length - 1), estates, fc.nat(), (which, estate, at) => {
        const kit = kitAt(which);
        const index = kit.files.length === 0 ? -1 : at % kit.files.length;
        const file = kit.files[index];
        if (!file) return;
        const cluster = clusterWith(kit, estate);
        const without = clusterWith(kit, estate);
        for (const each of kit.files) cluster.apply(each);
        for (const each of kit.files) if (each !== file) without.apply(each);
        cluster.undo(file);
        const [had, wanted] = [cluster.snapshot(), without.snapshot()];
        for (const [key, value] of wanted) expect(had.get(key), `${file.path}: ${key}`).toBe(value);
        const more = [...had.keys()].filter((key) => !wanted.has(key));
        expect(
          more.filter((key) => !mayStay.test(key)),
          file.path,
        ).toEqual([]);
      }),
      runs,
    );
  });

  test("deletes nothing but what it made, and never a namespace, a definition or a claim on a volume", () => {
    fc.assert(
      fc.property(fc.nat(all.length - 1), estates, (which, estate) => {
        const kit = kitAt(which);
        const cluster = clusterWith(kit, estate);
        const before = new Set(cluster.objects.keys());
        for (const file of kit.files) cluster.apply(file);
        for (const file of kit.files.toReversed()) cluster.undo(file);
        const deleted = cluster.events.filter(({ what }) => what === "deleted");
        for (const { key, kind, by } of deleted) {
          expect(before.has(key), key).toBe(false);
          expect(kind).not.toMatch(/^(Namespace|CustomResourceDefinition|PersistentVolumeClaim)$/);
          expect(by).toMatch(/^(label mesh-pilot|owner |release )/);
        }
      }),
      runs,
    );
  });

  test("writes no object from two files", () => {
    for (const { name, kit } of all) {
      const cluster = clusterWith(kit, {
        namespace: namespaces[0] ?? everywhere("v1", "Namespace", ns),
        others: residents,
      });
      const writers = new Map<string, string>();
      for (const file of kit.files.filter(({ how }) => how === "create")) {
        const seen = cluster.events.length;
        cluster.apply(file);
        for (const { key } of cluster.events.slice(seen)) {
          expect(writers.get(key), `${name}: ${key}`).toBeUndefined();
          writers.set(key, file.path);
        }
      }
    }
  });

  test("does something, on a cluster where nothing is in its way", () => {
    const { kit } = all.find(({ name }) => name === "everything") ?? all[0] ?? { kit: undefined };
    if (!kit) throw new Error("no kit");
    const cluster = clusterWith(kit, {
      namespace: namespaces[0] ?? everywhere("v1", "Namespace", ns),
      others: residents.filter(
        ({ metadata: { name, namespace } }) =>
          name === "coredns" || name === "cilium" || (name === "default" && !namespace),
      ),
    });
    for (const file of kit.files) {
      const seen = cluster.events.length;
      cluster.apply(file);
      if (["create", "own", "replace", "cilium"].includes(file.how)) {
        const events = cluster.events.slice(seen);
        expect(events.length, file.path).toBeGreaterThan(0);
        expect(
          events.filter(({ what }) => what === "refused"),
          file.path,
        ).toEqual([]);
      }
    }
  });
});

describe("the model itself", () => {
  const estate = {
    namespace: namespaces[1] ?? everywhere("v1", "Namespace", ns),
    others: residents,
  };

  test("refuses a command that nobody taught it", () => {
    expect(() => new Cluster().run("kubectl delete namespace shop")).toThrow(/not a command/);
    expect(() => new Cluster().run("helm uninstall istiod -n istio-system")).toThrow(
      /not a command/,
    );
    expect(() => new Cluster().run("kubectl apply -f x.yaml")).toThrow(/not a command/);
  });

  test("shares a field of the same value with its owner, and leaves it there on the way back", () => {
    const { kit } = kitOf("istio-sidecar");
    const cluster = clusterWith(kit, estate);
    const file = kit.files.find(({ path }) => path === "02-enrol/namespace.yaml");
    if (!file) throw new Error("no such file");
    cluster.apply(file);
    cluster.undo(file);
    expect(cluster.snapshot().get("v1 Namespace  shop")).toContain("enabled");
  });

  test("does not take over a field of another value", () => {
    const { kit } = kitOf("istio-sidecar");
    const cluster = clusterWith(kit, { ...estate, namespace: namespaces[2] ?? estate.namespace });
    const file = kit.files.find(({ path }) => path === "02-enrol/namespace.yaml");
    if (!file) throw new Error("no such file");
    cluster.apply(file);
    expect(cluster.snapshot().get("v1 Namespace  shop")).toContain("disabled");
    expect(cluster.events.at(-1)?.what).toBe("refused");
  });
});
