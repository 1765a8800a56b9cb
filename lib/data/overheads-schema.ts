import { z } from "zod";

const id = z.string().regex(/^[a-z0-9.]+(-[a-z0-9.]+)*$/, "use lower-case words joined by hyphens");
const prose = z
  .string()
  .min(3)
  .max(420)
  .refine((text) => text.trim() === text, "remove the space at the start or end");
const quantity = z.number().min(0);
const confidence = z.enum(["high", "medium", "low"]);

const described = {
  label: z.string().min(3).max(90),
  unit: z.string().min(2).max(90),
  confidence,
  /** Ids of measurements. */
  sources: z.array(id),
  note: prose.optional(),
};

/** A measured unit cost: lowest benchmark, typical, highest benchmark. */
const parameterSchema = z
  .strictObject({ ...described, low: quantity, typical: quantity, high: quantity })
  .refine(
    ({ low, typical, high }) => low <= typical && typical <= high,
    "low ≤ typical ≤ high must hold",
  );

/** Nothing typical was measured: a ceiling, or a vendor's advice. `refused` says why. */
const boundsSchema = z
  .strictObject({ ...described, low: quantity, high: quantity, refused: id })
  .refine(({ low, high }) => low <= high, "low ≤ high must hold");

const refusedSchema = z.strictObject({ refused: id });
const measuredOrRefused = z.union([parameterSchema, refusedSchema]);
const anyParameter = z.union([parameterSchema, boundsSchema, refusedSchema]);

const dataPlaneSchema = z.discriminatedUnion("kind", [
  /** A proxy beside each pod. */
  z.strictObject({
    kind: z.literal("sidecar"),
    memory: parameterSchema,
    cpuIdle: parameterSchema,
    cpuAt1000: parameterSchema,
    /** CPU grows with the request rate to this power. */
    exponent: z.number().min(0.5).max(1),
  }),
  /** A ztunnel and a CNI agent on each node; waypoints for layer 7. */
  z.strictObject({
    kind: z.literal("ambient"),
    ztunnelMemory: parameterSchema,
    cniMemory: parameterSchema,
    ztunnelCpuIdle: parameterSchema,
    ztunnelCpu: parameterSchema,
    ztunnelCpuNewConnections: parameterSchema,
    waypointMemory: parameterSchema,
    waypointCpuIdle: parameterSchema,
    waypointCpu: parameterSchema,
  }),
  /** The CNI's agent on each node, with or without an Envoy for layer 7. */
  z.strictObject({
    kind: z.literal("node-agent"),
    agentMemory: parameterSchema,
    agentMemoryGrowth: parameterSchema,
    /** The node’s Envoy, for variants that take calls through it. */
    envoyMemory: parameterSchema.optional(),
    envoyCpu: parameterSchema.optional(),
    agentCpu: parameterSchema,
    /** The refusal that names what the CPU figure leaves out. */
    uncounted: id,
  }),
  /** No proxy: the work is inside the services. */
  z.strictObject({
    kind: z.literal("library"),
    memory: parameterSchema,
    cpu: refusedSchema,
    uncounted: id,
  }),
]);

const latencySchema = z.strictObject({
  p50: parameterSchema,
  p99: measuredOrRefused,
  /** Where the share of layer-7 calls changes it. */
  layer7: z.strictObject({ p50: parameterSchema, p99: measuredOrRefused }).optional(),
  /** The refusal that names what these figures leave out or assume. */
  uncounted: id.optional(),
});

const controlPlaneSchema = z.union([
  z.strictObject({
    name: z.string().min(3).max(60),
    /** Per cluster, unless the reader says otherwise. */
    replicas: z.int().min(1).max(9),
    memoryBase: anyParameter,
    memoryGrowth: anyParameter,
    cpuBase: anyParameter,
    cpuRollout: anyParameter,
  }),
  refusedSchema,
]);

const reservationSchema = z.strictObject({
  label: z.string().min(3).max(60),
  plane: z.enum(["data", "control"]),
  per: z.enum(["pod", "node", "waypoint", "replica", "cluster"]),
  /** What the chart asks for as it comes, or what is advised for production. */
  basis: z.enum(["default", "advised"]),
  /** mCPU and MiB. */
  cpu: quantity,
  memory: quantity,
});

const profileSchema = z.strictObject({
  id,
  /** Variants of the matrix that cost this. */
  variants: z.array(id).min(1),
  name: z.string().min(3).max(40),
  dataPlane: dataPlaneSchema,
  latency: latencySchema,
  controlPlane: controlPlaneSchema,
  reservations: z.array(reservationSchema),
});

/** What one profile took of another inside the same benchmark: below 1 it took less. */
const ratioSchema = z.strictObject({
  output: z.enum(["cpu", "memory", "p50"]),
  of: id,
  to: id,
  /** Holds only when no call, or every call, goes through a waypoint. */
  layer7: z.enum(["none", "all"]).optional(),
  values: z
    .array(
      z
        .strictObject({ source: id, low: z.number(), high: z.number(), doubt: prose.optional() })
        .refine(({ low, high }) => low <= high, "low ≤ high must hold"),
    )
    .min(1),
});

const refusalSchema = z.strictObject({
  id,
  of: z.enum(["cpu", "latency", "control", "page"]),
  title: z.string().min(3).max(90),
  text: prose,
});

const measurementSchema = z.strictObject({
  id,
  title: z.string().min(3).max(160),
  url: z.url({ protocol: /^https$/ }),
  date: z.string().min(4).max(60),
  publisher: z.string().min(3).max(90),
  /** vendor: sells one of the compared; project: measures itself; users: reports of failures; neutral: no stake seen. */
  stake: z.enum(["vendor", "project", "users", "neutral"]),
  payer: prose,
  /** How much of it could be read. */
  access: prose,
  versions: z.string().min(3).max(320),
  environment: z.string().min(3).max(320),
  load: z.string().min(3).max(320),
  role: z.enum(["derivation", "held-out", "reservation", "warning", "context"]),
  quality: z.string().min(3).max(90),
  results: z.array(
    z.strictObject({
      what: z.string().min(3).max(140),
      value: z.string().min(1).max(220),
      note: prose.optional(),
    }),
  ),
  supports: z.string().min(3).max(500),
  cannotSupport: z.string().min(3).max(500),
});

const proxyGroup = z.strictObject({ count: z.int().min(1), rate: quantity });
const checkSchema = z.strictObject({
  family: z.enum(["cpu", "memory", "latency", "control plane"]),
  source: id,
  profile: id,
  output: z.enum(["cpu", "memory", "p50", "p99", "control-memory"]),
  quantity: z.string().min(3).max(120),
  unit: z.enum(["mCPU", "MB", "MiB", "ms"]),
  measured: z.number(),
  /** The published set-up in the model's own inputs. */
  setup: z.strictObject({
    proxies: z.array(proxyGroup).optional(),
    nodes: quantity.optional(),
    calls: quantity.optional(),
    layer7: z.number().min(0).max(1).optional(),
    part: z.enum(["ztunnel"]).optional(),
    hops: quantity.optional(),
    replicas: z.int().optional(),
    pods: quantity.optional(),
  }),
  /** What the first fit, made without this measurement, said. */
  firstFit: z.strictObject({ low: quantity, typical: quantity, high: quantity }),
  note: prose.optional(),
});

const count = z.int().min(0);
const defaultsSchema = z.strictObject({
  /** Used when nothing is known of the services. */
  reference: z.strictObject({
    pods: count,
    nodes: count,
    clusters: count,
    rps: count,
    calls: count,
    hops: count,
    because: prose,
  }),
  question: z.strictObject({ services: id, clusters: id, platform: id }),
  services: z.array(
    z.strictObject({
      value: id,
      pods: count,
      nodes: count,
      rps: count,
      calls: count,
      hops: count,
      because: prose,
    }),
  ),
  clusters: z.array(
    z.strictObject({
      value: id,
      clusters: count,
      perCluster: z.strictObject({ pods: count, nodes: count, rps: count }).optional(),
      because: prose,
    }),
  ),
  nodesPerCluster: count,
  platforms: z.array(z.strictObject({ value: id, text: prose })),
  layer7: z.strictObject({
    byImportance: z.strictObject({
      no: count,
      nice: count,
      important: count,
      must: count,
      unsure: count,
    }),
    unanswered: count,
    because: prose,
  }),
  waypoints: z.strictObject({ callsPerReplica: count, perCluster: count, because: prose }),
});

/** The whole of data/overheads.json: what was measured, the sizing model made of it, and how well it predicts. */
export const overheadsSchema = z
  .strictObject({
    asOf: z.iso.date(),
    newest: prose,
    method: z.string().min(10).max(600),
    validity: z.strictObject({
      /** Largest data plane measured; beyond, cost per proxy is taken to stay the same. */
      pods: count,
      nodes: count,
      /** Requests a second through one proxy. */
      rate: z.strictObject({ low: quantity, high: quantity }),
      podsPerControlPlane: count,
    }),
    profiles: z.array(profileSchema).min(1),
    ratios: z.array(ratioSchema),
    refusals: z.array(refusalSchema),
    defaults: defaultsSchema,
    measurements: z.array(measurementSchema).min(1),
    rejected: z.array(z.strictObject({ title: prose, why: prose })),
    crosscheck: z.array(checkSchema).min(1),
  })
  .superRefine((overheads, ctx) => {
    for (const message of findBrokenReferences(overheads))
      ctx.addIssue({ code: "custom", message });
  });

/** Names every id that leads nowhere. */
function findBrokenReferences(overheads: {
  profiles: readonly z.infer<typeof profileSchema>[];
  ratios: readonly z.infer<typeof ratioSchema>[];
  refusals: readonly { id: string }[];
  measurements: readonly { id: string }[];
  crosscheck: readonly { source: string; profile: string }[];
}): string[] {
  const known = {
    source: new Set(overheads.measurements.map((each) => each.id)),
    refusal: new Set(overheads.refusals.map((each) => each.id)),
    profile: new Set(overheads.profiles.map((each) => each.id)),
  };
  const broken = new Set<string>();
  const need = (kind: keyof typeof known, name: string, where: string) => {
    if (!known[kind].has(name)) broken.add(`${where}: there is no ${kind} "${name}"`);
  };
  function visit(value: unknown, where: string) {
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === "sources" && Array.isArray(part)) {
        for (const source of part) need("source", String(source), where);
      } else if ((key === "refused" || key === "uncounted") && typeof part === "string") {
        need("refusal", part, where);
      } else visit(part, `${where}.${key}`);
    }
  }
  for (const profile of overheads.profiles) visit(profile, profile.id);
  for (const ratio of overheads.ratios) {
    need("profile", ratio.of, "ratios");
    need("profile", ratio.to, "ratios");
    for (const { source } of ratio.values) need("source", source, "ratios");
  }
  for (const check of overheads.crosscheck) {
    need("source", check.source, "crosscheck");
    need("profile", check.profile, "crosscheck");
  }
  for (const [kind, list] of [
    ["measurement", overheads.measurements],
    ["refusal", overheads.refusals],
    ["profile", overheads.profiles],
  ] as const) {
    const ids = list.map((each) => each.id);
    for (const twice of ids.filter((each, index) => ids.indexOf(each) !== index)) {
      broken.add(`there are two of the ${kind} "${twice}"`);
    }
  }
  return [...broken];
}
