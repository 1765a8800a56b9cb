import { Mark } from "@/components/ui/mark";
import type { Filter } from "@/lib/reference/filter";
import type { MatrixView } from "@/lib/reference/matrix-view";
import { levelWords } from "./matrix-table";

interface MatrixFiltersProps {
  view: MatrixView;
  filter: Filter;
  onChange: (filter: Filter) => void;
  onSearchFocus: () => void;
}

const levels = ["full", "partial", "addon", "diy", "none", "unknown", "moot"] as const;

/** A form that any browser can send; with JavaScript it acts at once. */
export function MatrixFilters({ view, filter, onChange, onSearchFocus }: MatrixFiltersProps) {
  const all = view.options.flatMap((option) => option.columns.map(({ id }) => id));
  const shown = filter.columns.length === 0 ? all : filter.columns;

  function toggle(id: string) {
    const next = all.filter((each) => (each === id ? !shown.includes(id) : shown.includes(each)));
    // A table without columns says nothing, so the last one stays.
    if (next.length > 0) onChange({ ...filter, columns: next.length === all.length ? [] : next });
  }

  return (
    <form
      className="matrix-filters"
      action="/matrix"
      method="get"
      onSubmit={(event) => event.preventDefault()}
    >
      <p className="matrix-filter-text">
        <label htmlFor="matrix-q">Words in a capability or its notes</label>
        <input
          className="field-box"
          id="matrix-q"
          type="search"
          name="q"
          value={filter.q}
          onFocus={onSearchFocus}
          onChange={(event) => onChange({ ...filter, q: event.target.value })}
          autoComplete="off"
          maxLength={80}
        />
      </p>
      <p>
        <label htmlFor="matrix-group">Group</label>
        <select
          className="field-box"
          id="matrix-group"
          name="group"
          value={filter.group}
          onChange={(event) => onChange({ ...filter, group: event.target.value })}
        >
          <option value="">All groups</option>
          {view.groups.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="matrix-level">A shown cell is</label>
        <select
          className="field-box"
          id="matrix-level"
          name="level"
          value={filter.level}
          onChange={(event) =>
            onChange({
              ...filter,
              level: levels.find((level) => level === event.target.value) ?? "",
            })
          }
        >
          <option value="">Any level</option>
          {levels.map((level) => (
            <option key={level} value={level}>
              {levelWords[level]}
            </option>
          ))}
        </select>
      </p>
      <p className="matrix-filter-check">
        <label>
          <input
            className="checkbox"
            type="checkbox"
            name="differs"
            value="1"
            checked={filter.differs}
            onChange={() => onChange({ ...filter, differs: !filter.differs })}
          />
          Only what differs
        </label>
      </p>
      <fieldset>
        <legend>Columns</legend>
        {view.options.map((option) => (
          <div key={option.id}>
            <span>
              <Mark option={option.id} mark={option.mark} /> {option.label}
            </span>
            {option.columns.map((column) => (
              <label key={column.id}>
                <input
                  className="checkbox"
                  type="checkbox"
                  name="column"
                  value={column.id}
                  checked={shown.includes(column.id)}
                  onChange={() => toggle(column.id)}
                />
                {column.short}
              </label>
            ))}
          </div>
        ))}
      </fieldset>
      <noscript>
        <button className="button" data-variant="secondary" type="submit">
          Filter
        </button>
      </noscript>
    </form>
  );
}
