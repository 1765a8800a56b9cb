import { DataTable } from "@/components/ui/data-table";
import { OptionName } from "@/components/ui/mark";
import type { OptionLook } from "@/components/ui/option";

export interface LicenceRow {
  readonly id: string;
  readonly option: OptionLook;
  readonly short: string;
  /** What is publicly known of the price, as a sentence. */
  readonly text: string;
}

export interface LicenceSource {
  readonly url: string;
  readonly title: string;
  readonly version: string;
  readonly claim: string;
}

/** Licence money, as far as it is public. */
export function LicenceTable({
  rows,
  sources,
}: {
  rows: readonly LicenceRow[];
  sources: readonly LicenceSource[];
}) {
  return (
    <>
      <DataTable stack captionHidden caption="What a licence costs, as far as it is public">
        <thead>
          <tr>
            <th scope="col">Variant</th>
            <th scope="col">Licence, as far as it is public</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, option, short, text }) => (
            <tr key={id}>
              <th scope="row">
                <OptionName option={option} sub={short} />
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <ul className="cost-list note">
        {sources.map(({ url, title, version, claim }) => (
          <li key={`${url} ${claim}`}>
            <a href={url} rel="noopener">
              {title}
            </a>{" "}
            ({version}): {claim}
          </li>
        ))}
      </ul>
    </>
  );
}
