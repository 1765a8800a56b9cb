import { Mark } from "@/components/ui/mark";
import { SupportLevel } from "@/components/ui/support-level";
import type { Capability, Matrix } from "@/lib/data/types";

interface CellStripProps {
  columns: Pick<Matrix, "options" | "variants">;
  capability: Capability;
}

/** The row at a glance: every level, each leading to its cell below. */
export function CellStrip({ columns, capability }: CellStripProps) {
  return (
    <ul className="cell-strip" aria-label="Levels, by variant">
      {columns.options.map((option) => (
        <li key={option.id}>
          <b>
            <Mark option={option.id} mark={option.mark} /> {option.label}
          </b>
          <ul>
            {columns.variants
              .filter((variant) => variant.option === option.id)
              .map((variant) => {
                const cell = capability.cells[variant.id];
                return (
                  <li key={variant.id}>
                    <a href={`#${variant.id}`}>
                      <SupportLevel level={cell?.support ?? "unknown"} maturity={cell?.maturity} />
                      <span>{variant.short}</span>
                    </a>
                  </li>
                );
              })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
