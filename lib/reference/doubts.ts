import { benchmarkOf, publisherOf, soleVendorOf } from "@/lib/data/publishers";
import type {
  Benchmark,
  Capability,
  Matrix,
  MatrixCell,
  Publisher,
  Reference,
  Variant,
} from "@/lib/data/types";

export interface CellAt {
  readonly capability: Capability;
  readonly variant: Variant;
  readonly cell: MatrixCell;
}

export interface SoleVendor {
  readonly publisher: Publisher;
  readonly variant: Variant;
  readonly cells: readonly CellAt[];
}

export interface CitedBenchmark {
  readonly benchmark: Benchmark;
  readonly title: string;
  readonly url: string;
  readonly cells: readonly CellAt[];
}

export interface Doubts {
  /** Cells that say we do not know. */
  readonly unknown: readonly CellAt[];
  readonly low: readonly CellAt[];
  /** Cells that rest on one company’s statements, by variant. */
  readonly soleVendors: readonly SoleVendor[];
  readonly benchmarks: readonly CitedBenchmark[];
  /** Cells with at least one source by nobody who makes or sells any of it. */
  readonly independent: number;
}

/** What in the matrix one should not lean on too hard, and why. */
export function findDoubts(
  { variants, capabilities }: Pick<Matrix, "variants" | "capabilities">,
  { publishers, benchmarks }: Pick<Reference, "publishers" | "benchmarks">,
): Doubts {
  const cells = capabilities.flatMap((capability) =>
    variants.flatMap((variant): CellAt[] => {
      const cell = capability.cells[variant.id];
      return cell ? [{ capability, variant, cell }] : [];
    }),
  );
  const soleVendors = variants.flatMap((variant) => {
    const own = cells.filter((at) => at.variant === variant);
    const found = own.flatMap((at) => soleVendorOf(at.cell, publishers) ?? []);
    return [...new Set(found)].map((publisher) => ({
      publisher,
      variant,
      cells: own.filter(({ cell }) => soleVendorOf(cell, publishers) === publisher),
    }));
  });
  const cited = benchmarks.flatMap((benchmark): CitedBenchmark[] => {
    const citing = cells.filter(({ cell }) =>
      cell.evidence.some(({ url }) => benchmarkOf(url, benchmarks) === benchmark),
    );
    const source = citing[0]?.cell.evidence.find(
      ({ url }) => benchmarkOf(url, benchmarks) === benchmark,
    );
    return source ? [{ benchmark, title: source.title, url: source.url, cells: citing }] : [];
  });
  const isIndependent = (url: string) => {
    const kind = publisherOf(url, publishers)?.kind;
    return kind === "independent" || kind === "adopter" || kind === "standards";
  };
  return {
    unknown: cells.filter(({ cell }) => cell.support === "unknown"),
    low: cells.filter(({ cell }) => cell.confidence === "low"),
    soleVendors,
    benchmarks: cited,
    independent: cells.filter(({ cell }) => cell.evidence.some(({ url }) => isIndependent(url)))
      .length,
  };
}
