import type { ReactNode } from "react";
import { Bar } from "@/components/ui/bar";
import { OptionName } from "@/components/ui/mark";
import type { OptionLook } from "@/components/ui/option";

export interface Rank {
  readonly option: OptionLook;
  /** The variant, where it is said. */
  readonly sub?: ReactNode;
  /** Of 100; missing where the option is ruled out. */
  readonly score?: number;
  /** The score as written: “80.2”. */
  readonly text?: ReactNode;
  /** What moved it: “up 0.3”. */
  readonly change?: ReactNode;
  /** Why it has no score: “ruled out”. */
  readonly out?: ReactNode;
}

interface RankBarsProps {
  ranks: readonly Rank[];
  /** “inline”: name, bar and score on one line, for cards. */
  layout?: "stacked" | "inline";
}

/** The ranking as bars, first place first. */
export function RankBars({ ranks, layout = "stacked" }: RankBarsProps) {
  return (
    <ol className="rank-bars" data-layout={layout}>
      {ranks.map((rank) => (
        <li key={rank.option.id} data-out={rank.score === undefined || undefined}>
          <OptionName option={rank.option} sub={rank.sub} />
          {rank.score === undefined ? (
            <span className="rank-bars-out">{rank.out}</span>
          ) : (
            <>
              <span className="rank-bars-score">
                {rank.change ? <small>{rank.change}</small> : null}
                <b>{rank.text ?? rank.score}</b>
              </span>
              <Bar parts={[{ option: rank.option.id, value: rank.score }]} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
