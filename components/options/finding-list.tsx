import { SupportLevel } from "@/components/ui/support-level";
import type { Capability, Variant } from "@/lib/data/types";
import { shareFindings } from "@/lib/reference/option-facts";

interface FindingListProps {
  capabilities: readonly Capability[];
  variants: readonly Variant[];
}

/** Rows of the matrix in words, variants that say the same together. */
export function FindingList({ capabilities, variants }: FindingListProps) {
  return (
    <div className="finding-list">
      {capabilities.map((capability) => (
        <section key={capability.id}>
          <h3>
            <a href={`/matrix/${capability.id}`}>{capability.label}</a>
          </h3>
          <ul>
            {shareFindings(variants, capability).map(({ variants: those, cell }) => (
              <li key={those[0]?.id}>
                <p>
                  <SupportLevel level={cell.support} maturity={cell.maturity} />
                  <a href={`/matrix/${capability.id}#${those[0]?.id}`}>
                    {those.length === variants.length && variants.length > 1
                      ? "all variants"
                      : those.map(({ short }) => short).join(", ")}
                  </a>
                </p>
                <p>
                  {cell.note} {cell.limits}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
