import { Mark } from "@/components/ui/mark";
import type { Option } from "@/lib/data/types";
import { pairSlug, pairsOf } from "@/lib/reference/pairs";
import { smallLabel } from "@/lib/result/names";

/** All options and every pair of them. */
export function OptionsIndex({ options }: { options: readonly Option[] }) {
  return (
    <>
      <header className="reference-head edge">
        <p className="reference-path">
          <a href="/matrix">Matrix</a>
        </p>
        <h1>The options</h1>
        <p className="reference-lead">
          What each one is, where it is ahead and behind, what it costs to own and who chose it.
        </p>
      </header>
      <div className="reference-body edge">
        <ul className="options-index">
          {options.map((option) => (
            <li key={option.id}>
              <h2>
                <Mark option={option.id} mark={option.mark} />{" "}
                <a href={`/options/${option.id}`}>{option.label}</a>
              </h2>
              <p>{option.summary}</p>
            </li>
          ))}
        </ul>
        <p className="mt-8">
          <a href="/options/cloud">What the clouds offer</a>, managed or instead of a mesh.
        </p>
        <section className="options-pairs">
          <h2>Two side by side</h2>
          <ul>
            {pairsOf(options).map(([a, b]) => (
              <li key={pairSlug(a, b)}>
                <a href={`/options/${pairSlug(a, b)}`}>
                  {a.label} or {smallLabel(b)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
