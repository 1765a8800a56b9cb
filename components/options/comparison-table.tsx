import { DataTable } from "@/components/ui/data-table";
import { OptionName } from "@/components/ui/mark";
import { SupportLevel } from "@/components/ui/support-level";
import type { Option } from "@/lib/data/types";
import type { Offer, RowComparison } from "@/lib/reference/compare";

interface ComparisonTableProps {
  caption: string;
  options: readonly Option[];
  rows: readonly RowComparison[];
}

/** Rows in which an option is ahead or behind: its own note, and the best level of every option. */
export function ComparisonTable({ caption, options, rows }: ComparisonTableProps) {
  if (rows.length === 0) return null;
  return (
    <DataTable caption={caption} captionHidden stack>
      <thead>
        <tr>
          <th scope="col">Capability</th>
          {options.map((option) => (
            <th key={option.id} scope="col" className="comparison-level">
              <OptionName option={{ id: option.id, name: option.label, mark: option.mark }} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.capability.id}>
            <th scope="row">
              <a href={`/matrix/${row.capability.id}#${row.own.variant.id}`}>
                {row.capability.label}
              </a>
              <span className="sub">{row.own.cell.note}</span>
            </th>
            {options.map((option) => (
              <td key={option.id} data-label={option.label}>
                <OfferLevel
                  offer={[row.own, ...row.others].find((each) => each.option.id === option.id)}
                  isOwn={option.id === row.own.option.id}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function OfferLevel({ offer, isOwn }: { offer: Offer | undefined; isOwn: boolean }) {
  if (!offer) return null;
  const level = <SupportLevel level={offer.cell.support} maturity={offer.cell.maturity} />;
  return isOwn ? <b>{level}</b> : level;
}
