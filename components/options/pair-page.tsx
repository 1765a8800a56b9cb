import { DataTable } from "@/components/ui/data-table";
import { Mark, OptionName } from "@/components/ui/mark";
import { Section } from "@/components/ui/section";
import { SupportLevel } from "@/components/ui/support-level";
import type { Capability, Matrix, Option } from "@/lib/data/types";
import type { ScoringTable } from "@/lib/engine/types";
import { differencesOf, type Offer, type PairRow } from "@/lib/reference/compare";
import { optionInText, smallLabel } from "@/lib/result/names";
import { capitalised, counted } from "@/lib/text/words";

interface PairPageProps {
  matrix: Matrix;
  table: ScoringTable;
  a: Option;
  b: Option;
}

/** Two options side by side: what differs and only that. */
export function PairPage({ matrix, table, a, b }: PairPageProps) {
  const { aMore, bMore, byVariant, same } = differencesOf(matrix, table, a, b);
  const variants = matrix.variants.filter(({ option }) => option === a.id || option === b.id);
  const burdens = matrix.burdens.filter(
    ({ values }) => new Set(variants.map(({ id }) => values[id]?.typical)).size > 1,
  );
  const rows = (count: number) => counted(count, "capability", "capabilities");
  const ahead = (option: Option, count: number) =>
    count === 0
      ? `In no capability does ${optionInText(option)} offer more`
      : capitalised(`${optionInText(option)} offers more in ${rows(count)}`);
  return (
    <>
      <header className="reference-head edge">
        <p className="reference-path">
          <a href="/matrix">Matrix</a> / <a href="/options">Options</a>
        </p>
        <h1>
          <Mark option={a.id} mark={a.mark} /> {a.label} or <Mark option={b.id} mark={b.mark} />{" "}
          {smallLabel(b)}
        </h1>
        <p className="reference-lead">
          What differs and only that. {capitalised(rows(same))} of {matrix.capabilities.length}{" "}
          {same === 1 ? "is" : "are"} the same in both and left out.
        </p>
        <p className="note">
          <a href={`/options/${a.id}`}>All about {smallLabel(a)}</a>
          <a href={`/options/${b.id}`}>All about {smallLabel(b)}</a>
          <a href={`/matrix?differs=1&column=${variants.map(({ id }) => id).join(",")}`}>
            Variant by variant in the matrix
          </a>
        </p>
      </header>
      <div className="reference-body edge">
        {[
          { id: a.id, option: a, rows: aMore, number: 1 },
          { id: b.id, option: b, rows: bMore, number: 2 },
        ].map((part) => (
          <Section
            key={part.id}
            id={`${part.id}-more`}
            number={part.number}
            topic={`More in ${smallLabel(part.option)}`}
            finding={ahead(part.option, part.rows.length)}
            {...(part.number === 1
              ? {
                  notes: [
                    "Each option counts by its best variant in the row, which is named where the variants differ. The widest difference comes first.",
                  ],
                }
              : {})}
          >
            <PairTable matrix={matrix} a={a} b={b} rows={part.rows} />
          </Section>
        ))}
        <Section
          id="by-variant"
          number={3}
          topic="Depends on the variant"
          finding={
            byVariant.length === 0
              ? "Where the best variants are equal, so are the others"
              : capitalised(
                  `${rows(byVariant.length)} ${byVariant.length === 1 ? "is" : "are"} equal at best, not in every variant`,
                )
          }
        >
          <PairTable matrix={matrix} a={a} b={b} rows={byVariant} />
        </Section>
        <Section
          id="costs"
          number={4}
          topic="What they cost to own"
          finding={
            burdens.length === 0
              ? "They cost the same to own"
              : capitalised(`${counted(burdens.length, "cost differs", "costs differ")}`)
          }
          notes={["From 0, nothing, to 100, the worst of the stated scale."]}
        >
          <DataTable caption="Costs of owning each variant, 0 to 100" captionHidden stack>
            <thead>
              <tr>
                <th scope="col">Cost</th>
                {variants.map((variant) => {
                  const option = variant.option === a.id ? a : b;
                  return (
                    <th key={variant.id} scope="col">
                      <OptionName option={{ id: option.id, name: option.label, mark: option.mark }}>
                        {variant.label}
                      </OptionName>
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {burdens.map((burden) => (
                <tr key={burden.id}>
                  <th scope="row">
                    {burden.label}
                    <span className="sub">{burden.what}</span>
                  </th>
                  {variants.map((variant) => {
                    const value = burden.values[variant.id];
                    return (
                      <td key={variant.id} data-label={variant.label}>
                        {value ? (
                          <>
                            <b>{value.typical}</b>
                            <span className="sub">
                              {value.low} to {value.high}
                            </span>
                          </>
                        ) : null}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </DataTable>
        </Section>
      </div>
    </>
  );
}

interface PairTableProps {
  matrix: Pick<Matrix, "variants">;
  a: Option;
  b: Option;
  rows: readonly PairRow[];
}

function PairTable({ matrix, a, b, rows }: PairTableProps) {
  if (rows.length === 0) return null;
  return (
    <DataTable caption={`${a.label} and ${smallLabel(b)}`} captionHidden stack>
      <colgroup>
        <col className="pair-name" />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Capability</th>
          {[a, b].map((option) => (
            <th key={option.id} scope="col">
              <OptionName option={{ id: option.id, name: option.label, mark: option.mark }} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ capability, a: offerA, b: offerB }) => (
          <tr key={capability.id}>
            <th scope="row">
              <a href={`/matrix/${capability.id}`}>{capability.label}</a>
            </th>
            {[offerA, offerB].map((offer) => (
              <td key={offer.option.id} data-label={offer.option.label}>
                <PairCell matrix={matrix} capability={capability} offer={offer} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

interface PairCellProps {
  matrix: Pick<Matrix, "variants">;
  capability: Capability;
  offer: Offer;
}

/** The best variant in words; the others by their level where it differs. */
function PairCell({ matrix, capability, offer }: PairCellProps) {
  const { option, variant, cell } = offer;
  const others = matrix.variants.flatMap((each) => {
    const other = capability.cells[each.id];
    const differs = other && (other.support !== cell.support || other.maturity !== cell.maturity);
    return each.option === option.id && differs ? { variant: each, cell: other } : [];
  });
  return (
    <>
      <a className="pair-level" href={`/matrix/${capability.id}#${variant.id}`}>
        <SupportLevel level={cell.support} maturity={cell.maturity} />
      </a>
      {others.length > 0 ? (
        <span className="pair-variants">
          {variant.short};{" "}
          {others.map((other) => (
            <span key={other.variant.id}>
              {other.variant.short}:{" "}
              <SupportLevel level={other.cell.support} maturity={other.cell.maturity} />
            </span>
          ))}
        </span>
      ) : null}
      <span className="sub">
        {cell.note} {cell.support === "full" ? null : cell.limits}
      </span>
    </>
  );
}
