import { DataTable } from "@/components/ui/data-table";
import type { FieldView } from "@/lib/api/reference-view";

interface FieldTableProps {
  caption: string;
  fields: readonly FieldView[];
  /** What the second column holds: “Takes” for parameters, “Type” for fields. */
  typeHeading: string;
}

/** Parameters of a request, or fields of an answer. */
export function FieldTable({ caption, fields, typeHeading }: FieldTableProps) {
  return (
    <div className="api-fields">
      <DataTable caption={caption} captionHidden stack>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">{typeHeading}</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, type, description, required }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
                {required ? null : <span className="sub">optional</span>}
              </th>
              <td data-label={typeHeading}>{type}</td>
              <td data-label="Meaning">{description}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
