import { DataTable } from "@/components/ui/data-table";
import { Mark } from "@/components/ui/mark";
import type { Difference } from "@/lib/compare/compare";

/** Where answers differ, the differences that matter most first. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  return (
    <DataTable
      caption="Where the answers differ, and what each difference does to result A"
      captionHidden
      stack
    >
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Answers</th>
          <th scope="col">If A answered so</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ question, number, label, href, answers, effects }) => (
          <tr key={question}>
            <th scope="row">
              {number}. {label}
              <span className="sub">
                <a href={href}>
                  Change in A<span className="sr-only">: question {number}</span>
                </a>
              </span>
            </th>
            <td data-label="Answers">
              <dl className="compared-answers">
                {answers.map(({ letter, title, text }) => (
                  <div key={letter}>
                    <dt>{letter}</dt>
                    <dd>
                      {title ? (
                        <b>
                          <bdi>{title}</bdi>:{" "}
                        </b>
                      ) : null}
                      {text}
                    </dd>
                  </div>
                ))}
              </dl>
            </td>
            <td data-label="If A answered so">
              {effects.map(({ letter, text, first, decisive }) => (
                <span key={letter} className="block">
                  {first ? <Mark option={first.id} mark={first.mark} /> : null}{" "}
                  {decisive ? <b>{text}</b> : text}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
