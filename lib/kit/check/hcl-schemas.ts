import { z } from "zod";
import { entryHead, entrySpecs } from "./consul-schemas";
import { duration, label, port, subdomain } from "./shapes";

/** Closed schemas of HCL files as their JSON form, in which a block is a list of bodies under its labels. */

const one = <T extends z.ZodType>(body: T) => z.tuple([body]);
const labelled = <T extends z.ZodType>(body: T) => z.record(z.string(), one(body));
const path = z.string().startsWith("/");
const reference = z.string().regex(/^\$\{[a-z_][a-z0-9_.]*\}$/, "is no reference");

const agent = z.strictObject({
  datacenter: label,
  data_dir: path,
  server: z.boolean(),
  bootstrap_expect: z
    .int()
    .refine((count) => count % 2 === 1, "servers vote: use an odd number")
    .optional(),
  license_path: path.optional(),
  retry_join: z.array(z.string()).min(1),
  client_addr: z.ipv4(),
  leave_on_terminate: z.boolean(),
  addresses: one(z.strictObject({ https: z.ipv4(), grpc_tls: z.ipv4() })).optional(),
  ports: one(
    z.union([
      z.strictObject({ https: port, grpc_tls: port, dns: port }),
      z.strictObject({ grpc: port, dns: port }),
    ]),
  ),
  tls: one(
    z.strictObject({
      defaults: one(
        z.strictObject({
          ca_file: path,
          cert_file: path.optional(),
          key_file: path.optional(),
          verify_incoming: z.literal(true),
          verify_outgoing: z.literal(true),
          tls_min_version: z.enum(["TLSv1_2", "TLSv1_3"]),
        }),
      ),
      internal_rpc: one(z.strictObject({ verify_server_hostname: z.literal(true) })),
      https: one(z.strictObject({ verify_incoming: z.boolean() })),
      grpc: one(z.strictObject({ verify_incoming: z.boolean() })),
    }),
  ),
  auto_encrypt: one(
    z.union([z.strictObject({ allow_tls: z.boolean() }), z.strictObject({ tls: z.boolean() })]),
  ),
  acl: one(
    z.strictObject({
      enabled: z.literal(true),
      default_policy: z.literal("deny"),
      enable_token_persistence: z.boolean(),
    }),
  ),
  connect: one(z.strictObject({ enabled: z.boolean() })).optional(),
  ui_config: one(z.strictObject({ enabled: z.boolean() })).optional(),
  telemetry: one(
    z.strictObject({ prometheus_retention_time: duration, disable_hostname: z.boolean() }),
  ),
});

const upstreams = one(z.strictObject({ destination_name: label, local_bind_port: port }));

const service = z.strictObject({
  service: one(
    z.strictObject({
      name: label,
      port,
      meta: z.record(label, z.string()),
      check: one(
        z.strictObject({
          id: label,
          http: z.url({ protocol: /^http$/ }),
          interval: duration,
          timeout: duration,
        }),
      ),
      connect: one(
        z.strictObject({
          sidecar_service: one(
            z.strictObject({ proxy: one(z.strictObject({ upstreams: upstreams.optional() })) }),
          ),
        }),
      ),
    }),
  ),
});

const job = z.strictObject({
  job: labelled(
    z.strictObject({
      datacenters: z.array(label).min(1),
      type: z.enum(["service", "batch", "system"]),
      group: labelled(
        z.strictObject({
          count: z.int().min(1),
          network: one(
            z.strictObject({
              mode: z.literal("bridge"),
              port: labelled(z.strictObject({ to: port })),
            }),
          ),
          service: one(
            z.strictObject({
              name: label,
              port: z.string().regex(/^\d+$/),
              meta: one(z.record(label, z.string())),
              check: one(
                z.strictObject({
                  type: z.enum(["http", "tcp", "grpc"]),
                  path,
                  interval: duration,
                  timeout: duration,
                  expose: z.literal(true),
                }),
              ),
              connect: one(
                z.strictObject({
                  sidecar_service: one(
                    z.strictObject({
                      proxy: one(
                        z.strictObject({
                          config: one(z.strictObject({ envoy_prometheus_bind_addr: z.string() })),
                          upstreams: upstreams.optional(),
                        }),
                      ),
                    }),
                  ),
                }),
              ),
            }),
          ),
          task: labelled(
            z.strictObject({
              driver: z.enum(["docker", "exec"]),
              config: one(z.strictObject({ image: z.string().includes(":") })),
              env: one(z.record(z.string(), z.string())).optional(),
              resources: one(z.strictObject({ cpu: z.int().min(1), memory: z.int().min(10) })),
            }),
          ),
        }),
      ),
    }),
  ),
});

const nomadIdentity = one(z.strictObject({ aud: z.array(z.string()).min(1), ttl: duration }));
const nomadConsul = z.strictObject({
  consul: one(
    z.strictObject({
      address: z.string(),
      grpc_address: z.string(),
      service_identity: nomadIdentity,
      task_identity: nomadIdentity,
    }),
  ),
});

const variables = labelled(z.strictObject({ type: reference }));
const meshTask = z.strictObject({
  source: z.literal("hashicorp/consul-ecs/aws//modules/mesh-task"),
  version: z.string(),
  family: label,
  port,
  cpu: z.int(),
  memory: z.int(),
  tls: z.literal(true),
  acls: z.literal(true),
  consul_server_hosts: reference,
  consul_ca_cert_arn: reference,
  enable_transparent_proxy: z.boolean(),
  upstreams: z.array(z.strictObject({ destinationName: label, localBindPort: port })).optional(),
  container_definitions: z
    .array(
      z.strictObject({
        name: label,
        image: z.string().includes(":"),
        essential: z.boolean(),
        portMappings: z.array(
          z.strictObject({ containerPort: port, hostPort: port, protocol: z.literal("tcp") }),
        ),
        environment: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
        healthCheck: z.strictObject({
          command: z.tuple([z.literal("CMD-SHELL"), z.string()]),
          interval: z.int().min(5).max(300),
          retries: z.int().min(1).max(10),
          timeout: z.int().min(2).max(60),
        }),
      }),
    )
    .length(1),
});
const controller = z.strictObject({
  source: z.literal("hashicorp/consul-ecs/aws//modules/controller"),
  version: z.string(),
  name_prefix: label,
  ecs_cluster_arn: reference,
  region: reference,
  subnets: reference,
  consul_server_hosts: reference,
  consul_bootstrap_token_secret_arn: reference,
  consul_ca_cert_arn: reference,
  tls: z.literal(true),
});
const tasks = z.strictObject({
  variable: variables,
  module: z.record(z.string(), one(z.union([meshTask, controller]))),
});

const ports = { ip_protocol: z.enum(["tcp", "udp"]), from_port: port, to_port: port };
const ruleSchema = z.strictObject({
  security_group_id: reference,
  referenced_security_group_id: reference.optional(),
  cidr_ipv4: z.cidrv4().optional(),
  ...ports,
});
const securityGroups = z.strictObject({
  variable: variables,
  resource: z.strictObject({
    aws_security_group: labelled(z.strictObject({ name: label, vpc_id: reference })),
    aws_vpc_security_group_ingress_rule: labelled(ruleSchema),
    aws_vpc_security_group_egress_rule: labelled(ruleSchema),
  }),
});

const plugin = (data: z.ZodRawShape) => z.strictObject({ plugin_data: z.strictObject(data) });
const spireServer = z.strictObject({
  server: one(
    z.strictObject({
      bind_address: z.ipv4(),
      bind_port: z.string().regex(/^\d+$/),
      trust_domain: subdomain,
      data_dir: path,
      log_level: z.enum(["INFO", "DEBUG", "WARN"]),
      ca_ttl: duration,
      default_x509_svid_ttl: duration,
    }),
  ),
  plugins: one(
    z.strictObject({
      DataStore: z.strictObject({
        sql: one(
          plugin({
            database_type: z.enum(["sqlite3", "postgres", "mysql"]),
            connection_string: z.string(),
          }),
        ),
      }),
      KeyManager: z.strictObject({ disk: one(plugin({ keys_path: path })) }),
      NodeAttestor: z.strictObject({ join_token: one(plugin({})) }),
    }),
  ),
});
const spireAgent = z.strictObject({
  agent: one(
    z.strictObject({
      data_dir: path,
      log_level: z.enum(["INFO", "DEBUG", "WARN"]),
      server_address: z.string(),
      server_port: z.string().regex(/^\d+$/),
      socket_path: path,
      trust_bundle_path: path,
      trust_domain: subdomain,
    }),
  ),
  plugins: one(
    z.strictObject({
      KeyManager: z.strictObject({ disk: one(plugin({ directory: path })) }),
      NodeAttestor: z.strictObject({ join_token: one(plugin({})) }),
      WorkloadAttestor: z.strictObject({ unix: one(plugin({})) }),
    }),
  ),
});
const spiffeHelper = z.strictObject({
  agent_address: path,
  cert_dir: path,
  svid_file_name: z.string(),
  svid_key_file_name: z.string(),
  svid_bundle_file_name: z.string(),
  pid_file_name: path,
  renew_signal: z.enum(["SIGHUP", "SIGUSR1", "SIGUSR2"]),
});

/** Turns the spelling of a configuration entry back into that of the specs. */
function fromEntry(value: unknown, keepKeys = false): unknown {
  if (Array.isArray(value)) return value.map((each) => fromEntry(each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const bare = keepKeys
        ? key
        : key.replace(/^(HTTP|JWT|TLS|URI)$/, (word) => word.toLowerCase());
      const name = keepKeys
        ? key
        : bare
            .replace(/^JSONWebKeySet$/, "jsonWebKeySet")
            .replace(/^TLSMinVersion$/, "tlsMinVersion")
            .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
      // Envoy's own settings and names of subsets are keys of the user's.
      return [name, fromEntry(each, ["subsets", "failover", "config"].includes(name))];
    }),
  );
}

/** A configuration entry, judged by its kind. */
const entry = entryHead.transform((value, context) => {
  const { Kind, Name, ...fields } = value;
  const result = entrySpecs[Kind]?.safeParse(fromEntry(fields));
  for (const issue of result?.error?.issues ?? []) {
    context.addIssue({ code: "custom", path: issue.path, message: issue.message });
  }
  return { kind: Kind, name: Name, spec: result?.data };
});

/** The schema of an HCL file, by its name and what it holds. */
export function hclSchemaFor(path: string, content: object): z.ZodType {
  const name = path.split("/").at(-1) ?? "";
  if ("Kind" in content) return entry;
  if (name.endsWith(".nomad.hcl")) return job;
  if (name === "nomad-consul.hcl") return nomadConsul;
  if (name === "tasks.tf") return tasks;
  if (name === "security-groups.tf") return securityGroups;
  if (name === "spire-server.conf") return spireServer;
  if (name === "spire-agent.conf") return spireAgent;
  if (name.endsWith("-spiffe-helper.conf")) return spiffeHelper;
  return "service" in content ? service : agent;
}
