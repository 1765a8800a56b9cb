import { capitalised, inWords, listed } from "@/lib/text/words";
import { type ComparedOutput, type Comparison, compareSizes } from "./compare";
import { figure } from "./format";
import { profileOf, type SizingModel } from "./model";
import type { Size } from "./size";

const nouns: Readonly<Record<ComparedOutput, string>> = {
  cpu: "CPU",
  memory: "memory",
  p50: "latency",
};

/** A comparison in a sentence, or undefined where nothing may be said. */
function describeComparison(
  model: SizingModel,
  comparison: Comparison,
  output: ComparedOutput,
): string | undefined {
  const name = (id: string) => profileOf(model, id).name;
  const verb = output === "p50" ? "adds less latency" : `takes less ${nouns[output]}`;
  switch (comparison.kind) {
    case "apart":
      return `${name(comparison.less)} ${verb} than ${name(comparison.more)}: the ranges do not overlap.`;
    case "shared": {
      const { low, high, sources } = comparison;
      const share =
        figure(low) === figure(high) ? figure(low) : `${figure(low)} to ${figure(high)}`;
      const where =
        sources.length === 1
          ? "in the one benchmark that measured both"
          : sources.length === 2
            ? "in the two benchmarks that measured both"
            : `in all ${inWords(sources.length)} benchmarks that measured both`;
      return `${name(comparison.less)} ${verb} than ${name(comparison.more)}, ${share} of it ${where}, though the ranges overlap.`;
    }
    case "contradicted": {
      const { of, to, low, high } = comparison;
      return `${name(of)} and ${name(to)} are not ranked: in the benchmarks that measured both, the first took ${figure(low)} to ${figure(high)} of the ${nouns[output]} of the second.`;
    }
    default:
      return undefined;
  }
}

export interface Ranking {
  readonly output: ComparedOutput;
  /** All that may be said, a sentence each. */
  readonly sentences: readonly string[];
  /** About the pairs of which nothing may be said; empty if there are none. */
  readonly rest: string;
}

/** Every pair in every output: what shared benchmarks or separate ranges support, and how many pairs stay unranked. */
export function rankAll(model: SizingModel, sizes: readonly Size[], layer7: number): Ranking[] {
  const pairs = sizes.flatMap((a, index) => sizes.slice(index + 1).map((b) => [a, b] as const));
  return (["cpu", "memory", "p50"] as const).map((output) => {
    const sentences: string[] = [];
    let overlapping = 0;
    const unmeasured = new Set<string>();
    for (const [a, b] of pairs) {
      const comparison = compareSizes(model, a, b, output, layer7);
      const sentence = describeComparison(model, comparison, output);
      if (sentence) sentences.push(capitalised(sentence));
      else if (comparison.kind === "overlap") overlapping++;
      else {
        for (const { profile, [output]: estimate } of [a, b]) {
          if (estimate.kind !== "measured" || estimate.uncounted) unmeasured.add(profile.name);
        }
      }
    }
    const rest = [
      overlapping === 0
        ? ""
        : `${overlapping === 1 ? "One pair is" : `${inWords(overlapping)} pairs are`} not ranked: the ranges overlap, and no benchmark measured both.`,
      unmeasured.size === 0
        ? ""
        : `${listed([...unmeasured])} ${unmeasured.size === 1 ? "is" : "are"} not ranked where part of the cost was never measured.`,
    ].filter(Boolean);
    return { output, sentences, rest: rest.map(capitalised).join(" ") };
  });
}

/** In what the load goes beyond the measurements, a sentence each. */
export function describeBeyond(model: SizingModel, sizes: readonly Size[]): string[] {
  const { pods, nodes, rate } = model.validity;
  const beyond = new Set(
    sizes.flatMap(({ cpu, memory }) =>
      [cpu, memory].flatMap((each) => (each.kind === "measured" ? each.beyond : [])),
    ),
  );
  return [
    ...(beyond.has("pods")
      ? [
          `Extrapolated: no benchmark ran more than ${pods} sidecars; the cost of each is taken to stay the same.`,
        ]
      : []),
    ...(beyond.has("nodes")
      ? [
          `Extrapolated: ambient mode was measured on up to ${nodes} nodes; the cost of each is taken to stay the same.`,
        ]
      : []),
    ...(beyond.has("rate")
      ? [
          `Less certain: under ${rate.low} requests a second for each sidecar, which lies between an idle proxy and the smallest load measured.`,
        ]
      : []),
  ];
}
