import { Bar } from "@/components/ui/bar";
import { DataTable } from "@/components/ui/data-table";
import { OptionName } from "@/components/ui/mark";
import type { ComparedResult } from "@/lib/compare/compare";

/** Verdicts side by side: what is first, how surely, and who else comes first how often. */
export function CompareResults({ results }: { results: readonly ComparedResult[] }) {
  return (
    <DataTable caption="The verdicts side by side" captionHidden stack>
      <thead>
        <tr>
          <th scope="col">Result</th>
          <th scope="col">Verdict</th>
          <th scope="col">First place, of 100</th>
          <th scope="col" className="num">
            Score
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ letter, title, href, verdict, score }) => (
          <tr key={href}>
            <th scope="row">
              <a href={href}>{letter.length === 1 ? `Result ${letter}` : "All together"}</a>
              {title ? (
                <span className="sub">
                  <bdi>{title}</bdi>
                </span>
              ) : null}
            </th>
            <td data-label="Verdict">
              {verdict.leader ? (
                <OptionName option={verdict.leader.option} sub={verdict.wordLabel.toLowerCase()}>
                  {verdict.leader.label}
                </OptionName>
              ) : (
                verdict.heading
              )}
            </td>
            <td data-label="First place, of 100">
              {verdict.shares.length > 0 ? (
                <>
                  <Bar
                    parts={verdict.shares.map(({ option, first }) => ({
                      option: option.id,
                      value: first.share * 100,
                    }))}
                    size="thick"
                  />
                  <span className="sub">
                    {verdict.shares
                      .map(({ option, first }) => `${option.name} ${first.text}`)
                      .join(", ")}
                  </span>
                </>
              ) : (
                "nothing possible"
              )}
            </td>
            <td className="num" data-label="Score">
              {score === undefined ? "–" : score.toFixed(1)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
