import { Bar } from "@/components/ui/bar";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { Mark, OptionName } from "@/components/ui/mark";
import type { CertaintyView } from "@/lib/result/certainty";

const places = ["First place, of 100", "Second", "Third", "Fourth", "Fifth", "Sixth"];

/** How often each option takes each place. */
export function HowSure({ certainty }: { certainty: CertaintyView }) {
  const { rows, variants } = certainty;
  const shown = Array.from({ length: certainty.places }, (_, place) => places[place] ?? "");
  return (
    <>
      {certainty.places > 0 ? (
        <div className="places">
          <DataTable
            caption="Share of weightings in which each option takes each place"
            captionHidden
            stack
          >
            <colgroup>
              <col className="places-option" />
              {shown.map((place) => (
                <col key={place} />
              ))}
            </colgroup>
            <thead>
              <tr>
                <th scope="col">Option</th>
                {shown.map((place) => (
                  <th key={place} scope="col">
                    {place}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.option.id}>
                  <th scope="row">
                    <OptionName option={row.option} sub={row.variant.short} />
                  </th>
                  {row.places.length === 0 ? (
                    <td colSpan={certainty.places} className="quiet">
                      Ruled out, so never ranked.
                    </td>
                  ) : (
                    row.places.map((share, place) => (
                      <td
                        // biome-ignore lint/suspicious/noArrayIndexKey: places are their own index.
                        key={place}
                        data-label={shown[place]}
                      >
                        <span className="place">
                          <b>{share.text}</b>
                          <Bar parts={[{ option: row.option.id, value: share.of100 }]} />
                        </span>
                      </td>
                    ))
                  )}
                </tr>
              ))}
            </tbody>
          </DataTable>
        </div>
      ) : (
        <p>
          A share is drawn only among options that meet everything you require. Section 4 says what
          each variant fails.
        </p>
      )}
      {variants.length > 0 ? (
        <p className="within-option">
          First places by variant of the option in first place:{" "}
          {variants.map(({ variant, first }, index) => (
            <span key={variant.id}>
              {index > 0 ? ", " : ""}
              {variant.short} <b>{first.text}</b>
            </span>
          ))}{" "}
          of 100.
        </p>
      ) : null}
      {certainty.central.length > 0 ? (
        <Disclosure summary="What one would have to care about for each to win">
          <ul>
            {certainty.central.map(({ option, sentence }) => (
              <li key={option.id}>
                <Mark option={option.id} mark={option.mark} /> {sentence}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}
