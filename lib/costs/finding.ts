import { capitalised, inDigits, inWords, listed, numbered } from "@/lib/text/words";
import { addEstimates, type Estimate, type MeasuredEstimate } from "./estimate";
import { cores, figure, gibibytes, spread, withUnit } from "./format";
import type { CostInputs } from "./inputs";
import type { Load } from "./load";
import { refusalOf, type SizingModel } from "./model";
import type { Size } from "./size";

/** How far the ends lie from the typical value, as a ratio; infinite when the low end is nothing. */
function factorOf({ low, typical, high }: MeasuredEstimate): number {
  return typical === 0 ? Number.POSITIVE_INFINITY : Math.max(high / typical, typical / low);
}

/** “a factor of three”, “an order of magnitude”, “more than an order of magnitude”. */
function factorInWords(factor: number): string {
  const whole = Math.max(2, Math.ceil(factor - 0.25));
  if (whole < 10) return `a factor of ${inWords(whole)}`;
  return factor <= 10.25 ? "an order of magnitude" : "more than an order of magnitude";
}

interface Plan {
  readonly cpu: Estimate;
  readonly memory: Estimate;
  /** Whether the control plane is in it. */
  readonly whole: boolean;
}

/** Data plane and control plane together where both are known, else the data plane alone. */
function planOf({ cpu, memory, control }: Size): Plan {
  if (control.kind === "estimated") {
    const all = {
      cpu: addEstimates(cpu, control.cpuQuiet),
      memory: addEstimates(memory, control.memory),
    };
    if (all.cpu.kind === "measured" && all.memory.kind === "measured")
      return { ...all, whole: true };
  }
  return { cpu, memory, whole: false };
}

/** What to plan for with this profile, as a sentence without its full stop: never more than the measurements support. */
export function planFinding(model: SizingModel, size: Size): string {
  const { cpu, memory, whole } = planOf(size);
  const { name } = size.profile;
  if (memory.kind !== "measured") return `No figure can be given for ${name}`;
  const gib = withUnit(memory.typical, gibibytes);
  if (cpu.kind !== "measured") {
    const why = cpu.kind === "refused" ? cpu.refused : undefined;
    return why === "library-work"
      ? `${capitalised(name)}: no proxies to pay for, but nobody has measured what the libraries take`
      : `With ${name}, plan for ${gib}; for CPU no figure can be given`;
  }
  const amount = `${withUnit(cpu.typical, cores)} and ${gib}`;
  const factor = factorInWords(Math.max(factorOf(cpu), factorOf(memory)));
  if (cpu.uncounted !== undefined) {
    const { title } = refusalOf(model, cpu.uncounted);
    return `Plan for ${amount} of agents with ${name}, give or take ${factor}, and for what nobody has measured: ${title}`;
  }
  const scope = whole ? ", control plane included," : " in the data plane";
  return `Plan for ${amount}${scope} with ${name}, give or take ${factor}`;
}

/** What the data planes take between them when no variant stands out: no order, only the span. */
export function spanFinding(sizes: readonly Size[]): string {
  const counted = sizes.filter(({ cpu, memory }) => {
    return cpu.kind === "measured" && cpu.uncounted === undefined && memory.kind === "measured";
  });
  const of = (pick: "cpu" | "memory") =>
    counted.flatMap((size) => {
      const estimate = size[pick];
      return estimate.kind === "measured" ? [estimate] : [];
    });
  const [cpu, memory] = [of("cpu"), of("memory")];
  if (cpu.length === 0) return "For this load the measurements support no figure for CPU";
  const span = (list: readonly MeasuredEstimate[]) => {
    const typical = list.map((each) => each.typical);
    return [Math.min(...typical), Math.max(...typical)] as const;
  };
  const factors = counted.map((_, index) => {
    const pair = [cpu[index], memory[index]].filter((each) => each !== undefined);
    return Math.max(...pair.map(factorOf));
  });
  const words = [Math.min(...factors), Math.max(...factors)].map(factorInWords);
  const factor =
    words[0] === words[1] ? words[0] : `${words[0]} to ${words[1]?.replace("a factor of ", "")}`;
  const [lowCpu, highCpu] = span(cpu);
  const [lowMemory, highMemory] = span(memory);
  return `The proxies of a mesh take ${spread(lowCpu, highCpu, cores)} cores and ${spread(lowMemory, highMemory, gibibytes)} GiB, depending on the variant, each give or take ${factor}`;
}

/** What the control plane adds, as a whole sentence. */
export function controlSentence(model: SizingModel, { control }: Size): string {
  if (control.kind === "refused") return refusalOf(model, control.refused).text;
  const { name, memory, cpuQuiet } = control;
  const subject = `The control plane (${name})`;
  if (memory.kind === "measured" && cpuQuiet.kind === "measured") {
    return `${subject} is ${withUnit(cpuQuiet.typical, cores)} and ${withUnit(memory.typical, gibibytes)} of it while nothing changes.`;
  }
  if (memory.kind === "bounds" && cpuQuiet.kind === "measured") {
    return `${subject} comes on top: ${withUnit(cpuQuiet.typical, cores)} while nothing changes, and up to ${withUnit(memory.high, gibibytes)}. ${refusalOf(model, memory.refused).text}`;
  }
  if (memory.kind === "refused")
    return `${subject} comes on top. ${refusalOf(model, memory.refused).text}`;
  return `${subject} comes on top. ${refusalOf(model, memory.kind === "bounds" ? memory.refused : "consul-servers").text}`;
}

/** The load in a sentence: what the figures hold for. */
export function loadSentence(inputs: CostInputs, load: Load): string {
  const pods = numbered(inputs.pods, "pod");
  const nodes = numbered(inputs.nodes, "node");
  const clusters = inputs.clusters === 1 ? "" : ` in ${inDigits(inputs.clusters)} clusters`;
  const rate = `${figure(load.callsPerSecond)} ${load.callsPerSecond === 1 ? "call" : "calls"} a second`;
  const depth = inputs.hops === 1 ? "one call deep" : `${inWords(inputs.hops)} calls deep`;
  const share =
    inputs.l7 === 0
      ? "none of them at layer 7"
      : inputs.l7 === 100
        ? "all of them at layer 7"
        : `${inDigits(inputs.l7)} % of them at layer 7`;
  const fresh = inputs.conns === "new" ? ", each on a new connection" : "";
  return `${pods} on ${nodes}${clusters}, ${rate}${fresh}, ${share}, ${depth}.`;
}

const decades: readonly (readonly [power: number, words: string])[] = [
  [0.01, "hundredths of a millisecond"],
  [0.1, "tenths of a millisecond"],
  [1, "milliseconds"],
  [10, "tens of milliseconds"],
  [100, "hundreds of milliseconds"],
];

function decadeInWords(power: number): string {
  const found = decades.find(([each]) => Math.abs(each / power - 1) < 0.01);
  return found?.[1] ?? `${figure(power)} ms`;
}

/** The orders of magnitude at the 99th percentile: one sentence for all profiles that share one. */
export function tailSentences(sizes: readonly Size[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { p99, profile } of sizes) {
    const [low, high] = p99.kind === "refused" ? [] : p99.decades.map(decadeInWords);
    const order =
      low === undefined ? "not measured" : low === high ? low : `from ${low} to ${high}`;
    groups.set(order, [...(groups.get(order) ?? []), profile.name]);
  }
  return [...groups].map(([order, names]) => `${capitalised(listed(names))}: ${order}.`);
}
