import { joinerAfter } from "@/components/questionnaire/board-view";
import { Bar, type Thresholds } from "@/components/ui/bar";
import { OptionName } from "@/components/ui/mark";
import type { OptionLook } from "@/components/ui/option";

export interface Example {
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  /** The code of its answers. */
  readonly code: string;
  /** What the verdict names, with its mark. */
  readonly leaders: readonly { readonly option: OptionLook; readonly name: string }[];
  readonly word: string;
  /** First places of 100, of all that the verdict names. */
  readonly firsts: readonly { readonly option: string; readonly value: number }[];
}

interface ExamplesProps {
  examples: readonly Example[];
  thresholds: Thresholds;
}

/** Example architectures with the verdict computed for each. */
export function Examples({ examples, thresholds }: ExamplesProps) {
  return (
    <table className="examples">
      <thead>
        <tr>
          <th scope="col">Architecture</th>
          <th scope="col">Verdict</th>
          <th scope="col">First place, of 100</th>
        </tr>
      </thead>
      <tbody>
        {examples.map((example) => (
          <tr key={example.id}>
            <th scope="row">
              <a href={`/r/${example.code}`}>{example.label}</a>
              <span className="examples-summary">{example.summary}</span>
            </th>
            <td className="examples-verdict">
              {example.leaders.map(({ option, name }, index) => (
                <span key={option.id}>
                  <OptionName option={option}>
                    {name}
                    {joinerAfter(index, example.leaders.length)}
                  </OptionName>{" "}
                </span>
              ))}
              <span className="examples-word">{example.word}</span>
            </td>
            <td className="examples-first">
              {example.firsts.length > 0 ? (
                <>
                  <Bar
                    thresholds={thresholds}
                    parts={example.firsts.map(({ option, value }) => ({ option, value }))}
                  />
                  <b>{example.firsts[0]?.value}</b>
                </>
              ) : (
                "none"
              )}
              <a className="examples-start" href={`/questions/review?a=${example.code}`}>
                Start from it<span className="sr-only">: {example.label}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
