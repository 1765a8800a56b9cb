import { RecentList } from "@/components/result/recent-list";
import { Button } from "@/components/ui/button";
import type { CodesRead } from "@/lib/compare/read-codes";

interface CompareFormProps {
  /** What the fields hold: the results there are, then what could not be read. */
  typed: readonly string[];
  problems: CodesRead["problems"];
  fewest: number;
  most: number;
}

/** Fields for links or codes of results. A plain GET form: the comparison is its own link. */
export function CompareForm({ typed, problems, fewest, most }: CompareFormProps) {
  const count = Math.min(most, Math.max(fewest, typed.length + 1));
  const fields = Array.from({ length: count }, (_, index) => typed[index] ?? "");
  return (
    <form className="compare-form" action="/compare" method="get">
      {problems.length > 0 ? (
        <div role="alert" className="compare-problems">
          <p>
            <b>
              {problems.length === 1
                ? "One link could not be used."
                : "Some links could not be used."}
            </b>
          </p>
          <ul>
            {problems.map(({ typed: text, why }) => (
              <li key={text}>
                <code>{text}</code>: {why}.
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <ol>
        {fields.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields have no identity but their place.
          <li key={index}>
            <label htmlFor={`result-${index}`}>{`Result ${"ABCDEF".charAt(index)}`}</label>
            <input
              id={`result-${index}`}
              name="r"
              defaultValue={value}
              placeholder="Link or code of a result"
              autoComplete="off"
              spellCheck={false}
            />
          </li>
        ))}
      </ol>
      <RecentList field="r" />
      <Button type="submit" variant="secondary">
        Compare
      </Button>
    </form>
  );
}
