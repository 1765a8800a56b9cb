import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createSocket, type Socket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { kitsFrom } from "@/lib/kit/kits.fixtures";
import { objectsOf } from "@/lib/kit/render";
import { matrix } from "@/lib/site/data";

const { kitOf } = kitsFrom(matrix);
const named = { resolver: "192.0.2.53", "resolver-name": "dns.example.com" };
const file = kitOf("istio-sidecar", {}, named).kit.files.find(({ path }) =>
  path.includes("coredns"),
);
const [map] = objectsOf(file?.content ?? "");
const corefile = String((map?.data as Record<string, string> | undefined)?.Corefile);

/** The blocks of a Corefile by their zones. */
function blocks(text: string): Map<string, string> {
  return new Map(
    text.split(/^}$/m).flatMap((part): [string, string][] => {
      const match = part.replace(/^\s*#.*$/gm, "").match(/^\s*([^{]+) \{\n([\s\S]*)$/);
      return match ? [[match[1]?.trim() ?? "", match[2] ?? ""]] : [];
    }),
  );
}

describe("the Corefile", () => {
  test("gives old answers for outside names only", () => {
    const all = blocks(corefile);
    expect([...all.keys()]).toEqual(["cluster.local:53 in-addr.arpa:53 ip6.arpa:53", ".:53"]);
    const inside = [...all].filter(([zones]) => zones.includes("cluster.local"));
    for (const [, body] of inside) expect(body).not.toContain("serve_stale");
    expect(all.get(".:53")).toContain("serve_stale 1h");
    expect(all.get(".:53")).not.toContain("kubernetes");
  });

  test("asks the reader's own resolver over TLS, by name", () => {
    expect(corefile).not.toMatch(/9\.9\.9\.9|1\.1\.1\.1|8\.8\.8\.8/);
    for (const [, body] of blocks(corefile)) {
      expect(body).toMatch(
        /forward \. tls:\/\/192\.0\.2\.53 \{\s+tls_servername dns\.example\.com/,
      );
    }
  });
});

const program = process.env.COREDNS ?? "coredns";
const isHere = spawnSync(program, ["-version"]).status === 0;

/** Answers every question for an address with one that lives a second. */
function upstream(): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.on("message", (query, { port, address }) => {
    const end = query.indexOf(0, 12) + 5;
    const header = Buffer.from(query.subarray(0, 12));
    header.writeUInt16BE(0x8180, 2);
    header.writeUInt16BE(1, 6);
    header.writeUInt16BE(0, 8);
    header.writeUInt16BE(0, 10);
    const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 192, 0, 2, 99]);
    socket.send(Buffer.concat([header, query.subarray(12, end), answer]), port, address);
  });
  return new Promise((resolve) => socket.bind(0, "127.0.0.1", () => resolve(socket)));
}

async function untilAnswered(resolver: Resolver, name: string): Promise<string[]> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      return await resolver.resolve4(name);
    } catch {
      await setTimeout(200);
    }
  }
  return [];
}

test.skipIf(!isHere)(
  `a real CoreDNS goes on answering for outside names, and not for names of the cluster${isHere ? "" : " (skipped: coredns is not here; COREDNS may name it)"}`,
  { timeout: 60_000 },
  async () => {
    const socket = await upstream();
    const from = `127.0.0.1:${socket.address().port}`;
    const port = 20_000 + (process.pid % 20_000);
    // No cluster and no TLS here: both sources are the server above, and nothing else is changed.
    const text = corefile
      .replaceAll(":53", `:${port}`)
      .replace(/^ {4}kubernetes [\s\S]*?^ {4}\}$/m, "")
      .replace(
        /^ {4}forward \. tls:[\s\S]*?^ {4}\}$/gm,
        `    forward . ${from} {\n        max_fails 0\n    }`,
      )
      .replace(/^ {4}(health \{[\s\S]*?^ {4}\}|ready|prometheus.*|loop|reload)$/gm, "")
      .replace("errors", "bind 127.0.0.1\n    errors")
      .replace(/(\.:\d+ \{\n)/, "$1    bind 127.0.0.1\n");
    const folder = mkdtempSync(join(tmpdir(), "kit-coredns-"));
    writeFileSync(join(folder, "Corefile"), text);
    const server: ChildProcess = spawn(program, ["-conf", join(folder, "Corefile")], {
      stdio: "ignore",
    });
    try {
      const resolver = new Resolver({ timeout: 3000, tries: 1 });
      resolver.setServers([`127.0.0.1:${port}`]);
      expect(await untilAnswered(resolver, "api.example.com")).toEqual(["192.0.2.99"]);
      expect(await untilAnswered(resolver, "orders.shop.svc.cluster.local")).toEqual([
        "192.0.2.99",
      ]);
      socket.close();
      // The cache keeps answers for five seconds at least, whatever their own time says.
      await setTimeout(7000);
      expect(await resolver.resolve4("api.example.com")).toEqual(["192.0.2.99"]);
      await expect(resolver.resolve4("orders.shop.svc.cluster.local")).rejects.toThrow();
    } finally {
      server.kill();
      rmSync(folder, { recursive: true });
    }
  },
);
