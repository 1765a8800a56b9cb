import { DataTable } from "@/components/ui/data-table";
import type { RuleText } from "@/lib/data/types";

/** Every rule with its reason and sources. */
export function RuleList({ rules }: { rules: readonly RuleText[] }) {
  return (
    <DataTable caption="Rules, their reasons and sources" stack>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Because</th>
          <th scope="col">Sources</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ id, because, note, sources }) => (
          <tr key={id} id={`rule-${id}`}>
            <th scope="row">{id.replaceAll("-", " ")}</th>
            <td data-label="Because">
              {because}
              {note ? <span className="sub">{note.text}</span> : null}
            </td>
            <td data-label="Sources">
              {sources.map(({ url, title }) => (
                <a key={url} className="block" href={url}>
                  {title}
                </a>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
