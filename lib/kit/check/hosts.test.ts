import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadKits } from "@/lib/data/kits";
import { nftRules, type Zone, zones } from "@/lib/kit/hosts";
import { kitsFrom } from "@/lib/kit/kits.fixtures";
import { readNames } from "@/lib/kit/names";
import { overlap } from "@/lib/kit/networks";
import { matrix } from "@/lib/site/data";

const { kitOf } = kitsFrom(matrix);
const { hosts: intents } = loadKits().intents;

/** An address of each zone, one of nobody, in both families; the control plane lies among the nodes. */
const addresses: Readonly<Record<Zone | "outside", readonly [four: string, six: string]>> = {
  nodes: ["10.0.20.5", "2001:db8:1:7::5"],
  control: ["10.0.16.3", "2001:db8:1::3"],
  pods: ["100.64.9.9", "fd00:1::9"],
  admins: ["192.0.2.8", "2001:db8:2::8"],
  outside: ["203.0.113.7", "2001:db8:ffff::7"],
};
const networks = {
  nodes: "10.0.16.0/20,2001:db8:1::/48",
  control: "10.0.16.0/28,2001:db8:1::/64",
  pods: "100.64.0.0/10,fd00:1::/48",
  admin: "192.0.2.0/24,2001:db8:2::/48",
};

/** What is expected, by the intents alone: the control plane is among the nodes, and has their rights too. */
function expected(from: Zone | "outside", port: number, protocol: string): boolean {
  const allowed =
    intents.find((each) => each.port === port && each.protocol === protocol)?.from ?? [];
  return allowed.some((zone) => zone === from || (from === "control" && zone === "nodes"));
}

const kit = kitOf("istio-sidecar", {}, networks).kit;
const contentOf = (name: string) =>
  kit.files.find(({ path }) => path === `07-layers/${name}`)?.content ?? "";

const inPorts = (list: string, port: number) =>
  list.split(/,\s*/).some((part) => {
    const [low = 0, high = low] = part.trim().split(/[-:]/).map(Number);
    return port >= low && port <= high;
  });

/** What the text of the nftables rules lets in, read line by line. */
function nftAllows(text: string, source: string, port: number, protocol: string): boolean {
  const sets = new Map(
    [...text.matchAll(/set (\w+) \{[^}]*?(?:elements = \{ ([^}]*) \})?\s*\n {2}\}/g)].map(
      ([, name, elements]) => [name, elements?.split(", ") ?? []],
    ),
  );
  return (
    [...text.matchAll(/^ {4}ip6? saddr @(\w+) (tcp|udp)(?: dport \{ ([^}]*) \})? accept/gm)].some(
      ([, set, proto, ports]) =>
        proto === protocol &&
        sets.get(set)?.some((cidr) => overlap(source, cidr)) &&
        (ports === undefined || inPorts(ports, port)),
    ) || /^ {4}(tcp|udp) dport [^@]*accept/m.test(text.replace(/^.*ip6? saddr.*$/gm, ""))
  );
}

function iptablesAllows(text: string, source: string, port: number, protocol: string): boolean {
  return [
    ...text.matchAll(
      /^-A MESH-PILOT(?: -s (\S+))? -p (\S+)(?: -m multiport --dports (\S+))?.* -j RETURN$/gm,
    ),
  ].some(
    ([, cidr, proto, ports]) =>
      proto === protocol &&
      (cidr === undefined || overlap(source, cidr)) &&
      (ports === undefined || inPorts(ports, port)),
  );
}

describe("the rules for hosts, as text", () => {
  test.each([...zones, "outside" as const])(
    "let %s in where the intents say so, in every language and family",
    (from) => {
      for (const [index, source] of addresses[from].entries()) {
        for (const { port, protocol } of intents) {
          const want = expected(from, port, protocol);
          const what = `${from} ${source} to ${protocol} ${port}`;
          expect([what, nftAllows(contentOf("host-guard.nft"), source, port, protocol)]).toEqual([
            what,
            want,
          ]);
          const file = index === 0 ? "host-guard.iptables" : "host-guard.ip6tables";
          expect([what, iptablesAllows(contentOf(file), source, port, protocol)]).toEqual([
            what,
            want,
          ]);
        }
      }
    },
  );

  test("touch no rules of others", () => {
    const all = ["host-guard.nft", "host-guard.iptables", "host-guard.ip6tables", "host-guard.sh"]
      .map(contentOf)
      .join("\n");
    expect(all).not.toMatch(
      /flush ruleset|-P (INPUT|FORWARD|OUTPUT)|hook forward|-F INPUT|-A FORWARD|:INPUT/,
    );
    expect(contentOf("host-guard.iptables")).toContain("established".toUpperCase());
  });

  test("drop the rest in IPv6 too where no network of it was given", () => {
    const { kit: four } = kitOf("istio-sidecar");
    const six = four.files.find(({ path }) => path.endsWith("ip6tables"))?.content ?? "";
    expect(six).toContain("-A MESH-PILOT -g MESH-PILOT-ENFORCE");
    expect(six).not.toContain("10.");
    const { names } = readNames({});
    expect(nftRules(names, loadKits().hosts.nodes.rules).join("\n")).toContain("set admins_v6");
  });
});

/* From here on with the real programs, in network namespaces of their own. */
const needed = ["nft", "iptables-restore", "ip6tables-restore", "ip", "ss", "nc", "unshare"];
const missing = needed.filter(
  (program) => spawnSync("bash", ["-c", `command -v ${program}`]).status !== 0,
);
const mayUnshare = missing.length === 0 && spawnSync("unshare", ["-n", "true"]).status === 0;
const why = mayUnshare
  ? ""
  : ` (skipped: ${missing.join(", ") || "the right to make network namespaces"} is missing)`;

/**
 * One host and one neighbour that takes the address of each zone in turn, joined by a cable. Prints “zone port open” or
 * “closed” for every probe; the host listens on all ports that the intents name.
 */
function probe(tool: "nft" | "iptables", mode: "watch" | "enforce"): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "kit-hosts-"));
  for (const { path, content } of kit.files.filter((file) => file.path.includes("host-guard"))) {
    writeFileSync(join(folder, path.split("/").at(-1) ?? ""), content);
  }
  const tcp = intents.filter(({ protocol }) => protocol === "tcp").map(({ port }) => port);
  const parties = Object.entries(addresses);
  const script = `
set -e
cd ${folder}
ip link set lo up
sleep 1000 & keep=$!
unshare -n sleep 1000 & peer=$!
sleep 0.3
trap 'kill $peer $keep $(jobs -p) 2>/dev/null' EXIT
ip link add cable0 type veth peer name cable1
ip link set cable1 netns $peer
in_peer() { nsenter -t $peer -n "$@"; }
ip addr add 198.51.100.1/24 dev cable0; ip -6 addr add 2001:db8:aaaa::1/64 dev cable0 nodad
ip link set cable0 up
in_peer ip link set lo up; in_peer ip link set cable1 up
${parties.map(([, [four, six]]) => `in_peer ip addr add ${four}/32 dev cable1; in_peer ip -6 addr add ${six}/128 dev cable1 nodad; ip route add ${four} dev cable0; ip -6 route add ${six} dev cable0`).join("\n")}
in_peer ip route add 198.51.100.0/24 dev cable1; in_peer ip -6 route add 2001:db8:aaaa::/64 dev cable1
# Somebody's own rules, which must be there in the end as they were.
printf 'table ip theirs { chain c { type filter hook input priority 5; policy accept; counter accept; }; }\\n' | nft -f -
iptables -N KUBE-THEIRS
for port in ${tcp.join(" ")}; do
  nc -4 -lk $port >/dev/null 2>&1 & nc -6 -lk $port >/dev/null 2>&1 &
done
${mode === "watch" ? `bash host-guard.sh watch ${tool} >/dev/null` : `MESH_PILOT_HOME=${folder} bash host-guard.sh load ${tool} >/dev/null`}
probes=""
# Not before everybody listens, however busy the machine is.
for _ in $(seq 200); do [ "$(ss -Hltn | wc -l)" -ge ${tcp.length * 2} ] && break; sleep 0.1; done
${parties
  .flatMap(([zone, [four, six]]) =>
    tcp.flatMap((port) => [
      `(in_peer nc -z -w3 -s ${four} 198.51.100.1 ${port} && echo "${zone} ${port} 4 open" || echo "${zone} ${port} 4 closed") & probes="$probes $!"`,
      `(in_peer nc -z -w3 -s ${six} 2001:db8:aaaa::1 ${port} && echo "${zone} ${port} 6 open" || echo "${zone} ${port} 6 closed") & probes="$probes $!"`,
    ]),
  )
  .join("\n")}
wait $probes
${tool === "nft" ? "nft list table inet mesh_pilot >/dev/null && echo loaded" : "iptables -S MESH-PILOT >/dev/null && echo loaded"}
MESH_PILOT_UNIT=${folder}/none bash host-guard.sh off ${tool} >/dev/null
nft list table inet mesh_pilot 2>/dev/null >/dev/null && echo left || true
iptables -S | grep -q MESH-PILOT && echo left || true
nft list table ip theirs >/dev/null && iptables -S KUBE-THEIRS >/dev/null && echo theirs
bash host-guard.sh off ${tool} >/dev/null && echo twice
`;
  const { stdout, stderr } = spawnSync("unshare", ["-n", "bash", "-c", script], {
    encoding: "utf8",
    timeout: 60_000,
  });
  rmSync(folder, { recursive: true });
  return new Map([
    ...stdout
      .trim()
      .split("\n")
      .map((line): [string, string] => [
        line.replace(/ (open|closed)$/, ""),
        line.split(" ").at(-1) ?? "",
      ]),
    ["stderr", stderr],
  ]);
}

describe.skipIf(!mayUnshare)(`the rules for hosts, in the kernel${why}`, () => {
  test.each(["nft", "iptables"] as const)(
    "%s lets in what the intents say, drops the rest, and goes without a trace",
    { timeout: 120_000 },
    (tool) => {
      const found = probe(tool, "enforce");
      const wrong = Object.keys(addresses).flatMap((zone) =>
        intents
          .filter(({ protocol }) => protocol === "tcp")
          .flatMap(({ port }) =>
            [4, 6].flatMap((family) => {
              const got = found.get(`${zone} ${port} ${family}`);
              const want = expected(zone as Zone, port, "tcp") ? "open" : "closed";
              return got === want
                ? []
                : [`${zone} ${port} IPv${family}: ${got}, should be ${want}`];
            }),
          ),
      );
      expect({ wrong: wrong.slice(0, 10), said: found.get("stderr") }).toEqual({
        wrong: [],
        said: found.get("stderr"),
      });
      for (const word of ["loaded", "theirs", "twice"])
        expect([word, found.has(word)]).toEqual([word, true]);
      expect(found.has("left")).toBe(false);
    },
  );

  test.each(["nft", "iptables"] as const)(
    "%s only watches at first",
    { timeout: 120_000 },
    (tool) => {
      const found = probe(tool, "watch");
      expect([
        found.get("outside 22 4"),
        found.get("outside 6443 6"),
        found.get("pods 2379 4"),
      ]).toEqual(["open", "open", "open"]);
    },
  );

  test.each(["nft", "iptables"] as const)(
    "%s goes back to what was kept before, whatever became of the shell that tried",
    { timeout: 120_000 },
    (tool) => {
      const folder = mkdtempSync(join(tmpdir(), "kit-back-"));
      for (const { path, content } of kit.files.filter((file) =>
        file.path.includes("host-guard"),
      )) {
        writeFileSync(join(folder, path.split("/").at(-1) ?? ""), content);
      }
      // What plans a job, as far as it counts: it writes down what to run, and somebody else runs it later.
      const script = `
set -e
mkdir ${folder}/bin
printf '#!/bin/sh\\ncat > ${folder}/job\\n' > ${folder}/bin/at; printf '#!/bin/sh\\n' > ${folder}/bin/systemctl
printf '#!/bin/bash\\nshift 5\\nprintf "%%q " "$@" > ${folder}/job\\n' > ${folder}/bin/systemd-run
chmod +x ${folder}/bin/*
export PATH=${folder}/bin:$PATH MESH_PILOT_HOME=${folder}/own MESH_PILOT_UNIT=${folder}/unit
ip link set lo up
has() { ${tool === "nft" ? "nft list table inet mesh_pilot" : "ip6tables -S MESH-PILOT"} 2>/dev/null | grep -q "$1" && echo "$2 yes" || echo "$2 no"; }
cd ${folder}
bash host-guard.sh try ${tool} >/dev/null
has 22 tried
sh job; has 22 back-to-nothing
bash host-guard.sh keep ${tool} >/dev/null
# A second version, which nobody keeps.
mkdir second; cp host-guard.* second/; sed -i 's/9100/9101/' second/host-guard.*
bash second/host-guard.sh try ${tool} >/dev/null
has 9101 second
MESH_PILOT_HOME=${folder}/own bash ${folder}/own/host-guard.sh load ${tool}; has 9101 restart-while-trying
bash second/host-guard.sh try ${tool} >/dev/null
sh job; has 9101 second-after; has 9100 first-after
cp unit unit.kept
bash host-guard.sh off ${tool} >/dev/null; has 22 off
`;
      const { stdout, stderr } = spawnSync("unshare", ["-n", "bash", "-c", script], {
        encoding: "utf8",
      });
      const unit = join(folder, "mesh-pilot-host-guard.service");
      if (existsSync(join(folder, "unit.kept"))) copyFileSync(join(folder, "unit.kept"), unit);
      const verified = spawnSync("systemd-analyze", ["verify", "--man=no", unit], {
        encoding: "utf8",
      });
      rmSync(folder, { recursive: true });
      expect([stdout.trim().split("\n"), stderr]).toEqual([
        [
          "tried yes",
          "back-to-nothing no",
          "second yes",
          "restart-while-trying no",
          "second-after no",
          "first-after yes",
          "off no",
        ],
        stderr,
      ]);
      // Where systemd is, it reads the unit, and finds no order that cannot be.
      if (verified.error === undefined) expect(verified.stderr).not.toMatch(/mesh-pilot|cycle/);
    },
  );
});
