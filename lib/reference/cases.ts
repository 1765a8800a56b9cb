import type { Matrix, Scenario } from "@/lib/data/types";

export interface Cases {
  /** Published decisions whose own choice was the option. */
  readonly decisions: readonly Scenario[];
  /** What experts say: in such a situation, this option. */
  readonly rules: readonly Scenario[];
}

/** Scenarios whose source chose the option and can be read. Their files name a decision after who took it, a rule of thumb “rule-…”. */
export function casesFor({ scenarios }: Pick<Matrix, "scenarios">, option: string): Cases {
  const chosen = scenarios.filter(
    ({ expect, source }) => source.url !== undefined && expect.first[0] === option,
  );
  const isRule = ({ id }: Scenario) => id.startsWith("rule-");
  return { decisions: chosen.filter((each) => !isRule(each)), rules: chosen.filter(isRule) };
}
