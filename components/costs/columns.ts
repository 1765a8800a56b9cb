import type { ChartColumn } from "@/components/costs/cost-chart";
import { refuse } from "@/lib/costs/estimate";
import { cores, gibibytes, milliseconds } from "@/lib/costs/format";
import { inWords } from "@/lib/text/words";

/** What stands in the path of calls: CPU and memory over all clusters, time for one request. */
export function dataPlaneColumns(hops: number): ChartColumn[] {
  const depth = hops === 1 ? "one call deep" : `${inWords(hops)} calls deep`;
  return [
    {
      id: "cpu",
      title: "CPU",
      sub: "cores, all clusters",
      unit: cores,
      kind: "linear",
      of: ({ size }) => size.cpu,
    },
    {
      id: "memory",
      title: "Memory",
      sub: "GiB, all clusters",
      unit: gibibytes,
      kind: "linear",
      of: ({ size }) => size.memory,
    },
    {
      id: "p50",
      title: "Added latency",
      sub: `ms at the median, ${depth}`,
      unit: milliseconds,
      kind: "linear",
      of: ({ size }) => size.p50,
    },
  ];
}

/** Control planes differ by powers of ten, so their scales are logarithmic. */
export const controlPlaneColumns: readonly ChartColumn[] = [
  {
    id: "cpu",
    title: "CPU",
    sub: "cores while nothing changes",
    unit: cores,
    kind: "log",
    of: ({ size: { control } }) =>
      control.kind === "estimated" ? control.cpuQuiet : refuse(control.refused),
  },
  {
    id: "memory",
    title: "Memory",
    sub: "GiB, all replicas",
    unit: gibibytes,
    kind: "log",
    of: ({ size: { control } }) =>
      control.kind === "estimated" ? control.memory : refuse(control.refused),
  },
];
