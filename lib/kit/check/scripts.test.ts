import { execFileSync, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kitsFrom } from "@/lib/kit/kits.fixtures";
import { matrix } from "@/lib/site/data";
import { emptyEstate, look, runIn, stage } from "./scripts.fixtures";

const { variants, everything, kitOf, kitsOf } = kitsFrom(matrix);
const has = (program: string) => spawnSync("bash", ["-c", `command -v ${program}`]).status === 0;

/** Distinct scripts of all kits. */
const scripts = [
  ...new Map(
    variants
      .flatMap(kitsOf)
      .flatMap(({ kit }) => kit.files)
      .filter(({ language }) => language === "shell")
      .map((file) => [file.content, file] as const),
  ).values(),
];

test("every script is one that bash can read", () => {
  expect(scripts.length).toBeGreaterThan(10);
  for (const { path, content } of scripts) {
    expect(spawnSync("bash", ["-n"], { input: content }).status, path).toBe(0);
  }
});

test.skipIf(!has("shellcheck"))(
  `shellcheck finds nothing${has("shellcheck") ? "" : ` (it is not here: ${scripts.length} scripts not judged)`}`,
  { timeout: 180_000 },
  () => {
    const files = scripts.map(({ path, content }, index): [string, string] => [
      `${index}-${path.replaceAll("/", "-")}`,
      content,
    ]);
    const folder = stage({}, Object.fromEntries(files));
    const { stdout } = spawnSync(
      "shellcheck",
      ["-s", "bash", "-f", "gcc", ...files.map(([name]) => name)],
      {
        cwd: folder,
        encoding: "utf8",
      },
    );
    rmSync(folder, { recursive: true });
    expect(stdout).toBe("");
  },
);

test("the look only reads", () => {
  for (const { path, content } of scripts.filter(
    ({ path: name }) => name === "00-look.sh" || name.includes("flows"),
  )) {
    const commands = content
      .split("\n")
      .filter((line) => !line.trim().startsWith("#"))
      .join("\n");
    const verbs = [
      ...commands.matchAll(/(?:^|[\s(|;&])k(?:ubectl)?(?: -n \S+)? (get|version|config|[a-z-]+)/gm),
    ].map(([, verb]) => verb);
    expect(
      verbs.filter((verb) => !["get", "config"].includes(verb ?? "")),
      path,
    ).toEqual([]);
    expect(commands).not.toMatch(
      /helm (install|upgrade|uninstall|rollback)|\brm\b|>\s*[a-z]+\.(yaml|txt)/,
    );
  }
});

/**
 * What answers on a port: a web server, one that cuts the connection as a strict proxy does to plaintext, or one that
 * refuses with 403. A dead port is a number where nothing listens.
 */
function listen(answer: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => (answer === "" ? socket.resetAndDestroy() : socket.end(answer)));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
const portOf = (server: Server) => (server.address() as { port: number }).port;

describe("check.sh", () => {
  let servers: Record<"open" | "strict" | "denying", Server>;
  let dead = 0;
  beforeAll(async () => {
    const http = (code: string) =>
      `HTTP/1.1 ${code}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
    servers = {
      open: await listen(http("200 OK")),
      strict: await listen(""),
      denying: await listen(http("403 Forbidden")),
    };
    const gone = await listen("");
    dead = portOf(gone);
    await new Promise((resolve) => gone.close(resolve));
  });
  afterAll(() => {
    for (const server of Object.values(servers)) server.close();
  });

  /** Runs a check where each party's calls end at a port of ours. */
  async function check(
    mode: string,
    ports: { caller: number; other: number; control: number },
    env: Record<string, string> = {},
  ) {
    const file = kitOf("istio-sidecar").kit.files.find(({ path }) => path === "check.sh");
    const kubectl = `
for last; do :; done
call() { printf '%s' "$last" | sed -E "s#https?://[^\\"/]+#http://127.0.0.1:$1#" | bash; }
case "$1" in
  debug) call "$CALLER" ;;
  run) case "$*" in *mesh-pilot-control*) ;; *10.9.9.9*) call "$CONTROL" ;; *) call "$OTHER" ;; esac ;;
  get) case "$*" in *podIP*) echo 10.9.9.9 ;; *) echo pod/web-1 ;; esac ;;
esac`;
    const folder = stage({ kubectl }, { "check.sh": file?.content ?? "" });
    const result = await runIn(folder, ["check.sh", mode], {
      CALLER: String(ports.caller),
      OTHER: String(ports.other),
      CONTROL: String(ports.control),
      ...env,
    });
    rmSync(folder, { recursive: true });
    return result;
  }
  const at = (name: "open" | "strict" | "denying" | "dead") =>
    name === "dead" ? dead : portOf(servers[name]);

  test.each([
    ["strict", "open", "strict", "open", 0],
    ["strict", "open", "denying", "open", 0],
    ["strict", "open", "open", "open", 1],
    ["strict", "open", "dead", "open", 2],
    ["strict", "dead", "strict", "open", 2],
    ["strict", "open", "strict", "dead", 2],
    ["strict", "strict", "strict", "open", 2],
    ["allow", "open", "denying", "open", 0],
    ["allow", "open", "strict", "open", 0],
    ["allow", "open", "open", "open", 1],
    ["allow", "denying", "denying", "open", 1],
    ["allow", "open", "dead", "open", 2],
    ["network", "open", "dead", "open", 0],
    ["network", "open", "open", "open", 1],
    ["network", "open", "denying", "open", 1],
    ["network", "dead", "dead", "open", 1],
  ] as const)(
    "%s with the caller at %s, another at %s and the control at %s ends with %i",
    { timeout: 60_000 },
    async (mode, caller, other, control, code) => {
      const result = await check(mode, {
        caller: at(caller),
        other: at(other),
        control: at(control),
      });
      expect([result.code, result.said]).toEqual([code, result.said]);
      expect(result.said).toMatch(/^(PASS|FAIL|NOTHING PROVEN): /);
    },
  );

  test("asks for a token before it says anything of tokens", async () => {
    const asked = await check("forged-token", {
      caller: at("open"),
      other: at("open"),
      control: at("open"),
    });
    expect(asked.code).toBe(2);
    const accepted = await check(
      "forged-token",
      { caller: at("open"), other: at("open"), control: at("open") },
      { TOKEN: "t" },
    );
    expect([accepted.code, accepted.said]).toEqual([1, accepted.said]);
  });
});

test.skipIf(!has("openssl"))(
  "the certificates of Linkerd chain, last as long as they say, and are made once",
  async () => {
    const file = kitOf("linkerd-oss", everything).kit.files.find(({ path }) =>
      path.endsWith("certificates.sh"),
    );
    const folder = stage({}, { "certificates.sh": file?.content ?? "" });
    expect((await runIn(folder, ["certificates.sh"])).code).toBe(0);
    const ends = (name: string) =>
      new Date(
        execFileSync("openssl", ["x509", "-in", join(folder, name), "-noout", "-enddate"], {
          encoding: "utf8",
        }).replace("notAfter=", ""),
      );
    const days = (name: string) => Math.round((ends(name).getTime() - Date.now()) / 86_400_000);
    expect(days("ca.crt")).toBeGreaterThan(3600);
    expect(days("issuer.crt")).toBeGreaterThan(360);
    const text = execFileSync(
      "openssl",
      ["x509", "-in", join(folder, "issuer.crt"), "-noout", "-text"],
      { encoding: "utf8" },
    );
    expect(text).toContain("CA:TRUE");
    expect(text).toContain("identity.linkerd.cluster.local");
    expect((await runIn(folder, ["certificates.sh"])).code).toBe(1);
    rmSync(folder, { recursive: true });
  },
);

test("an install that lacks what it needs stops before it installs anything", async () => {
  const content = kitOf("linkerd-enterprise", everything).kit.files.find(({ path }) =>
    path.endsWith("install.sh"),
  )?.content;
  const folder = stage({ kubectl: "echo RAN", helm: "echo RAN" }, { "install.sh": content ?? "" });
  const { code, said } = await runIn(folder, ["install.sh"], { BUOYANT_LICENSE: "" });
  rmSync(folder, { recursive: true });
  expect([code, said]).toEqual([1, expect.stringContaining("BUOYANT_LICENSE: set it first")]);
  expect(said).not.toContain("RAN");
});

describe("00-look.sh", () => {
  const lookFor = (variant: string, there: Readonly<Record<string, string>>) =>
    look(kitOf(variant).kit.files[0]?.content ?? "", there);
  const empty = emptyEstate;

  test("finds nothing to skip on an empty estate", async () => {
    const { said, code } = await lookFor("istio-sidecar", empty);
    expect([code, said]).toEqual([0, expect.stringContaining("Nothing to skip")]);
  });

  test.each([
    [
      "istio-sidecar",
      { "app=istiod -o jsonpath={range .items[*]}{.metadata.namespace}": "istio-system/istiod " },
      "01-install: Istio is there",
    ],
    [
      "istio-sidecar",
      {
        "app=istiod -o jsonpath={range .items[*]}{.metadata.namespace}": "istio-system/istiod ",
        "app=istiod -o jsonpath={range .items[*]}{.metadata.labels": "canary ",
      },
      "runs by revision",
    ],
    [
      "istio-ambient",
      { "app=istiod -o jsonpath={range .items[*]}{.metadata.namespace}": "istio-system/istiod " },
      "no ztunnel",
    ],
    [
      "linkerd-oss",
      { "app=istiod -o jsonpath={range .items[*]}{.metadata.namespace}": "istio-system/istiod " },
      "istio is there too",
    ],
    [
      "linkerd-oss",
      { "linkerd.io/control-plane-component=destination": "linkerd/linkerd-destination " },
      "01-install: Linkerd is there",
    ],
    [
      "consul-ce",
      { "component=connect-injector": "consul/consul-connect-injector " },
      "01-install: Consul is there",
    ],
    [
      "linkerd-oss",
      { "pods -n shop": "istio-init istio-proxy app" },
      "carry Istio's proxy already",
    ],
    [
      "linkerd-oss",
      { "gateway\\.networking\\.k8s\\.io/bundle-version": "v1.6.1" },
      "outside 1.2.1 to 1.5,",
    ],
    [
      "none-app",
      { "gateway\\.networking\\.k8s\\.io/bundle-version": "v1.6.1" },
      "do not install it again",
    ],
    [
      "none-app",
      { "deployments/envoy-gateway": "deployment.apps/envoy-gateway" },
      "Envoy Gateway is there",
    ],
    [
      "istio-sidecar",
      { "k8s-app=kube-dns -o jsonpath={.items[0].spec.clusterIPs[*]}": "172.20.0.10" },
      "not 10.96.0.10",
    ],
    ["istio-sidecar", { "--raw /version": '{"gitVersion": "v1.28.0"}' }, "outside what the makers"],
    ["istio-sidecar", { "get namespace shop -o name": "" }, "Create the namespace shop"],
    [
      "istio-sidecar",
      { "deployment web -n shop -o jsonpath={.spec.template.spec.serviceAccountName}": "default" },
      "run as default",
    ],
    [
      "istio-sidecar",
      { "networkpolicies -n shop -l !mesh-pilot/file": "networkpolicy/theirs" },
      "policies are there already",
    ],
  ])("%s, %j: %s", async (variant, there, says) => {
    const { said, code } = await lookFor(variant, { ...there, ...empty, ...there });
    expect(code).toBe(0);
    expect(said.slice(said.indexOf("Skip or change"))).toContain(says);
  });

  test.each([
    ['["-localip","169.254.20.10,10.96.0.10"]', "the default, which takes over"],
    ['["-localip","169.254.20.10"]', "its own address only"],
  ])("tells the mode of NodeLocal DNSCache from %s", async (args, says) => {
    const { said } = await lookFor("istio-sidecar", {
      "daemonsets -n kube-system -o jsonpath": `node-local-dns\t${args}`,
      ...empty,
    });
    expect(said).toContain(says);
  });

  test("ends with an error where no API server answers", async () => {
    expect((await lookFor("istio-sidecar", {})).code).toBe(1);
  });
});
