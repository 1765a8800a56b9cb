import { present } from "@/lib/kit/asks";
import { type Context, type FileSpec, hcl, ini } from "@/lib/kit/context";
import { type HclBody, HclReference, type HclValue } from "@/lib/kit/emit/hcl";
import {
  type ConsulPlan,
  callerSource,
  consulPlan,
  jwtProvider,
  meshSpec,
  outsideName,
  proxyDefaults,
  resolver,
  router,
  routerAsks,
  serviceDefaults,
  serviceTokenProvider,
  splitter,
  tokenProvider,
} from "@/lib/kit/parts/consul-entries";
import { resolvedFile } from "@/lib/kit/parts/dns";
import { type HostRule, hostFirewallFiles } from "@/lib/kit/parts/host-firewall";
import { gatewayName } from "@/lib/kit/parts/public-gateway";
import { appPort, probePath } from "@/lib/kit/parts/workloads";
import type { Because, Draft, KitFile, Preparation } from "@/lib/kit/types";
import { consulReasons } from "./consul-reasons";

type Platform = "vm" | "nomad" | "ecs";

const identityLayer = { layer: "A layer of every kit: encryption and identity between workloads" };
const accessLayer = {
  layer: "A layer of every kit: mutual TLS says who calls, these rules say who may",
};
/** Where the caller finds the called service on its own machine. */
const upstreamPort = 9001;
const sidecarMetrics = 9102;

/** Configuration entries spell keys with a capital letter; some are acronyms. */
const acronyms: Readonly<Record<string, string>> = {
  http: "HTTP",
  jwt: "JWT",
  tls: "TLS",
  uri: "URI",
  jsonWebKeySet: "JSONWebKeySet",
  mutualTLSMode: "MutualTLSMode",
  tlsMinVersion: "TLSMinVersion",
};

/** Keys below these are names of the user, not fields. */
const maps = new Set(["subsets", "failover", "config"]);

function toEntry(value: unknown, keepKeys = false): HclValue {
  if (Array.isArray(value)) return value.map((each) => toEntry(each));
  if (typeof value !== "object" || value === null) return value as string | number | boolean;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      keepKeys ? key : (acronyms[key] ?? key.charAt(0).toUpperCase() + key.slice(1)),
      toEntry(each, maps.has(key)),
    ]),
  );
}

/** A configuration entry as a file for `consul config write`. */
function entry(
  context: Context,
  spec: Omit<FileSpec, "writtenFor">,
  plan: ConsulPlan,
  kind: string,
  name: string,
  body: object,
): KitFile {
  return hcl(
    context,
    {
      apply: (path) => [`consul config write ${path}`],
      undo: () => [`consul config delete -kind ${kind} -name '${name}'`],
      ...spec,
      writtenFor: plan.version,
    },
    { attributes: { Kind: kind, Name: name, ...(toEntry(body) as Record<string, HclValue>) } },
  );
}

function agentFile(context: Context, plan: ConsulPlan, server: boolean): KitFile {
  const certificates = server
    ? {
        cert_file: "/etc/consul.d/tls/server.pem",
        key_file: "/etc/consul.d/tls/server-key.pem",
      }
    : {};
  return hcl(
    context,
    {
      step: "install",
      name: server ? "server.hcl" : "client.hcl",
      purpose: server
        ? "Settings of the three servers: TLS everywhere, access control with deny as the default, service mesh on."
        : "Settings of the agent on every other machine, which gets its certificate from the servers.",
      because: [{ layer: "A part of every kit: the installation" }],
      writtenFor: plan.version,
      caution: `Put in the names of your servers. The gossip key is made by consul keygen and kept in a file of its own, /etc/consul.d/gossip.hcl, out of version control. On a Consul that runs already without access control, turn that on with default_policy allow first. The commands of this kit need a token in CONSUL_HTTP_TOKEN, at first that of consul acl bootstrap.${server ? "" : " Sidecars and commands reach the agent in plaintext, on the loopback address alone."}`,
      apply: (path) => [
        "install -d -m 0750 -o consul -g consul /etc/consul.d /etc/consul.d/tls",
        `install -m 0640 -o consul -g consul ${path} /etc/consul.d/agent.hcl`,
        "consul validate /etc/consul.d",
        "systemctl restart consul",
        ...(server
          ? ["consul acl bootstrap # once; keep the token in a vault"]
          : ['consul acl set-agent-token agent "$AGENT_TOKEN"']),
      ],
      verify: {
        what: "The agent is a member, over TLS.",
        commands: ["consul members", "consul operator raft list-peers"],
      },
      undo: () => ["systemctl stop consul", "rm /etc/consul.d/agent.hcl"],
    },
    {
      attributes: {
        datacenter: "east",
        data_dir: "/opt/consul",
        server,
        ...(server ? { bootstrap_expect: 3 } : {}),
        ...(server && plan.enterprise ? { license_path: "/etc/consul.d/consul.hclic" } : {}),
        retry_join: ["consul-1", "consul-2", "consul-3"],
        client_addr: "127.0.0.1",
        leave_on_terminate: !server,
      },
      blocks: [
        ...(server
          ? [
              {
                type: "addresses",
                body: { attributes: { https: "0.0.0.0", grpc_tls: "0.0.0.0" } },
              },
            ]
          : []),
        {
          type: "ports",
          body: {
            // An agent's own certificate comes from the mesh's authority, which nobody on the machine trusts by a
            // file: sidecars, Nomad and the command line reach it on the loopback address, without TLS.
            attributes: server
              ? { https: 8501, grpc_tls: 8503, dns: 8600 }
              : { grpc: 8502, dns: 8600 },
          },
        },
        {
          type: "tls",
          body: {
            blocks: [
              {
                type: "defaults",
                body: {
                  attributes: {
                    ca_file: "/etc/consul.d/tls/ca.pem",
                    ...certificates,
                    verify_incoming: true,
                    verify_outgoing: true,
                    tls_min_version: "TLSv1_2",
                  },
                },
              },
              {
                type: "internal_rpc",
                body: { attributes: { verify_server_hostname: true } },
              },
              // Envoy and the command line present a token, not a certificate.
              { type: "https", body: { attributes: { verify_incoming: false } } },
              { type: "grpc", body: { attributes: { verify_incoming: false } } },
            ],
          },
        },
        {
          type: "auto_encrypt",
          body: { attributes: server ? { allow_tls: true } : { tls: true } },
        },
        {
          type: "acl",
          body: {
            attributes: {
              enabled: true,
              default_policy: "deny",
              enable_token_persistence: true,
            },
          },
        },
        ...(server ? [{ type: "connect", body: { attributes: { enabled: true } } }] : []),
        ...(server ? [{ type: "ui_config", body: { attributes: { enabled: true } } }] : []),
        {
          type: "telemetry",
          body: { attributes: { prometheus_retention_time: "60s", disable_hostname: true } },
        },
      ],
    },
  );
}

function proxyBlock({ names }: Context, service: string): HclBody {
  return service === names.from
    ? {
        blocks: [
          {
            type: "upstreams",
            body: {
              attributes: { destination_name: names.to, local_bind_port: upstreamPort },
            },
          },
        ],
      }
    : {};
}

function machineServiceFile(
  context: Context,
  plan: ConsulPlan,
  service: string,
  where: Pick<FileSpec, "step" | "because">,
): KitFile {
  const calls = service === context.names.from;
  return hcl(
    context,
    {
      ...where,
      name: `${service}.hcl`,
      purpose: calls
        ? `Registers ${service} with a sidecar and gives it ${context.names.to} at 127.0.0.1:${upstreamPort}.`
        : `Registers ${service} with a sidecar and a health check.`,
      writtenFor: plan.version,
      caution: `Let ${service} listen on 127.0.0.1 only, or callers can go round the sidecar. The token needs service:write for ${service} and its sidecar.`,
      apply: (path) => [
        `install -m 0640 -o consul -g consul ${path} /etc/consul.d/${service}.hcl`,
        "consul reload",
        `systemctl enable --now consul-envoy@${service}`,
      ],
      verify: {
        what: "Service and sidecar pass their checks.",
        commands: ["consul catalog services", `systemctl status consul-envoy@${service}`],
      },
      undo: () => [
        `systemctl disable --now consul-envoy@${service}`,
        `rm /etc/consul.d/${service}.hcl`,
        "consul reload",
      ],
    },
    {
      blocks: [
        {
          type: "service",
          body: {
            attributes: {
              name: service,
              port: appPort,
              meta: { version: "stable" },
            },
            blocks: [
              {
                type: "check",
                body: {
                  attributes: {
                    id: `${service}-http`,
                    http: `http://127.0.0.1:${appPort}${probePath}`,
                    interval: "10s",
                    timeout: "2s",
                  },
                },
              },
              {
                type: "connect",
                body: {
                  blocks: [
                    {
                      type: "sidecar_service",
                      body: { blocks: [{ type: "proxy", body: proxyBlock(context, service) }] },
                    },
                  ],
                },
              },
            ],
          },
        },
      ],
    },
  );
}

function sidecarUnit(
  context: Context,
  plan: ConsulPlan,
  where: Pick<FileSpec, "step" | "because">,
): KitFile {
  return ini(
    context,
    {
      ...where,
      name: "consul-envoy@.service",
      purpose: "Runs the Envoy sidecar of a service under systemd.",
      writtenFor: `${plan.version}, systemd 252 or newer`,
      caution:
        "The token of the service stands in /etc/consul.d/envoy/NAME.env as CONSUL_HTTP_TOKEN, readable by root alone. Install an Envoy version that this Consul supports.",
      apply: (path) => [
        `install -m 0644 ${path} /etc/systemd/system/consul-envoy@.service`,
        "systemctl daemon-reload",
      ],
      verify: {
        what: "The unit is well formed.",
        commands: ["systemd-analyze verify /etc/systemd/system/consul-envoy@.service"],
      },
      undo: () => ["rm /etc/systemd/system/consul-envoy@.service", "systemctl daemon-reload"],
    },
    {
      Unit: {
        Description: "Envoy sidecar of %i",
        After: "network-online.target consul.service",
        Wants: "network-online.target",
      },
      Service: {
        User: "consul",
        EnvironmentFile: "/etc/consul.d/envoy/%i.env",
        ExecStart:
          "/usr/bin/consul connect envoy -sidecar-for %i -http-addr=127.0.0.1:8500 -grpc-addr=127.0.0.1:8502",
        Restart: "on-failure",
        RestartSec: "5",
        NoNewPrivileges: "yes",
        ProtectSystem: "strict",
        PrivateTmp: "yes",
        LimitNOFILE: "65536",
      },
      Install: { WantedBy: "multi-user.target" },
    },
  );
}

function nomadJob(
  context: Context,
  plan: ConsulPlan,
  service: string,
  where: Pick<FileSpec, "step" | "because">,
): KitFile {
  const calls = service === context.names.from;
  const { to } = context.names;
  return hcl(
    context,
    {
      ...where,
      name: `${service}.nomad.hcl`,
      purpose: calls
        ? `Runs ${service} with a sidecar and gives it ${to} at 127.0.0.1:${upstreamPort}.`
        : `Runs ${service} with a sidecar; its port is reached through the mesh only.`,
      writtenFor: `Nomad 1.10, ${plan.version}`,
      caution: "Put in your image. Nomad clients need the CNI plugins and a local Consul agent.",
      apply: (path) => [
        `nomad job validate ${path}`,
        `nomad job plan ${path} || test $? -eq 1`,
        `nomad job run ${path}`,
      ],
      verify: {
        what: "The allocation runs a task connect-proxy and both checks pass.",
        commands: [`nomad job status ${service}`],
      },
      undo: () => [`nomad job stop ${service}`],
    },
    {
      blocks: [
        {
          type: "job",
          labels: [service],
          body: {
            attributes: { datacenters: ["east"], type: "service" },
            blocks: [
              {
                type: "group",
                labels: [service],
                body: {
                  attributes: { count: 2 },
                  blocks: [
                    {
                      type: "network",
                      body: {
                        attributes: { mode: "bridge" },
                        blocks: [
                          {
                            type: "port",
                            labels: ["envoy_metrics"],
                            body: { attributes: { to: sidecarMetrics } },
                          },
                        ],
                      },
                    },
                    {
                      type: "service",
                      body: {
                        attributes: {
                          name: service,
                          port: String(appPort),
                        },
                        blocks: [
                          { type: "meta", body: { attributes: { version: "stable" } } },
                          {
                            type: "check",
                            body: {
                              attributes: {
                                type: "http",
                                path: probePath,
                                interval: "10s",
                                timeout: "2s",
                                expose: true,
                              },
                            },
                          },
                          {
                            type: "connect",
                            body: {
                              blocks: [
                                {
                                  type: "sidecar_service",
                                  body: {
                                    blocks: [
                                      {
                                        type: "proxy",
                                        body: {
                                          blocks: [
                                            {
                                              type: "config",
                                              body: {
                                                attributes: {
                                                  envoy_prometheus_bind_addr: `0.0.0.0:${sidecarMetrics}`,
                                                },
                                              },
                                            },
                                            ...(proxyBlock(context, service).blocks ?? []),
                                          ],
                                        },
                                      },
                                    ],
                                  },
                                },
                              ],
                            },
                          },
                        ],
                      },
                    },
                    {
                      type: "task",
                      labels: [service],
                      body: {
                        attributes: { driver: "docker" },
                        blocks: [
                          {
                            type: "config",
                            body: {
                              attributes: { image: `registry.example.com/${service}:1.0.0` },
                            },
                          },
                          ...(calls
                            ? [
                                {
                                  type: "env",
                                  body: {
                                    attributes: { UPSTREAM: `http://127.0.0.1:${upstreamPort}` },
                                  },
                                },
                              ]
                            : []),
                          { type: "resources", body: { attributes: { cpu: 200, memory: 128 } } },
                        ],
                      },
                    },
                  ],
                },
              },
            ],
          },
        },
      ],
    },
  );
}

function nomadAgentFile(context: Context, plan: ConsulPlan): KitFile {
  const audience = { aud: ["consul.io"], ttl: "1h" };
  return hcl(
    context,
    {
      step: "install",
      name: "nomad-consul.hcl",
      purpose:
        "Lets Nomad give every service and task a Consul token of its own, from its workload identity.",
      because: [{ layer: "A part of every kit: the installation" }, { question: "platform" }],
      writtenFor: `Nomad 1.10, ${plan.version}`,
      apply: (path) => [
        "nomad setup consul -y # once: the auth method and its policies in Consul",
        `install -m 0640 ${path} /etc/nomad.d/consul.hcl`,
        "systemctl restart nomad",
      ],
      verify: {
        what: "Nomad sees the local Consul agent.",
        commands: ["nomad node status -self | grep consul"],
      },
      undo: () => ["rm /etc/nomad.d/consul.hcl", "systemctl restart nomad"],
    },
    {
      blocks: [
        {
          type: "consul",
          body: {
            attributes: { address: "127.0.0.1:8500", grpc_address: "127.0.0.1:8502" },
            blocks: [
              { type: "service_identity", body: { attributes: audience } },
              { type: "task_identity", body: { attributes: audience } },
            ],
          },
        },
      ],
    },
  );
}

function ecsFile(
  context: Context,
  plan: ConsulPlan,
  where: Pick<FileSpec, "step" | "because">,
): KitFile {
  const { names } = context;
  const variable = (name: string, type: string) => ({
    type: "variable",
    labels: [name],
    body: { attributes: { type: new HclReference(type) } },
  });
  const task = (service: string) => ({
    type: "module",
    labels: [service],
    body: {
      attributes: {
        source: "hashicorp/consul-ecs/aws//modules/mesh-task",
        version: "0.9.4",
        family: service,
        port: appPort,
        cpu: 512,
        memory: 1024,
        tls: true,
        acls: true,
        consul_server_hosts: new HclReference("var.consul_server_hosts"),
        consul_ca_cert_arn: new HclReference("var.consul_ca_cert_arn"),
        enable_transparent_proxy: false,
        ...(service === names.from
          ? { upstreams: [{ destinationName: names.to, localBindPort: upstreamPort }] }
          : {}),
        container_definitions: [
          {
            name: service,
            image: `registry.example.com/${service}:1.0.0`,
            essential: true,
            portMappings: [{ containerPort: appPort, hostPort: appPort, protocol: "tcp" }],
            ...(service === names.from
              ? { environment: [{ name: "UPSTREAM", value: `http://127.0.0.1:${upstreamPort}` }] }
              : {}),
            healthCheck: {
              command: ["CMD-SHELL", `wget -qO- http://127.0.0.1:${appPort}${probePath}`],
              interval: 10,
              retries: 3,
              timeout: 5,
            },
          },
        ],
      },
    },
  });
  return hcl(
    context,
    {
      ...where,
      name: "tasks.tf",
      purpose: `Task definitions of ${names.from} and ${names.to} with sidecars, and the controller that gives tasks their tokens.`,
      writtenFor: `terraform-aws-consul-ecs 0.9.4, ${plan.version}`,
      caution: `Fargate has no transparent proxy, so ${names.from} calls ${names.to} at 127.0.0.1:${upstreamPort}. The ECS services that run these tasks stay yours. Keep the application port out of every security group: only the sidecar's port 20000 is for others.`,
      apply: () => ["terraform init", "terraform plan -out=kit.plan", "terraform apply kit.plan"],
      verify: {
        what: "Tasks register and pass.",
        commands: [
          "consul catalog services",
          `aws ecs describe-tasks --cluster "$CLUSTER" --tasks "$TASK"`,
        ],
      },
      // By name: the rest of the folder's state may hold more than this kit.
      undo: () => [
        `terraform destroy ${["consul_controller", names.from, names.to].map((name) => `-target=module.${name}`).join(" ")}`,
      ],
    },
    {
      blocks: [
        variable("consul_server_hosts", "string"),
        variable("consul_ca_cert_arn", "string"),
        variable("consul_bootstrap_token_arn", "string"),
        variable("ecs_cluster_arn", "string"),
        variable("region", "string"),
        variable("subnets", "any"),
        {
          type: "module",
          labels: ["consul_controller"],
          body: {
            attributes: {
              source: "hashicorp/consul-ecs/aws//modules/controller",
              version: "0.9.4",
              name_prefix: "pilot",
              ecs_cluster_arn: new HclReference("var.ecs_cluster_arn"),
              region: new HclReference("var.region"),
              subnets: new HclReference("var.subnets"),
              consul_server_hosts: new HclReference("var.consul_server_hosts"),
              consul_bootstrap_token_secret_arn: new HclReference("var.consul_bootstrap_token_arn"),
              consul_ca_cert_arn: new HclReference("var.consul_ca_cert_arn"),
              tls: true,
            },
          },
        },
        task(names.from),
        task(names.to),
      ],
    },
  );
}

function securityGroupFile(context: Context): KitFile {
  const group = (name: string) => ({
    type: "resource",
    labels: ["aws_security_group", name],
    body: {
      attributes: {
        name: `pilot-${name.replaceAll("_", "-")}`,
        vpc_id: new HclReference("var.vpc_id"),
      },
    },
  });
  const ingress = (
    name: string,
    to: string,
    port: readonly [number, number],
    protocol = "tcp",
  ) => ({
    type: "resource",
    labels: ["aws_vpc_security_group_ingress_rule", name],
    body: {
      attributes: {
        security_group_id: new HclReference(`aws_security_group.${to}.id`),
        referenced_security_group_id: new HclReference("aws_security_group.tasks.id"),
        ip_protocol: protocol,
        from_port: port[0],
        to_port: port[1],
      },
    },
  });
  return hcl(
    context,
    {
      step: "network",
      name: "security-groups.tf",
      purpose:
        "Lets tasks reach each other on the sidecars' port and the servers on theirs, and nothing else in.",
      because: [{ layer: "A layer of every kit: network policy" }],
      writtenFor: "Terraform AWS provider 6, Consul 2.1",
      caution:
        "A security group without egress rules made by Terraform lets nothing out: the rule for HTTPS keeps image pulls and cloud services working. Add what else the tasks call.",
      apply: () => ["terraform plan -out=kit.plan", "terraform apply kit.plan"],
      verify: {
        what: "Calls between tasks work, the application port does not answer.",
        commands: ["consul catalog services"],
      },
      undo: () => ["terraform destroy -target=aws_security_group.tasks"],
    },
    {
      blocks: [
        {
          type: "variable",
          labels: ["vpc_id"],
          body: { attributes: { type: new HclReference("string") } },
        },
        group("tasks"),
        group("consul_servers"),
        ingress("sidecars", "tasks", [20000, 20000]),
        ingress("server_https", "consul_servers", [8501, 8501]),
        ingress("server_grpc", "consul_servers", [8503, 8503]),
        {
          type: "resource",
          labels: ["aws_vpc_security_group_egress_rule", "tasks_to_mesh"],
          body: {
            attributes: {
              security_group_id: new HclReference("aws_security_group.tasks.id"),
              referenced_security_group_id: new HclReference("aws_security_group.tasks.id"),
              ip_protocol: "tcp",
              from_port: 20000,
              to_port: 20000,
            },
          },
        },
        {
          type: "resource",
          labels: ["aws_vpc_security_group_egress_rule", "tasks_to_servers"],
          body: {
            attributes: {
              security_group_id: new HclReference("aws_security_group.tasks.id"),
              referenced_security_group_id: new HclReference(
                "aws_security_group.consul_servers.id",
              ),
              ip_protocol: "tcp",
              from_port: 8501,
              to_port: 8503,
            },
          },
        },
        {
          type: "resource",
          labels: ["aws_vpc_security_group_egress_rule", "tasks_https"],
          body: {
            attributes: {
              security_group_id: new HclReference("aws_security_group.tasks.id"),
              cidr_ipv4: "0.0.0.0/0",
              ip_protocol: "tcp",
              from_port: 443,
              to_port: 443,
            },
          },
        },
      ],
    },
  );
}

function entryFiles(context: Context, plan: ConsulPlan): KitFile[] {
  const { names, asks } = context;
  const write = (spec: Parameters<typeof entry>[1], kind: string, name: string, body: object) =>
    entry(context, spec, plan, kind, name, body);
  const checkAllowed = {
    what: "The allowed call answers, any other is refused.",
    commands: [
      `consul intention check ${names.from} ${names.to}`,
      `consul intention check other ${names.to} # Denied`,
    ],
  };
  const services = [names.from, names.to];
  const routed = routerAsks(plan);
  const limits = present(plan.breaking, plan.localRates);
  return [
    write(
      {
        step: "observe",
        name: "proxy-defaults.hcl",
        purpose: "Turns on access logs and metrics of all sidecars.",
        because: [
          {
            layer: "A part of every kit: strict modes are turned on by what metrics and logs show",
          },
          ...asks.any("telemetry", "golden", "logs"),
        ],
        verify: {
          what: "A sidecar answers with metrics.",
          commands: [
            `curl -s localhost:${sidecarMetrics}/metrics | grep envoy_http_downstream_rq_total`,
          ],
        },
      },
      "proxy-defaults",
      "global",
      {
        ...proxyDefaults(context, undefined),
        config: { envoy_prometheus_bind_addr: `0.0.0.0:${sidecarMetrics}` },
      },
    ),
    ...services.map((service) =>
      write(
        {
          step: "permissive",
          name: `${service}-defaults.hcl`,
          purpose: `Declares that ${service} speaks HTTP${limits.length > 0 ? ", with the limits asked for" : ""}.`,
          because: [
            { layer: "A part of every kit: rules on requests need the protocol declared" },
            ...limits,
          ],
          verify: {
            what: "The entry is stored.",
            commands: [`consul config read -kind service-defaults -name ${service}`],
          },
        },
        "service-defaults",
        service,
        serviceDefaults(context, plan, service, undefined),
      ),
    ),
    write(
      {
        step: "permissive",
        name: "intentions-wildcard.hcl",
        purpose: "Allows every call in the mesh while services move in.",
        because: [accessLayer],
        caution:
          "Leave it out where Consul already serves others. Sidecars accept mutual TLS only, from their first start: what is not in the mesh keeps calling the application's own port until that listens on 127.0.0.1.",
        verify: {
          what: "Any call is allowed.",
          commands: [`consul intention check other ${names.to} # Allowed`],
        },
      },
      "service-intentions",
      "*",
      { sources: [{ name: "*", action: "allow" }] },
    ),
    ...(plan.canary
      ? [
          write(
            {
              step: "traffic",
              name: "resolver.hcl",
              purpose: `Tells the stable and the new version of ${names.to} apart by their meta field version.`,
              because: [plan.canary],
              verify: {
                what: "The entry is stored.",
                commands: [`consul config read -kind service-resolver -name ${names.to}`],
              },
            },
            "service-resolver",
            names.to,
            resolver(),
          ),
          write(
            {
              step: "traffic",
              name: "splitter.hcl",
              purpose: `Sends ten of a hundred calls to the new version of ${names.to}.`,
              because: [plan.canary],
              caution: "After resolver.hcl.",
              verify: {
                what: "The entry is stored.",
                commands: [`consul config read -kind service-splitter -name ${names.to}`],
              },
            },
            "service-splitter",
            names.to,
            splitter(),
          ),
        ]
      : []),
    ...(routed.length > 0
      ? [
          write(
            {
              step: "traffic",
              name: "router.hcl",
              purpose: `Sets the retries, timeouts and routes asked for on calls to ${names.to}.`,
              because: routed,
              caution:
                "After the resolver, if there is one. Without a timeout of its own a route ends requests after 15 seconds.",
              verify: {
                what: "The entry is stored.",
                commands: [`consul config read -kind service-router -name ${names.to}`],
              },
            },
            "service-router",
            names.to,
            router(context, plan),
          ),
        ]
      : []),
    write(
      {
        step: "strict",
        name: "mesh.hcl",
        purpose: "Forbids permissive mutual TLS in the whole mesh and sets the lowest TLS version.",
        because: [
          identityLayer,
          ...present(asks.of("mtls"), asks.of("strict"), asks.of("identities", "workload")),
        ],
        caution:
          "Sidecars refuse plaintext by themselves; this makes sure that nobody turns it off. The way round them, the application's own port, is closed by listening on 127.0.0.1.",
        verify: {
          what: "From another machine the application's port is closed.",
          commands: [`nc -zv -w 3 "$MACHINE" ${appPort} # must fail`],
        },
      },
      "mesh",
      "mesh",
      meshSpec(plan, "strict"),
    ),
    ...(plan.jwt
      ? [
          write(
            {
              step: "authorize",
              name: "a-tokens.hcl",
              purpose: `Knows the issuer of end-user tokens for ${names.to}.`,
              because: [plan.jwt],
              verify: {
                what: "The entry is stored.",
                commands: [`consul config read -kind jwt-provider -name ${serviceTokenProvider}`],
              },
            },
            "jwt-provider",
            serviceTokenProvider,
            jwtProvider(context, names.to),
          ),
        ]
      : []),
    write(
      {
        step: "authorize",
        name: `b-${names.to}.hcl`,
        purpose: `Allows ${names.from} to call ${names.to}${plan.rules ? " with GET and POST under /api/" : ""}${plan.jwt ? " with a valid end-user token" : ""}.`,
        because: [accessLayer, ...asks.any("policy", "l4", "l7", "deny"), ...present(plan.jwt)],
        verify: checkAllowed,
      },
      "service-intentions",
      names.to,
      {
        ...(plan.jwt ? { jwt: { providers: [{ name: serviceTokenProvider }] } } : {}),
        sources: [callerSource(context, plan)],
      },
    ),
    write(
      {
        step: "authorize",
        name: "c-default-deny.hcl",
        purpose:
          "Denies every call in the mesh that no intention allows. Replaces the wildcard that allowed all.",
        because: [accessLayer, ...asks.any("policy", "deny")],
        caution: "After the intentions that allow. It holds for the whole mesh.",
        verify: checkAllowed,
        undo: () => ["consul config write 04-permissive/intentions-wildcard.hcl"],
      },
      "service-intentions",
      "*",
      { sources: [{ name: "*", action: "deny" }] },
    ),
    write(
      {
        step: "gateway",
        name: "a-tokens.hcl",
        purpose: `Knows the issuer of end-user tokens for ${names.host}.`,
        because: [
          { layer: "A layer of every kit: authentication of users at the gateway" },
          ...present(plan.jwt),
        ],
        verify: {
          what: "The entry is stored.",
          commands: [`consul config read -kind jwt-provider -name ${tokenProvider}`],
        },
      },
      "jwt-provider",
      tokenProvider,
      jwtProvider(context, names.host),
    ),
    write(
      {
        step: "gateway",
        name: "b-certificate.hcl",
        purpose: `Where the gateway's machine keeps the certificate of ${names.host}.`,
        because: [{ layer: "A layer of every kit: authentication of users at the gateway" }],
        verify: {
          what: "The entry is stored.",
          commands: ["consul config read -kind file-system-certificate -name public-tls"],
        },
      },
      "file-system-certificate",
      "public-tls",
      {
        certificate: "/etc/consul.d/tls/public.pem",
        privateKey: "/etc/consul.d/tls/public-key.pem",
      },
    ),
    write(
      {
        step: "gateway",
        name: "c-gateway.hcl",
        purpose: `Opens port 8443 for ${names.host} over TLS.`,
        because: [
          { layer: "A layer of every kit: authentication of users at the gateway" },
          ...present(asks.of("routing", "ingress")),
        ],
        caution: `The command consul connect envoy -gateway api -register -service ${gatewayName} starts the gateway.`,
        verify: {
          what: "The listener has no conflict.",
          commands: [`consul config read -kind api-gateway -name ${gatewayName}`],
        },
      },
      "api-gateway",
      gatewayName,
      {
        listeners: [
          {
            name: "https",
            port: 8443,
            protocol: "http",
            hostname: names.host,
            tls: { certificates: [{ kind: "file-system-certificate", name: "public-tls" }] },
          },
        ],
      },
    ),
    write(
      {
        step: "gateway",
        name: "d-route.hcl",
        purpose: `Sends ${names.host} to ${names.from}.`,
        because: [{ layer: "A layer of every kit: authentication of users at the gateway" }],
        verify: {
          what: "The route is bound.",
          commands: [`consul config read -kind http-route -name ${names.from}`],
        },
      },
      "http-route",
      names.from,
      {
        hostnames: [names.host],
        parents: [{ kind: "api-gateway", name: gatewayName }],
        rules: [{ services: [{ name: names.from }] }],
      },
    ),
    write(
      {
        step: "gateway",
        name: "e-intention.hcl",
        purpose: `Lets ${names.from} accept from the gateway only requests with a valid token of ${names.issuer}.`,
        because: [
          { layer: "A layer of every kit: authentication of users at the gateway" },
          ...present(plan.jwt),
        ],
        caution:
          "Login pages and public paths need a permission of their own, or nobody can sign in.",
        verify: {
          what: "Without a token the call is refused, with one it answers.",
          commands: [
            `curl -s -o /dev/null -w '%{http_code}\\n' https://${names.host}:8443/ # 401 or 403`,
            `curl -s -o /dev/null -w '%{http_code}\\n' -H "Authorization: Bearer $TOKEN" https://${names.host}:8443/ # 200`,
          ],
        },
      },
      "service-intentions",
      names.from,
      {
        jwt: { providers: [{ name: tokenProvider }] },
        sources: [{ name: gatewayName, action: "allow" }],
      },
    ),
    ...(plan.egress
      ? [
          write(
            {
              step: "egress",
              name: "a-outside.hcl",
              purpose: `Makes ${names.external} a destination of the mesh.`,
              because: [plan.egress],
              caution:
                "Destinations are reached by transparent proxy; where tasks cannot have that, register the host as a service and call it as an upstream.",
              verify: {
                what: "The entry is stored.",
                commands: [`consul config read -kind service-defaults -name ${outsideName}`],
              },
            },
            "service-defaults",
            outsideName,
            { protocol: "tcp", destination: { addresses: [names.external], port: 443 } },
          ),
          write(
            {
              step: "egress",
              name: "b-terminating-gateway.hcl",
              purpose: `Lets the terminating gateway carry calls to ${names.external}.`,
              because: [plan.egress],
              caution:
                "Start it with: consul connect envoy -gateway terminating -register -service terminating-gateway. Its token needs service:write for the outside name.",
              verify: {
                what: "The entry is stored.",
                commands: [
                  "consul config read -kind terminating-gateway -name terminating-gateway",
                ],
              },
            },
            "terminating-gateway",
            "terminating-gateway",
            { services: [{ name: outsideName }] },
          ),
          write(
            {
              step: "egress",
              name: "c-intention.hcl",
              purpose: `Lets ${names.from}, and nobody else, call ${names.external}.`,
              because: [plan.egress],
              verify: {
                what: "One caller is allowed.",
                commands: [`consul intention check ${names.from} ${outsideName}`],
              },
            },
            "service-intentions",
            outsideName,
            { sources: [{ name: names.from, action: "allow" }] },
          ),
          write(
            {
              step: "egress",
              name: "d-mesh.hcl",
              purpose:
                "Closes every destination that the mesh does not know. Replaces the mesh entry of the strict step.",
              because: [plan.egress],
              caution:
                "It holds where transparent proxy redirects traffic, in the whole mesh; elsewhere the host firewall or security group is the boundary.",
              verify: {
                what: "Another host does not answer.",
                commands: [
                  "wget -qO- -T 5 https://example.org/ # must fail, run beside the service",
                ],
              },
              undo: () => ["consul config write 06-strict/mesh.hcl"],
            },
            "mesh",
            "mesh",
            meshSpec(plan, "closed"),
          ),
        ]
      : []),
    ...(plan.clusters.length > 0
      ? [
          write(
            {
              step: "clusters",
              name: "exported-services.hcl",
              purpose: `Exports ${names.to} to the peer west.`,
              because: plan.clusters,
              caution:
                "Both sites run a mesh gateway: consul connect envoy -gateway mesh -register -expose-servers. Then, here: consul peering generate-token -name west. There: consul peering establish -name east -peering-token TOKEN. The token is a credential.",
              verify: { what: "The peering is active.", commands: ["consul peering list"] },
            },
            "exported-services",
            "default",
            { services: [{ name: names.to, consumers: [{ peer: "west" }] }] },
          ),
        ]
      : []),
  ];
}

const consulHostRules: readonly HostRule[] = [
  { what: "Consul RPC", from: ["nodes"], protocol: "tcp", ports: [8300] },
  { what: "Consul gossip, TCP", from: ["nodes"], protocol: "tcp", ports: [8301, 8302] },
  { what: "Consul gossip, UDP", from: ["nodes"], protocol: "udp", ports: [8301, 8302] },
  {
    what: "Consul HTTPS and gRPC",
    from: ["nodes", "admins"],
    protocol: "tcp",
    ports: [8501, 8503],
  },
  { what: "sidecars", from: ["nodes"], protocol: "tcp", ports: [[21000, 21255]] },
  { what: "sidecar metrics", from: ["nodes"], protocol: "tcp", ports: [sidecarMetrics] },
  { what: "gateways", protocol: "tcp", ports: [8443] },
];

const nomadHostRules: readonly HostRule[] = [
  { what: "Nomad HTTP and RPC", from: ["nodes", "admins"], protocol: "tcp", ports: [[4646, 4648]] },
  { what: "Nomad gossip, UDP", from: ["nodes"], protocol: "udp", ports: [4648] },
  {
    what: "dynamic ports of allocations",
    from: ["nodes"],
    protocol: "tcp",
    ports: [[20000, 32000]],
  },
];

const preparation = (plan: ConsulPlan): Preparation => ({
  what: `${plan.version} on three servers and an agent on every machine, with an authority of its own and a gossip key.`,
  commands: [
    "consul tls ca create -days=1825",
    "consul tls cert create -server -dc=east # once for each server; to /etc/consul.d/tls as ca.pem, server.pem, server-key.pem",
    `printf 'encrypt = "%s"\\n' "$(consul keygen)" > gossip.hcl # to /etc/consul.d on every machine`,
  ],
  undo: [
    "systemctl disable --now consul # on every machine, servers last",
    "rm -r /etc/consul.d /opt/consul",
  ],
});

/** Machines and schedulers that join a Consul which runs on Kubernetes. */
export function machineFiles(context: Context, plan: ConsulPlan): KitFile[] {
  const { asks, names } = context;
  const machines = asks.any("also", "vm", "windows");
  const schedulers = asks.any("also", "orchestrators");
  const ecs = schedulers.length > 0 && asks.of("stack", "aws") !== undefined;
  const step = "machines" as const;
  return [
    ...(machines.length > 0 || (schedulers.length > 0 && !ecs)
      ? [
          machineServiceFile(context, plan, names.to, {
            step,
            because: [...machines, ...schedulers],
          }),
          sidecarUnit(context, plan, { step, because: [...machines, ...schedulers] }),
        ]
      : []),
    ...(schedulers.length > 0
      ? [
          ecs
            ? ecsFile(context, plan, { step, because: schedulers })
            : nomadJob(context, plan, names.to, { step, because: schedulers }),
        ]
      : []),
  ];
}

/** The kit of Consul on machines, Nomad or Amazon ECS. */
export function draftConsulMachines(context: Context, platform: Platform): Draft {
  const plan = consulPlan(context);
  const { names } = context;
  const step = "enrol" as const;
  const because: readonly Because[] = [
    { layer: "A part of every kit: services join with a sidecar and a name" },
    { question: "platform" },
    ...context.asks.any("also", platform === "vm" ? "vm" : "orchestrators"),
  ];
  const services = [names.to, names.from];
  const enrol =
    platform === "nomad"
      ? services.map((service) => nomadJob(context, plan, service, { step, because }))
      : platform === "ecs"
        ? [ecsFile(context, plan, { step, because })]
        : [
            sidecarUnit(context, plan, { step, because }),
            ...services.map((service) =>
              machineServiceFile(context, plan, service, { step, because }),
            ),
          ];
  return {
    files: [
      agentFile(context, plan, true),
      ...(platform === "ecs" ? [] : [agentFile(context, plan, false)]),
      ...(platform === "nomad" ? [nomadAgentFile(context, plan)] : []),
      ...enrol,
      ...entryFiles(context, plan),
      ...(platform === "ecs" ? [securityGroupFile(context)] : []),
      ...(platform === "ecs" ? [] : [resolvedFile(context, true)]),
      ...hostFirewallFiles(context, {
        where: "machines",
        rules: [...consulHostRules, ...(platform === "nomad" ? nomadHostRules : [])],
        caution:
          platform === "ecs"
            ? "For the machines of the Consul servers; tasks are guarded by their security groups."
            : platform === "nomad"
              ? "Ports of allocations in bridge mode are forwarded, like those of pods, and not filtered here."
              : `The application's own port ${appPort} is closed: it is reached through the sidecar.`,
      }),
    ],
    preparations: [preparation(plan)],
    reasons: consulReasons,
    notes: [
      ...(platform === "ecs"
        ? [
            "DNS hardening on ECS is the Route 53 Resolver's: turn on DNSSEC validation and DNS Firewall for the VPC.",
          ]
        : []),
      "There is no network policy outside Kubernetes: the host firewall, or the security group, takes its place.",
    ],
  };
}
