import { shorten } from "@/lib/answers/cut-text";
import { numbered } from "@/lib/text/words";
import { internalCalls, type Load } from "./load";

/** What the reader says, as written in the address of the page. */
export interface CostInputs {
  readonly pods: number;
  readonly nodes: number;
  readonly clusters: number;
  /** Requests per second from outside. */
  readonly rps: number;
  /** Further calls that each of them causes. */
  readonly calls: number;
  readonly hops: number;
  /** Per cent of calls that need layer 7. */
  readonly l7: number;
  /** Waypoint replicas; as many as the load needs when left out. */
  readonly waypoints?: number | undefined;
  /** Control-plane replicas in a cluster; the profile's own when left out. */
  readonly replicas?: number | undefined;
  readonly conns: "kept" | "new";
  /** Price of a vCPU and of a GiB for a month, in any currency. */
  readonly vcpu?: number | undefined;
  readonly gib?: number | undefined;
}

export type NumberFieldId = Exclude<keyof CostInputs, "conns">;

export interface NumberField {
  readonly id: NumberFieldId;
  readonly label: string;
  readonly help: string;
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly whole: boolean;
  /** May be left empty. */
  readonly optional?: true;
  /** Shown after the number. */
  readonly unit?: string;
}

export const numberFields: readonly NumberField[] = [
  {
    id: "pods",
    label: "Pods in the mesh",
    help: "All clusters together.",
    min: 1,
    max: 100_000,
    whole: true,
  },
  {
    id: "nodes",
    label: "Nodes",
    help: "Those that run these pods, all clusters together.",
    min: 1,
    max: 20_000,
    whole: true,
  },
  {
    id: "clusters",
    label: "Clusters",
    help: "Each has a control plane of its own.",
    min: 1,
    max: 1000,
    whole: true,
  },
  {
    id: "rps",
    label: "Requests from outside",
    help: "At peak, all clusters together.",
    min: 0,
    max: 1_000_000,
    whole: false,
    unit: "a second",
  },
  {
    id: "calls",
    label: "Further calls for each request",
    help: "Calls between services that one request sets off, besides the first.",
    min: 0,
    max: 500,
    whole: false,
  },
  {
    id: "hops",
    label: "Depth of calls",
    help: "Calls one after another on the slowest path; calls in parallel count once.",
    min: 1,
    max: 50,
    whole: true,
  },
  {
    id: "l7",
    label: "Calls that need layer 7",
    help: "HTTP routing, retries or rules by method. In ambient mode they pass a waypoint.",
    min: 0,
    max: 100,
    whole: false,
    unit: "%",
  },
  {
    id: "waypoints",
    label: "Waypoint replicas",
    help: "Ambient mode only. Empty: as many as the load needs.",
    min: 1,
    max: 20_000,
    whole: true,
    optional: true,
  },
  {
    id: "replicas",
    label: "Control-plane replicas in a cluster",
    help: "Empty: two for Istio, three for Linkerd and Consul.",
    min: 1,
    max: 9,
    whole: true,
    optional: true,
  },
  {
    id: "vcpu",
    label: "Price of a vCPU",
    help: "For a month, in your currency.",
    min: 0,
    max: 10_000,
    whole: false,
    optional: true,
  },
  {
    id: "gib",
    label: "Price of a GiB of memory",
    help: "For a month, in your currency.",
    min: 0,
    max: 10_000,
    whole: false,
    optional: true,
  },
];

export function fieldOf(id: NumberFieldId): NumberField {
  const field = numberFields.find((each) => each.id === id);
  if (!field) throw new RangeError(`no field "${id}"`);
  return field;
}

/** A value that could not be used. What was typed stays in the form; the figures use another value meanwhile. */
export interface InputProblem {
  readonly field: keyof CostInputs;
  readonly typed: string;
  /** A sentence that names the field and its range. */
  readonly text: string;
}

/** What stands in the fields: the reader's own words, right or wrong. */
export type TypedInputs = Readonly<Partial<Record<keyof CostInputs, string>>>;

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });

/** “a whole number from 1 to 100,000”. */
function describeRange({ min, max, whole }: NumberField): string {
  return `a ${whole ? "whole number" : "number"} from ${grouped.format(min)} to ${grouped.format(max)}`;
}

/** Reads “1,500”, “1 500” and “1500”; undefined if it is no number. */
function readNumber(typed: string): number | undefined {
  const plain = typed.trim().replace(/(?<=\d)[,\s\u00a0\u202f](?=\d{3}(\D|$))/g, "");
  // One way only to read each digit, so that a long text without a match takes no longer than to read it.
  return /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : undefined;
}

function clip(text: string): string {
  return shorten(text, 40);
}

/**
 * Reads what was typed. A field that is empty takes its default; one that cannot be used takes it too, and is reported,
 * so that nothing typed is lost and every figure has a known input.
 */
export function readInputs(
  typed: TypedInputs,
  defaults: CostInputs,
): { inputs: CostInputs; problems: readonly InputProblem[] } {
  const problems: InputProblem[] = [];
  const numbers: Partial<Record<NumberFieldId, number | undefined>> = {};
  for (const field of numberFields) {
    const text = typed[field.id] ?? "";
    numbers[field.id] = defaults[field.id];
    if (text.trim() === "") continue;
    const value = readNumber(text);
    const fits =
      value !== undefined &&
      value >= field.min &&
      value <= field.max &&
      (!field.whole || Number.isInteger(value));
    if (fits) numbers[field.id] = value;
    else {
      const fallback = defaults[field.id];
      const used = fallback === undefined ? "left out" : `taken as ${grouped.format(fallback)}`;
      problems.push({
        field: field.id,
        typed: clip(text),
        text: `${field.label}: “${clip(text)}” cannot be used. Give ${describeRange(field)}. Until then it is ${used}.`,
      });
    }
  }
  let conns = defaults.conns;
  if (typed.conns === "kept" || typed.conns === "new") conns = typed.conns;
  else if (typed.conns !== undefined && typed.conns !== "") {
    problems.push({
      field: "conns",
      typed: clip(typed.conns),
      text: `Connections: “${clip(typed.conns)}” cannot be used. Choose kept or new. Until then it is taken as ${conns}.`,
    });
  }
  const inputs: CostInputs = {
    ...defaults,
    ...(numbers as Pick<CostInputs, NumberFieldId>),
    conns,
  };
  if (inputs.nodes >= inputs.clusters) return { inputs, problems };
  const nodes = inputs.clusters;
  const text = `Nodes: ${numbered(inputs.nodes, "node")} cannot make ${numbered(inputs.clusters, "cluster")}. Give at least ${grouped.format(nodes)}, or fewer clusters. Until then it is taken as ${grouped.format(nodes)}.`;
  return {
    inputs: { ...inputs, nodes },
    problems: [...problems, { field: "nodes", typed: typed.nodes ?? String(inputs.nodes), text }],
  };
}

/** What the form shows for these inputs. */
export function typeInputs(inputs: CostInputs): TypedInputs {
  const typed: Partial<Record<keyof CostInputs, string>> = { conns: inputs.conns };
  for (const { id } of numberFields) {
    const value = inputs[id];
    if (value !== undefined) typed[id] = String(value);
  }
  return typed;
}

/** The query of a page that shows these inputs again, after `r`, the code of the result they belong to. */
export function writeInputs(typed: TypedInputs, code: string | undefined): URLSearchParams {
  const query = new URLSearchParams();
  if (code !== undefined) query.set("r", code);
  for (const { id } of numberFields) {
    const text = typed[id]?.trim();
    if (text) query.set(id, text);
  }
  if (typed.conns && typed.conns !== "kept") query.set("conns", typed.conns);
  return query;
}

interface WaypointRule {
  readonly callsPerReplica: number;
  readonly perCluster: number;
}

/** Waypoint replicas for a load: enough for the calls through them, and the least number in every cluster. */
export function waypointsFor(
  { callsPerReplica, perCluster }: WaypointRule,
  load: Pick<Load, "callsPerSecond" | "layer7" | "clusters">,
): number {
  if (load.layer7 === 0) return 0;
  const carried = Math.ceil((load.layer7 * load.callsPerSecond) / callsPerReplica);
  return Math.max(carried, perCluster * load.clusters);
}

/** The load that these inputs describe. */
export function loadOf(inputs: CostInputs, rule: WaypointRule): Load {
  const { pods, nodes, clusters, hops, replicas } = inputs;
  const callsPerSecond = internalCalls(inputs.rps, inputs.calls);
  const layer7 = inputs.l7 / 100;
  return {
    pods,
    nodes,
    clusters,
    hops,
    replicas,
    callsPerSecond,
    layer7,
    waypoints: inputs.waypoints ?? waypointsFor(rule, { callsPerSecond, layer7, clusters }),
    newConnections: inputs.conns === "new",
  };
}
