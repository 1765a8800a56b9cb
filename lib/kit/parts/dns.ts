import type { IConfigMap } from "kubernetes-models/v1/ConfigMap";
import { type Context, ini, manifest } from "@/lib/kit/context";
import { emitCorefile } from "@/lib/kit/emit/corefile";
import type { KitFile } from "@/lib/kit/types";

const because = [{ layer: "A layer of every kit: DNS, which decides where every call goes" }];

const corefile = emitCorefile([
  {
    zones: [".:53"],
    plugins: [
      { name: "errors" },
      { name: "health", settings: [["lameduck", "5s"]] },
      { name: "ready" },
      { name: "bufsize", args: ["1232"] },
      {
        name: "kubernetes",
        args: ["cluster.local", "in-addr.arpa", "ip6.arpa"],
        settings: [
          ["pods", "disabled"],
          ["fallthrough", "in-addr.arpa", "ip6.arpa"],
          ["ttl", "30"],
        ],
      },
      { name: "prometheus", args: [":9153"] },
      {
        name: "forward",
        args: [".", "tls://9.9.9.9", "tls://149.112.112.112"],
        settings: [
          ["tls_servername", "dns.quad9.net"],
          ["health_check", "5s"],
          ["max_concurrent", "1000"],
        ],
      },
      { name: "cache", args: ["30"], settings: [["serve_stale", "1h"]] },
      { name: "loop" },
      { name: "reload" },
      { name: "loadbalance" },
    ],
  },
]);

/** CoreDNS asks a validating resolver over TLS. */
export function coreDnsFile(context: Context): KitFile {
  const map: IConfigMap = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "coredns", namespace: "kube-system" },
    data: { Corefile: corefile },
  };
  return manifest(
    context,
    {
      step: "dns",
      name: "coredns.yaml",
      purpose:
        "Sends names outside the cluster to a resolver that validates DNSSEC, over TLS and with the server's name checked; keeps answers small enough not to be fragmented.",
      because,
      writtenFor: "CoreDNS 1.14, Kubernetes 1.36",
      caution:
        "Replaces the whole Corefile: carry over stub zones and private resolvers you have, or internal names stop resolving. Managed clusters often want a ConfigMap coredns-custom instead. Put in your own validating resolver. The nodes must reach it on TCP 853. pods disabled ends names made of pod addresses.",
      apply: (path) => [
        // Without the version, or the server refuses to put it back once it has changed.
        "kubectl -n kube-system get configmap coredns -o yaml | sed '/^  resourceVersion:/d; /^  uid:/d' > coredns-before.yaml",
        `kubectl diff -f ${path}`,
        `kubectl apply -f ${path}`,
      ],
      verify: {
        what: "Names inside and outside resolve; a name with a broken signature does not.",
        commands: [
          `kubectl -n ${context.names.namespace} run dns --rm -i --restart=Never --image=busybox:1.37 -- nslookup kubernetes.default.svc.cluster.local`,
          `kubectl -n ${context.names.namespace} run dns --rm -i --restart=Never --image=busybox:1.37 -- nslookup dnssec-failed.org # must fail`,
        ],
      },
      undo: () => ["kubectl replace -f coredns-before.yaml"],
    },
    [map],
  );
}

/** systemd-resolved asks a validating resolver over TLS; with Consul, it learns where names under consul are answered. */
export function resolvedFile(context: Context, consul: boolean): KitFile {
  const target = "/etc/systemd/resolved.conf.d/50-kit.conf";
  return ini(
    context,
    {
      step: "dns",
      name: "50-kit.conf",
      purpose: consul
        ? "Sends names under consul to the local Consul agent. All others stay with the resolver of the network link, over TLS where it can."
        : "Sends names to a resolver that validates DNSSEC, over TLS and with the server's name checked.",
      because,
      writtenFor: consul ? "systemd 252 or newer, Consul 2.1" : "systemd 252 or newer",
      caution: consul
        ? "Answers under consul are not signed, so validation is left to the resolver of the link: let that one validate DNSSEC and refuse what fails."
        : "Names of private zones need their own drop-in, or they stop resolving. Put in your own validating resolver.",
      apply: (path) => [
        `install -D -m 0644 ${path} ${target}`,
        "systemctl restart systemd-resolved",
      ],
      verify: {
        what: "The machine resolves names, and over TLS where the resolver offers it.",
        commands: [
          "resolvectl query example.com",
          ...(consul ? ["resolvectl query consul.service.consul"] : []),
        ],
      },
      undo: () => [`rm ${target}`, "systemctl restart systemd-resolved"],
    },
    {
      Resolve: consul
        ? {
            DNS: "127.0.0.1:8600",
            Domains: "~consul",
            DNSOverTLS: "opportunistic",
            DNSSEC: "no",
          }
        : {
            DNS: ["9.9.9.9#dns.quad9.net", "149.112.112.112#dns.quad9.net"],
            Domains: "~.",
            DNSOverTLS: "yes",
            DNSSEC: "yes",
          },
    },
  );
}
