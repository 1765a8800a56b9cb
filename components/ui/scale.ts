/** Where numbers stand on an axis. A logarithmic scale starts above zero. */
export interface Scale {
  readonly kind: "linear" | "log";
  readonly min: number;
  readonly max: number;
  /** Values to mark on the axis. */
  readonly ticks: readonly number[];
}

/** The place of a value in per cent of the axis; what lies outside stands at the end. */
export function positionOn(scale: Scale, value: number): number {
  const { kind, min, max } = scale;
  const share =
    kind === "linear"
      ? (value - min) / (max - min)
      : Math.log(Math.max(value, min) / min) / Math.log(max / min);
  return Math.round(10_000 * Math.min(1, Math.max(0, share))) / 100;
}

/** The smallest scale with round ends that holds all the values: linear from zero, or logarithmic. */
export function scaleFor(kind: Scale["kind"], values: readonly number[]): Scale {
  const highest = Math.max(0, ...values);
  if (highest === 0) return { kind: "linear", min: 0, max: 1, ticks: [0, 1] };
  if (kind === "linear") {
    const step = [1, 2, 5, 10]
      .map((digit) => digit * magnitude(highest / 4))
      .find((s) => s * 4 >= highest);
    const width = step ?? highest / 4;
    const count = Math.ceil(highest / width - 1e-9);
    return {
      kind,
      min: 0,
      max: round(count * width),
      ticks: Array.from({ length: count + 1 }, (_, index) => round(index * width)),
    };
  }
  const lowest = Math.min(...values.filter((value) => value > 0));
  const min = magnitude(lowest);
  let max = min * 10;
  const ticks = [min, max];
  while (max < highest * (1 - 1e-9)) {
    max = round(max * 10);
    ticks.push(max);
  }
  return { kind, min, max, ticks };
}

/** The power of ten at or below a value. */
function magnitude(value: number): number {
  return round(10 ** Math.floor(Math.log10(value) + 1e-9));
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
