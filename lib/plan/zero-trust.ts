import type { Coverage, PlanData, PlanSource } from "@/lib/data/plan-types";
import type { Assessment } from "@/lib/result/assessment";
import { capitalised, inWords, listed } from "@/lib/text/words";
import type { DutyView, LayerView } from "./layers";
import { type CellRef, coverageOf, referToCell, sourcesOf } from "./proof";

/** Met: the choice gives all of it. Partly: something of it. Not: nothing of it. */
export type TenetLevel = "met" | "partly" | "not";

export interface TenetView {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly asks: string;
  readonly level: TenetLevel;
  /** What the choice covers, by how far. */
  readonly full: readonly CellRef[];
  readonly partial: readonly CellRef[];
  readonly missing: readonly CellRef[];
  /** What no variant gives. */
  readonly beyond?: string;
  /** The duties that make it true, of those that this team has. */
  readonly steps: readonly DutyView[];
}

export interface FrameworkView {
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  readonly source: PlanSource;
  readonly items: readonly TenetView[];
}

export interface ZeroTrustView {
  readonly finding: string;
  readonly scope: string;
  readonly frameworks: readonly FrameworkView[];
}

/**
 * Met only if every finding is full and stable and nothing is needed that no variant gives; not, if no finding is even
 * partial. What one builds oneself counts for nothing here.
 */
function levelOf(coverages: readonly Coverage[], beyond: boolean): TenetLevel {
  if (coverages.every((coverage) => coverage === "none")) return "not";
  return !beyond && coverages.every((coverage) => coverage === "full") ? "met" : "partly";
}

/** “Two of seven tenets met, four partly and one not”. */
function summaryOf(items: readonly TenetView[], unit: string, plural: string): string {
  const count = (level: TenetLevel) => items.filter((item) => item.level === level).length;
  const of = `${inWords(items.length)} ${items.length === 1 ? unit : plural}`;
  const [met, partly, not] = [count("met"), count("partly"), count("not")];
  if (met === items.length) return `All ${of} met`;
  const rest = [
    ...(partly > 0 ? [`${inWords(partly)} partly`] : []),
    ...(not > 0 ? [`${inWords(not)} not`] : []),
  ];
  return `${met === 0 ? "None" : capitalised(inWords(met))} of ${of} met, ${listed(rest)}`;
}

function findingOf(name: string, framework: FrameworkView | undefined): string {
  if (!framework) return "There is nothing to check against";
  const count = (level: TenetLevel) =>
    framework.items.filter((item) => item.level === level).length;
  const [met, partly, not] = [count("met"), count("partly"), count("not")];
  const of = `${inWords(framework.items.length)} zero-trust tenets`;
  if (met === framework.items.length) return `With ${name} all ${of} can be met`;
  const rest = [
    ...(partly > 0 ? [`${inWords(partly)} in part`] : []),
    ...(not > 0 ? [`${inWords(not)} not at all`] : []),
  ];
  if (met > 0) return `With ${name} ${inWords(met)} of ${of} can be met, ${listed(rest)}`;
  return partly > 0
    ? `With ${name} none of ${of} can be met in full, ${listed(rest)}`
    : `With ${name} none of ${of} can be met`;
}

/** What the choice gives of zero trust, judged by its findings and never above them. */
export function viewZeroTrust(
  assessment: Assessment,
  data: PlanData,
  variant: string,
  name: string,
  layers: readonly LayerView[],
): ZeroTrustView {
  const duties = layers.flatMap((layer) => layer.duties);
  const frameworks = data.zeroTrust.frameworks.map((framework): FrameworkView => {
    const items = framework.items.map((item): TenetView => {
      const cells = item.cells.map((capability) => referToCell(assessment, capability, variant));
      const having = (coverage: Coverage) => cells.filter((cell) => coverageOf(cell) === coverage);
      return {
        id: `${framework.id}-${item.id}`,
        number: item.number,
        label: item.label,
        asks: item.asks,
        level: levelOf(cells.map(coverageOf), item.beyond !== undefined),
        full: having("full"),
        partial: having("partial"),
        missing: having("none"),
        ...(item.beyond ? { beyond: item.beyond } : {}),
        steps: duties.filter(({ id }) => item.steps.includes(id)),
      };
    });
    const [source] = sourcesOf(data, [framework.source]);
    if (!source) throw new RangeError(`${framework.id} has no source`);
    return {
      id: framework.id,
      label: framework.label,
      summary: summaryOf(items, framework.unit, framework.plural),
      source,
      items,
    };
  });
  return { finding: findingOf(name, frameworks[0]), scope: data.zeroTrust.scope, frameworks };
}
