import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { OptionName } from "@/components/ui/mark";
import { Slots } from "@/components/ui/slots";
import type { RankingView } from "@/lib/result/ranking";

/** Where each option’s points come from, and below it every variant. */
export function ScoreTable({ ranking }: { ranking: RankingView }) {
  return (
    <>
      <Slots
        label="Score by group of needs"
        groups={ranking.groups}
        rows={ranking.rows.map(({ variant, score, earned, ruledOut }) => ({
          option: variant.option,
          sub: ruledOut ? `${variant.short}, ruled out` : variant.short,
          score,
          earned,
          hatched: ruledOut,
        }))}
      />
      <div className="after-figure">
        <Disclosure summary={`All ${ranking.variants.length} variants`}>
          <DataTable caption="Points of 100; first place among all variants" captionHidden>
            <thead>
              <tr>
                <th scope="col">Variant</th>
                <th scope="col" className="num">
                  Score
                </th>
                <th scope="col" className="num">
                  Fit
                </th>
                <th scope="col" className="num">
                  Ease
                </th>
                <th scope="col" className="num">
                  First, of 100
                </th>
              </tr>
            </thead>
            <tbody>
              {ranking.variants.map(({ variant, score, fit, ease, first }) => (
                <tr key={variant.id} className={first ? undefined : "quiet"}>
                  <th scope="row">
                    <OptionName option={variant.option}>{variant.label}</OptionName>
                  </th>
                  <td className="num">{score.toFixed(1)}</td>
                  <td className="num">{fit.toFixed(1)}</td>
                  <td className="num">{ease.toFixed(1)}</td>
                  <td className="num">{first ? first.text : "ruled out"}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </Disclosure>
      </div>
    </>
  );
}
