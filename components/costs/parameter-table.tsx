import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { OptionName } from "@/components/ui/mark";
import type { OptionLook } from "@/components/ui/option";
import { affiliationNames, affiliations, countAffiliations } from "@/lib/costs/affiliations";
import type { ParameterGroup } from "@/lib/costs/parameters";
import type { Measurement } from "@/lib/costs/types";
import { capitalised, inDigits, listed, numbered } from "@/lib/text/words";

interface ParameterTableProps {
  groups: readonly ParameterGroup[];
  measurements: readonly Measurement[];
  lookOf: (variant: string) => OptionLook;
}

/** Every unit cost, how sure it is, and what it rests on: source, date, versions, and who paid. */
export function ParameterTable({ groups, measurements, lookOf }: ParameterTableProps) {
  return (
    <DataTable
      stack
      caption="Unit costs of the model as low / typical / high: the extremes observed, not a confidence interval."
    >
      <colgroup>
        <col className="cost-parameter-name" />
        <col className="cost-parameter-range" />
        <col className="cost-parameter-confidence" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col" className="num">
            Low / typical / high
          </th>
          <th scope="col">Confidence</th>
          <th scope="col">Sources, with date, versions and who paid</th>
        </tr>
      </thead>
      {groups.map(({ profile, rows }) => (
        <tbody key={profile.id}>
          <tr className="group">
            <th colSpan={4} scope="rowgroup">
              <OptionName option={lookOf(profile.variants[0] ?? "")}>
                {capitalised(profile.name)}
              </OptionName>
            </th>
          </tr>
          {rows.map(({ id, label, unit, low, typical, high, confidence, sources, note }) => (
            <tr key={id}>
              <th scope="row">
                {label}
                <span className="sub">{unit}</span>
              </th>
              <td className="num" data-label="Low / typical / high:">
                {inDigits(low)} / {typical === undefined ? "unknown" : <b>{inDigits(typical)}</b>} /{" "}
                {inDigits(high)}
              </td>
              <td data-label="Confidence:">{confidence}</td>
              <td>
                <Sources
                  measurements={sources.flatMap((source) =>
                    measurements.filter((each) => each.id === source),
                  )}
                />
                {note ? <span className="sub">{note}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}

/** “4 sources: 1 no stake seen, 3 sells one of them”, and each of them on demand. */
function Sources({ measurements }: { measurements: readonly Measurement[] }) {
  const counts = countAffiliations(measurements);
  const mix = affiliations.flatMap((affiliation) => {
    if (counts[affiliation] === 0) return [];
    return measurements.length === 1
      ? [affiliationNames[affiliation]]
      : [`${counts[affiliation]} ${affiliationNames[affiliation]}`];
  });
  return (
    <Disclosure summary={`${numbered(measurements.length, "source")}: ${listed(mix)}`}>
      <ul className="cost-parameter-sources">
        {measurements.map(({ id, title, date, versions, payer }) => (
          <li key={id}>
            <a href={`#source-${id}`}>{title}</a>, {date}. {versions}. {payer}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
