import { describe, expect, test } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import { buildKit } from "@/lib/kit/kit";
import { readNames } from "@/lib/kit/names";
import type { Kit, KitFile } from "@/lib/kit/types";
import { matrix } from "@/lib/matrix/load";
import { checkFile, checkKit } from "./check-kit";
import { findInCorefile } from "./corefile";
import { everything } from "./every-kit.fixtures";
import { isKubernetesObject, type KubernetesObject, nameOfObject } from "./finding";
import { checkObjectRules } from "./object-rules";
import { checkObject } from "./objects";
import { kindsOfOwnSchemaOnly } from "./own-schema-only";
import { readHcl } from "./read-hcl";
import { settingsSchemas } from "./settings-schemas";
import { readUpstream } from "./upstream";

/** Each check is worth what it refuses: good files are damaged one way at a time, and every damage must be found. */

const { names } = readNames({});
const all = everything(matrix);

function kitOf(variant: string, more: Record<string, string | string[]> = {}): Kit {
  const kit = buildKit(
    { variant, answers: { ...all, platform: "kubernetes", ...more }, names },
    matrix,
  );
  if (!kit) throw new Error(`${variant} has no kit`);
  return kit;
}

const kits = [
  ...matrix.variants.map(({ id }) => kitOf(id)),
  kitOf("istio-sidecar", { clusters: "separate" }),
  kitOf("consul-ce", { platform: "vm" }),
  kitOf("consul-ce", { platform: "nomad" }),
  kitOf("consul-ce", { platform: "ecs" }),
  kitOf("none-app", { platform: "vm" }),
  buildKit(
    { variant: "linkerd-oss", answers: { resilience: { budget: "must" } }, names },
    matrix,
  ) as Kit,
  buildKit(
    { variant: "istio-ambient", answers: { routing: { canary: "must" } }, names },
    matrix,
  ) as Kit,
  buildKit(
    { variant: "none-app", answers: { identities: { "own-ca": "must" } }, names },
    matrix,
  ) as Kit,
];

/** One object of each kind. */
const samples = new Map<string, KubernetesObject>();
for (const { files } of kits) {
  for (const { language, content } of files) {
    if (language !== "yaml") continue;
    for (const document of parseAllDocuments(content)) {
      const value: unknown = document.toJS();
      if (isKubernetesObject(value)) samples.set(`${value.apiVersion} ${value.kind}`, value);
    }
  }
}
const kinds = [...samples].map(([key, object]) => ({ key, object }));

type Path = readonly (string | number)[];

/** Every place in a value where an object is, from the outside in. */
function objectsIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => objectsIn(each, [...path, index]));
  }
  if (typeof value !== "object" || value === null) return [];
  return [path, ...Object.entries(value).flatMap(([key, each]) => objectsIn(each, [...path, key]))];
}

/** Every place in a value where a text, number or flag is. */
function leavesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) =>
    leavesIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changed<T extends object>(value: T, path: Path, change: (at: unknown) => unknown): T {
  const copy = structuredClone(value) as unknown;
  if (path.length === 0) return change(copy) as T;
  let parent = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
  const last = path.at(-1) as string | number;
  parent[last] = change(parent[last]);
  return copy as T;
}

/** Objects whose keys are the user's own: any key is right there. */
const open = new Set([
  "labels",
  "annotations",
  "matchLabels",
  "data",
  "selector",
  "headers",
  "ports",
  "subsets",
  "failover",
  "config",
  "options",
  "meta",
  "env",
]);
const isOpen = (path: Path) => typeof path.at(-1) === "string" && open.has(String(path.at(-1)));

describe.each(kinds)("$key", ({ object }) => {
  test("is right as it is", () => {
    expect([...checkObject("x", object), ...checkObjectRules("x", object)]).toEqual([]);
  });

  test("may have no field that its schema lacks, at any depth", () => {
    const missed = objectsIn(object)
      .filter((path) => !isOpen(path))
      .filter((path) => {
        const bad = changed(object, path, (at) => ({ ...(at as object), surprise: "x" }));
        return checkObject("x", bad).length === 0;
      });
    expect(missed.map((path) => path.join("."))).toEqual([]);
  });

  test("may hold no list where a value belongs", () => {
    const missed = leavesIn(object).filter(
      (path) =>
        checkObject(
          "x",
          changed(object, path, () => [{}]),
        ).length === 0,
    );
    expect(missed.map((path) => path.join("."))).toEqual([]);
  });

  test("needs a name", () => {
    const { name: _, ...metadata } = object.metadata;
    expect(checkObject("x", { ...object, metadata })).not.toEqual([]);
  });
});

describe("names and values that are not in the field's list", () => {
  test.each<[string, Path, unknown]>([
    ["security.istio.io/v1 PeerAuthentication", ["spec", "mtls", "mode"], "Strict"],
    ["security.istio.io/v1 AuthorizationPolicy", ["spec", "action"], "PERMIT"],
    ["networking.istio.io/v1 VirtualService", ["spec", "http", 0, "name"], "With Space"],
    ["networking.istio.io/v1 Sidecar", ["spec", "outboundTrafficPolicy", "mode"], "NONE"],
    ["policy.linkerd.io/v1beta3 Server", ["spec", "proxyProtocol"], "HTTP1"],
    ["policy.linkerd.io/v1alpha1 AuthorizationPolicy", ["spec", "targetRef", "kind"], "Pod"],
    ["consul.hashicorp.com/v1alpha1 ServiceDefaults", ["spec", "protocol"], "https"],
    ["consul.hashicorp.com/v1alpha1 ServiceIntentions", ["spec", "sources", 0, "action"], "permit"],
    ["networking.k8s.io/v1 NetworkPolicy", ["spec", "policyTypes"], ["ingress"]],
    [
      "cilium.io/v2 CiliumClusterwideNetworkPolicy",
      ["spec", "ingress", 0, "fromEntities"],
      ["nodes"],
    ],
    ["cert-manager.io/v1 Certificate", ["spec", "privateKey", "rotationPolicy"], "Sometimes"],
    ["cert-manager.io/v1 Certificate", ["spec", "duration"], "1 day"],
    ["gateway.networking.k8s.io/v1 Gateway", ["spec", "listeners", 0, "protocol"], "TLS1"],
    ["gateway.envoyproxy.io/v1alpha1 EnvoyProxy", ["spec", "provider", "type"], "kubernetes"],
    ["v1 Namespace", ["metadata", "annotations"], { "linkerd.io/inject": "true" }],
    ["v1 Namespace", ["metadata", "labels"], { "istio-injection": "on" }],
    ["v1 Service", ["spec", "ports", 0, "port"], 70000],
  ])("%s %s", (key, path, value) => {
    const object = samples.get(key);
    if (!object) throw new Error(`no sample of ${key}`);
    expect(
      checkObject(
        "x",
        changed(object, path, () => value),
      ),
    ).not.toEqual([]);
  });

  test("a kind that nobody wrote a schema for", () => {
    const object = { apiVersion: "v1", kind: "Pod", metadata: { name: "a" } };
    expect(checkObject("x", object)[0]?.message).toContain("has no schema");
  });
});

function sample(key: string): KubernetesObject {
  const object = samples.get(key);
  if (!object) throw new Error(`no sample of ${key}`);
  return object;
}
const withSpec = (key: string, spec: object, metadata: object = {}): KubernetesObject => {
  const object = sample(key);
  return { ...object, metadata: { ...object.metadata, ...metadata }, spec };
};
const specOf = (key: string) => sample(key).spec as Record<string, unknown>;

describe("rules between fields, as webhooks enforce them", () => {
  const istio = "security.istio.io/v1 AuthorizationPolicy";
  const linkerd = "policy.linkerd.io/v1alpha1";
  const consul = "consul.hashicorp.com/v1alpha1";
  const target = [{ group: "", kind: "Service", name: "a" }];
  const selector = { matchLabels: { app: "a" } };
  const refs = (kind: string) =>
    [kind, kind].map((each) => ({ group: "policy.linkerd.io", kind: each, name: "a" }));
  test.each<[string, KubernetesObject]>([
    [
      "has both selector and targetRefs",
      withSpec(istio, { selector, targetRefs: target, action: "ALLOW", rules: [] }),
    ],
    ["which denies everything", withSpec(istio, { selector }, { name: "orders" })],
    ["a DENY without rules does nothing", withSpec(istio, { selector, action: "DENY" })],
    [
      "has both selector and targetRefs",
      withSpec("security.istio.io/v1 RequestAuthentication", { selector, targetRefs: target }),
    ],
    [
      "weights must sum to 100",
      withSpec("networking.istio.io/v1 VirtualService", {
        http: [{ route: [{ weight: 90 }, { weight: 20 }] }],
      }),
    ],
    [
      "is longer than the timeout",
      withSpec("networking.istio.io/v1 VirtualService", {
        http: [{ route: [{}], timeout: "1s", retries: { perTryTimeout: "2s" } }],
      }),
    ],
    [
      "hides what follows",
      withSpec("networking.istio.io/v1 VirtualService", {
        http: [{ route: [{}] }, { route: [{}] }],
      }),
    ],
    [
      "takes no wildcard",
      withSpec("networking.istio.io/v1 ServiceEntry", {
        hosts: ["*.example.com"],
        resolution: "DNS",
      }),
    ],
    [
      "lacks Egress",
      withSpec("networking.k8s.io/v1 NetworkPolicy", { policyTypes: ["Ingress"], egress: [] }),
    ],
    [
      "lacks Ingress",
      withSpec("networking.k8s.io/v1 NetworkPolicy", { policyTypes: ["Egress"], ingress: [] }),
    ],
    [
      "HTTPS needs a certificate",
      withSpec("gateway.networking.k8s.io/v1 Gateway", {
        listeners: [{ name: "a", protocol: "HTTPS" }],
      }),
    ],
    [
      "a name occurs twice",
      withSpec("gateway.networking.k8s.io/v1 Gateway", {
        listeners: [{ name: "a" }, { name: "a" }],
      }),
    ],
    [
      "Selector needs a selector",
      withSpec("gateway.networking.k8s.io/v1 Gateway", {
        listeners: [{ name: "a", allowedRoutes: { namespaces: { from: "Selector" } } }],
      }),
    ],
    ["needs either identities or identityRefs", withSpec(`${linkerd} MeshTLSAuthentication`, {})],
    [
      "names one kind twice",
      withSpec(`${linkerd} AuthorizationPolicy`, {
        requiredAuthenticationRefs: refs("MeshTLSAuthentication"),
      }),
    ],
    [
      "full name of a Service",
      withSpec("linkerd.io/v1alpha2 ServiceProfile", {}, { name: "orders" }),
    ],
    ["must be global", withSpec(`${consul} ProxyDefaults`, {}, { name: "defaults" })],
    ["must be mesh", withSpec(`${consul} Mesh`, {}, { name: "global" })],
    ["must be default", withSpec(`${consul} ExportedServices`, {}, { name: "orders" })],
    [
      "weights must sum to 100",
      withSpec(`${consul} ServiceSplitter`, { splits: [{ weight: 90 }] }),
    ],
    [
      "is not among the subsets",
      withSpec(`${consul} ServiceResolver`, { defaultSubset: "v1", subsets: {} }),
    ],
    [
      "needs either action or permissions",
      withSpec(`${consul} ServiceIntentions`, { sources: [{ name: "a" }] }),
    ],
    [
      "a wildcard destination takes none",
      withSpec(`${consul} ServiceIntentions`, {
        destination: { name: "*" },
        sources: [{ permissions: [] }],
      }),
    ],
    [
      "must be shorter than duration",
      withSpec("cert-manager.io/v1 Certificate", {
        uris: ["a"],
        duration: "24h",
        renewBefore: "24h",
      }),
    ],
    [
      "must be an hour or more",
      withSpec("cert-manager.io/v1 Certificate", {
        uris: ["a"],
        duration: "30m",
        renewBefore: "5m",
      }),
    ],
    [
      "names nothing",
      withSpec("cert-manager.io/v1 Certificate", { duration: "2h", renewBefore: "1h" }),
    ],
    [
      "an authority needs one",
      withSpec("cert-manager.io/v1 Certificate", {
        isCA: true,
        uris: ["a"],
        duration: "2h",
        renewBefore: "1h",
      }),
    ],
    [
      "HTTP rules need protocol TCP",
      withSpec("cilium.io/v2 CiliumNetworkPolicy", {
        ingress: [{ toPorts: [{ ports: [{ port: "53", protocol: "UDP" }], rules: { http: [] } }] }],
      }),
    ],
    [
      "names peers in more than one way",
      withSpec("cilium.io/v2 CiliumNetworkPolicy", {
        egress: [{ toEndpoints: [{}], toFQDNs: [{}] }],
      }),
    ],
    [
      "has both icmps and toPorts",
      withSpec("cilium.io/v2 CiliumClusterwideNetworkPolicy", {
        ingress: [{ icmps: [], toPorts: [] }],
      }),
    ],
    [
      "begins with a letter",
      { ...sample("v1 Service"), metadata: { name: "1a", namespace: "shop" } },
    ],
  ])("%s", (message, object) => {
    const found = checkObjectRules("x", object).map((each) => each.message);
    expect(
      found.some((each) => each.includes(message)),
      found.join("; "),
    ).toBe(true);
  });
});

const judge = (files: readonly KitFile[]) => checkKit(files, (file) => checkFile(file, readHcl));
const messages = async (files: readonly KitFile[]) =>
  (await judge(files)).map(({ where, message }) => `${where} ${message}`);

/** The kit with one file's text changed; the change must change something. */
function edited(kit: Kit, path: RegExp, edit: (content: string) => string): KitFile[] {
  let edits = 0;
  const files = kit.files.map((file) => {
    if (!path.test(file.path)) return file;
    const content = edit(file.content);
    if (content !== file.content) edits += 1;
    return { ...file, content };
  });
  expect(edits, `edits of ${path}`).toBeGreaterThan(0);
  return files;
}

/** The documents of a YAML file without those that match. */
function without(content: string, matches: (object: KubernetesObject) => boolean): string {
  return parseAllDocuments(content)
    .map((document) => document.toJS() as KubernetesObject)
    .filter((object) => !matches(object))
    .map((object) => stringify(object, { compat: "yaml-1.1" }))
    .join("---\n");
}

describe("what would lock people out", () => {
  test("denying egress without DNS", async () => {
    const files = edited(kitOf("istio-sidecar"), /network-policy/, (content) =>
      without(content, ({ metadata }) => metadata.name === "allow-dns"),
    );
    expect(await messages(files)).toEqual([
      "NetworkPolicy shop/default-deny denies egress and nothing allows DNS over UDP and TCP",
    ]);
  });

  test("allowing DNS over UDP alone", async () => {
    const files = edited(kitOf("linkerd-oss"), /network-policy/, (content) =>
      content.replace(/ {8}- protocol: TCP\n {10}port: 53\n/, ""),
    );
    expect((await messages(files)).join()).toContain("nothing allows DNS over UDP and TCP");
  });

  test("denying everything before anything is allowed", async () => {
    const kit = kitOf("istio-sidecar");
    const files = kit.files.filter(({ path }) => !path.endsWith("c-allow.yaml"));
    expect((await messages(files)).join()).toContain(
      "denies everything before anything is allowed",
    );
  });

  test("a Linkerd Server that nothing authorises", async () => {
    const files = edited(kitOf("linkerd-oss"), /c-allow/, (content) =>
      without(
        content,
        ({ kind, metadata }) => kind === "AuthorizationPolicy" && metadata.name === "web",
      ),
    );
    expect((await messages(files)).join()).toContain(
      "Server shop/web-http refuses everything before anything is allowed",
    );
  });

  test("strict mutual TLS without a permissive step", async () => {
    const files = kitOf("istio-ambient").files.filter(({ step }) => step !== "permissive");
    expect((await messages(files)).join()).toContain("is strict before it was permissive");
  });

  test("a rule on requests that ztunnel cannot judge", async () => {
    const files = edited(kitOf("istio-ambient"), /c-allow/, (content) =>
      content.replace('ports:\n              - "8080"', "methods:\n              - GET"),
    );
    expect((await messages(files)).join()).toContain("that ztunnel cannot judge");
  });

  test("Cilium denying egress without DNS", async () => {
    const files = edited(kitOf("none-cni"), /a-allow/, (content) =>
      without(content, ({ metadata }) => metadata.name === "allow-dns"),
    );
    expect((await messages(files)).join()).toContain("nothing before it allows DNS");
  });

  test("Cilium allowing DNS for names of one label only", async () => {
    const files = edited(kitOf("none-cni"), /a-allow/, (content) =>
      content.replaceAll("**.cluster.local", "*.cluster.local"),
    );
    expect((await messages(files)).join()).toContain("lets nobody look up Service shop/");
  });
});

test("two objects of one name in a file", async () => {
  const files = edited(kitOf("linkerd-oss"), /02-enrol/, (content) =>
    content.replaceAll("name: orders-canary\n", "name: web\n"),
  );
  expect((await messages(files)).join()).toContain("stands twice in one file");
});

describe("retries of what is not safe to repeat", () => {
  test.each<[string, string, string]>([
    ["istio-sidecar", "refused-stream,unavailable", "refused-stream,unavailable,503"],
    ["linkerd-oss", "method: GET", "method: POST"],
    ["consul-ce", "- HEAD", "- POST"],
  ])("%s", async (variant, good, bad) => {
    const { files } = kitOf(variant);
    expect(await messages(files)).toEqual([]);
    const changed = edited(kitOf(variant), /05-traffic\/route/, (content) =>
      content.replaceAll(good, bad),
    );
    expect((await messages(changed)).join()).toContain("repeats calls that are not reads");
  });
});

describe("an undo that takes along what must stay", () => {
  test.each([
    ["istio-ambient", "02-enrol/a-waypoint.yaml", "Namespace shop: is deleted"],
    ["none-cni", "02-enrol/workloads.yaml", "ServiceAccount shop/web: is deleted"],
    ["consul-ce", "08-gateway/gateway.yaml", "a-allow.yaml made it before"],
    ["consul-ce", "14-clusters/east.yaml", "a-allow.yaml made it before"],
  ])("%s %s", async (variant, path, message) => {
    const { files } = kitOf(variant);
    expect(await messages(files)).toEqual([]);
    const bad = files.map((file) =>
      file.path === path ? { ...file, undo: [`kubectl delete -f ${path}`] } : file,
    );
    const found = await checkKit(bad, (file) => checkFile(file, readHcl));
    expect(found.map((each) => `${each.where}: ${each.message}`).join("; ")).toContain(message);
  });
});

describe("references to what is not in the kit", () => {
  test.each<[string, RegExp, RegExp, string]>([
    ["istio-ambient", /c-allow/, /name: orders-canary/, "refers to Service shop/"],
    ["istio-sidecar", /c-allow/, /ns\/shop\/sa\/web/, "refers to ServiceAccount shop/"],
    ["istio-sidecar", /route/, /orders-canary\.shop/, "refers to Service shop/"],
    [
      "linkerd-oss",
      /c-allow/,
      /(?<=requiredAuthenticationRefs:\n {4}- group: policy.linkerd.io\n {6}kind: MeshTLSAuthentication\n {6}name: )web/,
      "refers to MeshTLSAuthentication shop/",
    ],
    [
      "consul-ce",
      /07-authorize\/a-allow/,
      /(?<=providers:\n {6}- name: )users-of-service/,
      "refers to JWTProvider shop/",
    ],
    ["none-app", /08-gateway/, /(?<=backendRefs:\n {8}- name: )web/, "refers to Service shop/"],
  ])("%s %s", async (variant, path, old, expected) => {
    const files = edited(kitOf(variant), path, (content) =>
      content.replace(old, (found) => found.replace(/canary|web|users-of-service/, "stranger")),
    );
    expect((await messages(files)).join("; ")).toContain(expected);
  });
});

describe("syntax", () => {
  const file = (language: KitFile["language"], path: string, content: string): KitFile => ({
    ...(kits[0]?.files[0] as KitFile),
    language,
    path,
    content,
  });
  const wrong = async (one: KitFile) => (await checkFile(one, readHcl)).findings;

  test.each([
    [
      "unquoted on",
      "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: on\n  namespace: shop\n",
      "YAML 1.1",
    ],
    ["a sexagesimal number", "a: 22:22\n", "YAML 1.1"],
    ["a key that occurs twice", "a: 1\na: 2\n", "unique"],
    ["a tab", "a:\n\tb: 1\n", "Tabs"],
    ["an open quote", 'a: "b\n', "quote"],
  ])("YAML with %s", async (_, content, message) => {
    const found = await wrong(file("yaml", "x/values.yaml", content));
    expect(found.map((each) => each.message).join("; ")).toContain(message);
  });

  test.each(Object.keys(settingsSchemas))("settings with a key too many: %s", (name) => {
    const found = kits
      .flatMap(({ files }) => files)
      .find(({ path, content }) => path.endsWith(`/${name}`) && !content.includes("apiVersion:"));
    if (!found) throw new Error(`no kit has ${name}`);
    const value = parseAllDocuments(found.content)[0]?.toJS() as object;
    const schema = settingsSchemas[name];
    expect(schema?.safeParse(value).success).toBe(true);
    const missed = objectsIn(value)
      .filter((path) => !["instances", "pipelines"].includes(String(path.at(-1))))
      .filter(
        (path) =>
          schema?.safeParse(changed(value, path, (at) => ({ ...(at as object), surprise: 1 })))
            .success,
      );
    expect(missed.map((path) => path.join("."))).toEqual([]);
  });

  test("settings that no schema knows", async () => {
    const found = await wrong(file("yaml", "x/unknown.yaml", "a: 1\n"));
    expect(found[0]?.message).toBe("has no schema");
  });

  const hclFiles = kits.flatMap(({ files }) => files).filter(({ language }) => language === "hcl");
  const hclByName = new Map(hclFiles.map((each) => [each.path.replace(/.*\//, ""), each]));
  test.each([...hclByName])("HCL with an attribute too many: %s", async (_, one) => {
    expect(await wrong(one)).toEqual([]);
    const bad = { ...one, content: `${one.content}\nsurprise = true\n` };
    expect(await wrong(bad)).not.toEqual([]);
  });

  test("HCL that does not parse", async () => {
    const [one] = hclFiles;
    if (!one) throw new Error("no HCL");
    const found = await wrong({ ...one, content: one.content.replace("{", "") });
    expect(found[0]?.check).toBe("syntax");
  });

  test.each([
    ["acl", "default_policy", '"deny"', '"allow"'],
    ["agent", "verify_outgoing", "true", "false"],
  ])("an agent whose %s is open", async (_, attribute, good, bad) => {
    const one = hclByName.get("server.hcl");
    if (!one) throw new Error("no server.hcl");
    const content = one.content.replace(new RegExp(`(${attribute} *= )${good}`), `$1${bad}`);
    expect(content).not.toBe(one.content);
    expect(await wrong({ ...one, content })).not.toEqual([]);
  });

  test("JSON that does not parse, and a setting too many", async () => {
    const one = kits.flatMap(({ files }) => files).find(({ language }) => language === "json");
    if (!one) throw new Error("no JSON");
    expect(await wrong(one)).toEqual([]);
    expect(await wrong({ ...one, content: one.content.slice(1) })).not.toEqual([]);
    expect(
      await wrong({ ...one, content: one.content.replace("{", '{"surprise": 1,') }),
    ).not.toEqual([]);
  });

  test("a unit with a line that sets nothing", async () => {
    const one = kits.flatMap(({ files }) => files).find(({ language }) => language === "ini");
    if (!one) throw new Error("no unit");
    expect(await wrong(one)).toEqual([]);
    expect(await wrong({ ...one, content: `${one.content}Restart on-failure\n` })).not.toEqual([]);
  });

  test.each([
    ["a plugin that is none", ". {\n    errros\n}\n"],
    ["a zone that is none", "exa mple_ {\n    errors\n}\n"],
    ["a brace too few", ". {\n    errors\n"],
    ["a brace too many", ". {\n    errors\n}\n}\n"],
    ["a brace in the line", ". { errors }\n"],
    ["TLS without a name, in one line", ". {\n    forward . tls://9.9.9.9\n}\n"],
    [
      "TLS without a name, in a block",
      ". {\n    forward . tls://9.9.9.9 {\n        health_check 5s\n    }\n}\n",
    ],
  ])("a Corefile with %s", (_, text) => {
    expect(findInCorefile(text)).not.toEqual([]);
  });
});

const folder = process.env.KIT_SCHEMAS;

describe.skipIf(!folder)("with the schemas of KIT_SCHEMAS", () => {
  const schemas = folder ? readUpstream(folder) : undefined;
  const found = (object: KubernetesObject) => schemas?.check("x", object) ?? [];
  const covered = kinds.filter(({ object }) => !kindsOfOwnSchemaOnly.has(object.kind));

  test.each(covered)("$key is right as it is", ({ object }) => {
    expect(found(object)).toEqual([]);
  });

  test.each(covered.filter(({ object }) => "spec" in object))(
    "$key may have no field that its product lacks",
    ({ object }) => {
      const bad = { ...object, spec: { ...(object.spec as object), surprise: 1 } };
      expect(found(bad).some(({ message }) => message.includes("surprise"))).toBe(true);
    },
  );

  test("a kind without a schema", () => {
    expect(found({ ...sample("v1 Service"), kind: "Serviette" })[0]?.message).toContain(
      "no schema",
    );
  });

  const authorization = "security.istio.io/v1 AuthorizationPolicy";
  const listener = { name: "a", port: 80, protocol: "HTTP" };
  test.each<[string, KubernetesObject]>([
    [
      "only one of targetRefs or selector",
      withSpec(authorization, {
        selector: { matchLabels: { app: "a" } },
        targetRefs: [{ kind: "Service", name: "a" }],
      }),
    ],
    [
      "valid duration",
      withSpec("networking.istio.io/v1 VirtualService", {
        hosts: ["a"],
        http: [{ timeout: "0s", route: [{ destination: { host: "a" } }] }],
      }),
    ],
    ["wildcard not allowed", withSpec(authorization, { selector: { matchLabels: { app: "*" } } })],
    [
      "Must have port for Service",
      withSpec("gateway.networking.k8s.io/v1 HTTPRoute", {
        parentRefs: [{ name: "a" }],
        rules: [{ backendRefs: [{ name: "a" }] }],
      }),
    ],
    [
      "must be unique",
      withSpec("gateway.networking.k8s.io/v1 Gateway", {
        gatewayClassName: "a",
        listeners: [listener, { ...listener, name: "b" }],
      }),
    ],
    [
      "the same name",
      withSpec("gateway.networking.k8s.io/v1 Gateway", {
        gatewayClassName: "a",
        listeners: [listener, { ...listener, port: 81 }],
      }),
    ],
    [
      "must be equal to one of",
      withSpec("security.istio.io/v1 PeerAuthentication", { mtls: { mode: "Strict" } }),
    ],
  ])("%s", (message, object) => {
    const said = found(object).map((each) => each.message);
    expect(
      said.some((each) => each.includes(message)),
      said.join("; "),
    ).toBe(true);
  });
});

test("samples cover every kind that any kit has", () => {
  expect(kinds.length).toBeGreaterThan(40);
  expect(kinds.map(({ object }) => nameOfObject(object)).every(Boolean)).toBe(true);
  expect(specOf("networking.k8s.io/v1 NetworkPolicy")).toBeDefined();
});
