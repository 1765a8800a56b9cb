import { Day } from "@/components/ui/day";
import type { PlanSource } from "@/lib/data/plan-types";

/** Every page the plan cites: what it says, for which version, and when it was read. */
export function CitedSources({ sources }: { sources: readonly PlanSource[] }) {
  return (
    <ul className="cited-sources">
      {sources.map((source) => (
        <li key={source.id}>
          <a href={source.url} rel="noopener">
            {source.title}
          </a>
          <span>
            {source.claim}. {source.version}, checked <Day iso={source.checked} />.
          </span>
        </li>
      ))}
    </ul>
  );
}
