import { present } from "@/lib/kit/asks";
import { type Context, hcl, manifest, text } from "@/lib/kit/context";
import { clientLibraryFiles } from "@/lib/kit/parts/client-libraries";
import { coreDnsFile, resolvedFile } from "@/lib/kit/parts/dns";
import {
  envoyGatewayFile,
  envoyGatewayNamespace,
  envoyGatewayPreparation,
} from "@/lib/kit/parts/envoy-gateway";
import { hostFirewallFiles } from "@/lib/kit/parts/host-firewall";
import { networkPolicyFile } from "@/lib/kit/parts/network";
import { collectorFile } from "@/lib/kit/parts/telemetry-collector";
import { certificateFiles, certificatePreparation } from "@/lib/kit/parts/workload-certificates";
import {
  appPort,
  metricsPort,
  monitoringNamespace,
  namespaceOf,
  probePath,
  serviceAccountOf,
  serviceOf,
} from "@/lib/kit/parts/workloads";
import type { Because, Draft, KitFile } from "@/lib/kit/types";

const version = "Kubernetes 1.36";

const identityLayer = { layer: "A layer of every kit: encryption and identity between workloads" };

function enrolFile(context: Context): KitFile {
  const { names } = context;
  return manifest(
    context,
    {
      step: "enrol",
      name: "workloads.yaml",
      purpose: `Gives ${names.from} and ${names.to} a namespace, a service account each, and Services.`,
      because: [{ layer: "A part of every kit: identities come from service accounts" }],
      writtenFor: version,
      caution: `Leave out Services that you have. Set serviceAccountName in both Deployments.`,
      verify: {
        what: "Both accounts exist.",
        commands: [`kubectl -n ${names.namespace} get serviceaccounts,services`],
      },
      // Accounts and Services do nothing by themselves, and pods that run under the accounts need them.
      undo: () => [],
    },
    [
      namespaceOf(names, {}),
      serviceAccountOf(names, names.from),
      serviceAccountOf(names, names.to),
      serviceOf(names, names.from, { app: names.from }),
      serviceOf(names, names.to, { app: names.to }),
    ],
  );
}

/** Checks from outside that plaintext is refused: without a mesh nothing else can. */
function plaintextCheck(context: Context): KitFile {
  const { names, asks } = context;
  const target = `${names.to}.${names.namespace}:${appPort}`;
  return text(
    context,
    {
      step: "strict",
      name: "refuses-plaintext.sh",
      purpose: `Proves that ${names.to} refuses plaintext and refuses TLS without a client certificate. Run it in the delivery pipeline, for every service.`,
      because: [identityLayer, ...present(asks.of("mtls"), asks.of("strict"))],
      writtenFor: "curl 8, OpenSSL 3",
      caution:
        "Strictness lives in each service: set its server to require client certificates (grpc-java: ClientAuth.REQUIRE; Go: tls.RequireAndVerifyClientCert; Spring Boot: server.ssl.client-auth=need).",
      apply: (path) => [`bash ${path} ${target}`],
      verify: { what: "The script ends with 0.", commands: ["echo $?"] },
      undo: () => [],
    },
    "shell",
    [
      "set -uo pipefail",
      'target="$1"',
      `if curl -fsS -m 3 -o /dev/null "http://$target${probePath}"; then`,
      '  echo "$target answers in plaintext" >&2; exit 1',
      "fi",
      `if curl -fksS -m 3 -o /dev/null "https://$target${probePath}"; then`,
      '  echo "$target accepts callers without a certificate" >&2; exit 1',
      "fi",
      'echo "$target refuses both"',
    ],
  );
}

function machineIdentityFiles(
  context: Context,
  step: "install" | "machines",
  because: readonly Because[],
): KitFile[] {
  const { names } = context;
  const writtenFor = "SPIRE 1.15, spiffe-helper 0.10";
  const server = hcl(
    context,
    {
      step,
      name: "spire-server.conf",
      purpose:
        "Settings of the SPIRE server, which attests machines and issues identities of one hour.",
      because,
      writtenFor,
      caution:
        "The attestor join_token is for the pilot: use the attestor of your cloud or X.509 for production. Back up the database and the keys.",
      apply: (path) => [
        `install -m 0640 ${path} /etc/spire/server.conf`,
        "systemctl restart spire-server",
      ],
      verify: { what: "The server is healthy.", commands: ["spire-server healthcheck"] },
      undo: () => ["systemctl disable --now spire-server"],
    },
    {
      blocks: [
        {
          type: "server",
          body: {
            attributes: {
              bind_address: "0.0.0.0",
              bind_port: "8081",
              trust_domain: names.trustDomain,
              data_dir: "/var/lib/spire/server",
              log_level: "INFO",
              ca_ttl: "168h",
              default_x509_svid_ttl: "1h",
            },
          },
        },
        {
          type: "plugins",
          body: {
            blocks: [
              {
                type: "DataStore",
                labels: ["sql"],
                body: {
                  attributes: {
                    plugin_data: {
                      database_type: "sqlite3",
                      connection_string: "/var/lib/spire/server/datastore.sqlite3",
                    },
                  },
                },
              },
              {
                type: "KeyManager",
                labels: ["disk"],
                body: {
                  attributes: { plugin_data: { keys_path: "/var/lib/spire/server/keys.json" } },
                },
              },
              {
                type: "NodeAttestor",
                labels: ["join_token"],
                body: { attributes: { plugin_data: {} } },
              },
            ],
          },
        },
      ],
    },
  );
  const agent = hcl(
    context,
    {
      step,
      name: "spire-agent.conf",
      purpose: "Settings of the SPIRE agent on each machine, which attests the processes there.",
      because,
      writtenFor,
      caution:
        "Replace spire-server by its address. Copy the server's bundle to every machine first.",
      apply: (path) => [
        `install -m 0640 ${path} /etc/spire/agent.conf`,
        "systemctl restart spire-agent",
      ],
      verify: { what: "The agent is healthy.", commands: ["spire-agent healthcheck"] },
      undo: () => ["systemctl disable --now spire-agent"],
    },
    {
      blocks: [
        {
          type: "agent",
          body: {
            attributes: {
              data_dir: "/var/lib/spire/agent",
              log_level: "INFO",
              server_address: "spire-server",
              server_port: "8081",
              socket_path: "/run/spire/agent.sock",
              trust_bundle_path: "/etc/spire/bundle.pem",
              trust_domain: names.trustDomain,
            },
          },
        },
        {
          type: "plugins",
          body: {
            blocks: [
              {
                type: "KeyManager",
                labels: ["disk"],
                body: { attributes: { plugin_data: { directory: "/var/lib/spire/agent" } } },
              },
              {
                type: "NodeAttestor",
                labels: ["join_token"],
                body: { attributes: { plugin_data: {} } },
              },
              {
                type: "WorkloadAttestor",
                labels: ["unix"],
                body: { attributes: { plugin_data: {} } },
              },
            ],
          },
        },
      ],
    },
  );
  const helper = (app: string) =>
    hcl(
      context,
      {
        step: step === "install" ? "enrol" : step,
        name: `${app}-spiffe-helper.conf`,
        purpose: `Keeps the certificate of ${app} on disk and tells the service when it is new.`,
        because,
        writtenFor,
        caution:
          "The service must load the files anew on SIGHUP, and run as the user in the entry.",
        apply: (path) => [
          `install -m 0640 ${path} /etc/spire/${app}-helper.conf`,
          `systemctl restart spiffe-helper@${app}`,
        ],
        verify: {
          what: "The certificate names the service.",
          commands: [`openssl x509 -in /run/${app}/svid.pem -noout -ext subjectAltName`],
        },
        undo: () => [`systemctl disable --now spiffe-helper@${app}`],
      },
      {
        attributes: {
          agent_address: "/run/spire/agent.sock",
          cert_dir: `/run/${app}`,
          svid_file_name: "svid.pem",
          svid_key_file_name: "key.pem",
          svid_bundle_file_name: "bundle.pem",
          pid_file_name: `/run/${app}/${app}.pid`,
          renew_signal: "SIGHUP",
        },
      },
    );
  const entries = text(
    context,
    {
      step: step === "install" ? "enrol" : step,
      name: "entries.sh",
      purpose: `Registers ${names.from} and ${names.to} by the user they run as.`,
      because,
      writtenFor,
      apply: (path) => [
        `AGENT=spiffe://${names.trustDomain}/spire/agent/join_token/ID bash ${path}`,
      ],
      verify: { what: "Two entries are shown.", commands: ["spire-server entry show"] },
      undo: () => ["spire-server entry show # then: spire-server entry delete -entryID ID"],
    },
    "shell",
    [
      "set -euo pipefail",
      'test -n "$AGENT" || { echo "set AGENT to the identity of the machine (spire-server agent list)" >&2; exit 1; }',
      ...[names.from, names.to].map(
        (app) =>
          `spire-server entry create -parentID "$AGENT" -spiffeID spiffe://${names.trustDomain}/${app} -selector unix:user:${app}`,
      ),
    ],
  );
  return [server, agent, ...[names.from, names.to].map(helper), entries];
}

const reasons: Readonly<Record<string, string>> = {
  "policy.l7":
    "Rules on methods and paths are code in each service without a mesh: a middleware, an interceptor or an embedded policy engine.",
  "policy.dry-run": "Network policies have no dry run: watch flow logs first.",
  "routing.canary":
    "Shares of traffic between services need a proxy; without one a canary is a share of the replicas (Argo Rollouts, or two Deployments behind one Service).",
  "routing.headers":
    "Routing by header between services needs a proxy; the gateway can do it for what comes from outside.",
  "routing.mirror": "Mirroring needs a proxy; the gateway can do it for what comes from outside.",
  "routing.faults": "Faults are injected by test libraries or a chaos tool, not by this kit.",
  "routing.gateway-api":
    "The Gateway API serves the gateway of this kit; between services nothing steers without a proxy.",
  "routing.ingress": "The gateway that you have stays; this kit has none outside Kubernetes.",
  "requests.jwt":
    "Tokens are checked by the gateway that you have and by the services: issuer, audience and expiry.",
  "requests.egress":
    "Outside Kubernetes an outside host is allowed by a forward proxy or the rules of your network.",
  "policy.l4":
    "The called service compares the name in the caller's certificate with its list: a line of code or a setting in each.",
  "policy.deny":
    "A service that requires certificates refuses all whose name is not on its list: a setting in each.",
  "identities.own-ca":
    "The certificates here come from SPIRE, which is put under your authority by its upstream authority plugin.",
  "identities.rotation":
    "SPIRE renews certificates every hour and lets old and new roots overlap by itself.",
  "multicluster.failover":
    "Without a mesh a call fails over by DNS or by a load balancer in front of both clusters.",
  "multicluster.independent":
    "Nothing here is shared between clusters but the trust domain: each has its own SPIRE server, federated.",
  "multicluster.calls":
    "Identities of other sites are trusted by federating their SPIRE servers: a pair of commands, not a file.",
  "also.vm": "The kit is for machines already.",
  "also.orchestrators":
    "SPIRE attests workloads of other schedulers by plugins of their own: add one for each.",
  "cryptography.everything":
    "Libraries encrypt what they send and nothing else: use the CNI's encryption.",
};

function draftKubernetes(context: Context): Draft {
  const { asks } = context;
  const egress = asks.of("requests", "egress");
  const beyond = asks.any("also", "vm", "orchestrators");
  return {
    files: [
      ...certificateFiles(context),
      enrolFile(context),
      collectorFile(context, true),
      ...clientLibraryFiles(context, true),
      plaintextCheck(context),
      envoyGatewayFile(context, undefined),
      networkPolicyFile(
        context,
        {
          service: [appPort],
          scrape: [metricsPort],
          controlPlane: [{ namespace: monitoringNamespace, ports: [4317, 4318] }],
          gatewayNamespace: envoyGatewayNamespace,
          writtenFor: version,
          explain: "metrics and spans",
          ...(egress ? { egress: "internet" as const } : {}),
        },
        [...present(egress), ...asks.any("policy", "l4", "deny")],
      ),
      coreDnsFile(context),
      ...hostFirewallFiles(context, { where: "nodes" }),
      ...(beyond.length > 0 ? machineIdentityFiles(context, "machines", beyond) : []),
    ],
    preparations: [certificatePreparation(context), envoyGatewayPreparation],
    reasons,
    notes: [
      "Without a mesh the services do the work: mutual TLS, retries and checks of callers are settings and code in each of them. The kit brings certificates, settings and the layers around.",
      ...(egress
        ? [
            "Network policy cannot match host names: it opens HTTPS to the internet for the caller only. For control by name add a forward proxy.",
          ]
        : []),
    ],
  };
}

function draftMachines(context: Context): Draft {
  const because: readonly Because[] = [
    identityLayer,
    { question: "platform" },
    ...present(context.asks.of("mtls"), context.asks.of("strict")),
    ...context.asks.any("identities", "workload", "rotation"),
  ];
  return {
    files: [
      ...machineIdentityFiles(context, "install", because),
      collectorFile(context, false),
      ...clientLibraryFiles(context, false),
      plaintextCheck(context),
      resolvedFile(context, false),
      ...hostFirewallFiles(context, {
        where: "machines",
        rules: [
          {
            what: "the services, with mutual TLS",
            from: ["nodes"],
            protocol: "tcp",
            ports: [appPort],
          },
          { what: "SPIRE server", from: ["nodes"], protocol: "tcp", ports: [8081] },
          {
            what: "spans and their metrics",
            from: ["nodes"],
            protocol: "tcp",
            ports: [[4317, 4318], 8889],
          },
        ],
        caution:
          "One caller and one service are told apart by certificates, not by these rules, unless each has a network of its own.",
      }),
    ],
    preparations: [
      {
        what: "SPIRE 1.15 from its release archive: the server on one machine, an agent on every machine.",
        commands: [
          "install -m 0755 spire-1.15.3/bin/spire-server /usr/local/bin/",
          "install -m 0755 spire-1.15.3/bin/spire-agent /usr/local/bin/",
        ],
        undo: ["rm /usr/local/bin/spire-server /usr/local/bin/spire-agent"],
      },
    ],
    reasons,
    notes: [
      "Without Kubernetes there is no network policy and no Gateway API: the host firewall takes the place of the first, and the gateway that you have must check tokens (issuer, audience, expiry).",
      ...(context.asks.choice("platform") === "ecs"
        ? [
            "On Fargate no agent can run on the host: run SPIRE's agent as a sidecar, or use certificates of AWS Private CA. Security groups take the place of the host firewall.",
          ]
        : []),
    ],
  };
}

/** The kit of no mesh with building blocks: certificates, libraries, gateway, network policy. */
export function draftLibraries(context: Context): Draft {
  const platform = context.asks.choice("platform");
  return platform === "vm" || platform === "nomad" || platform === "ecs"
    ? draftMachines(context)
    : draftKubernetes(context);
}
