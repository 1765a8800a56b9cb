import { SourceList } from "@/components/result/source-list";
import { DataGrid } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { OptionName } from "@/components/ui/mark";
import { optionClass } from "@/components/ui/option";
import type { BurdenRow, OwnershipView } from "@/lib/result/ownership";

/** What owning each variant costs, burden by burden, and below it where the numbers come from. */
export function BurdenTable({ ownership }: { ownership: OwnershipView }) {
  const { columns, burdens } = ownership;
  return (
    <>
      <DataGrid
        caption="Burdens, 0 costs nothing and 100 is the worst of the scale: typical, and low to high"
        scrollNote={columns.length > 2 ? "Scroll sideways for all variants." : undefined}
        minWidth={12 + 8 * columns.length}
      >
        <colgroup>
          <col />
          {columns.map(({ variant }) => (
            <col key={variant.id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Burden, 0 to 100</th>
            {columns.map(({ variant }) => (
              <th key={variant.id} scope="col" className={optionClass(variant.option.id)}>
                <OptionName option={variant.option} sub={variant.short} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {burdens.map((burden) => (
            <tr key={burden.id}>
              <th scope="row">
                {burden.short}
                <span className="sub quiet">weighs {burden.weight.toFixed(1)}</span>
              </th>
              {burden.cells.map(({ variant, cost, rules }, index) => (
                <td key={variant} className={optionClass(columns[index]?.variant.option.id ?? "")}>
                  <span className="burden-cost">
                    <b>{cost[1]}</b>
                    {cost[0] === cost[2] ? null : (
                      <span>
                        {cost[0]}–{cost[2]}
                      </span>
                    )}
                    {rules.length > 0 ? <abbr title="Changed by your answers">*</abbr> : null}
                  </span>
                  <span
                    className="burden-range"
                    style={{ "--low": cost[0], "--typical": cost[1], "--high": cost[2] }}
                    aria-hidden="true"
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tbody>
          <tr className="burden-ease">
            <th scope="row">
              <b>Ease of ownership</b>
              <span className="sub quiet">100 less the weighted mean</span>
            </th>
            {columns.map(({ variant, ease }) => (
              <td key={variant.id}>
                <b>{ease.toFixed(1)}</b>
              </td>
            ))}
          </tr>
        </tbody>
      </DataGrid>
      <p className="note after-figure">
        An asterisk marks what your answers changed; the reason is with the burden below.
      </p>
      <div className="burden-details">
        {burdens.map((burden) => (
          <Disclosure key={burden.id} summary={burden.label}>
            <BurdenDetail burden={burden} columns={columns} />
          </Disclosure>
        ))}
      </div>
    </>
  );
}

function BurdenDetail({
  burden,
  columns,
}: {
  burden: BurdenRow;
  columns: OwnershipView["columns"];
}) {
  return (
    <div className="burden-detail" id={`burden-${burden.id}`}>
      <p>{burden.what}</p>
      <p className="note">{burden.scale}</p>
      {burden.rules.map(({ id, because }) => (
        <p key={id}>Your answers change its weight: {because}</p>
      ))}
      <dl>
        {burden.cells.map(({ variant, cost, because, rules }, index) => (
          <div key={variant}>
            <dt>
              {columns[index]?.variant.label}, <b>{cost[1]}</b>
            </dt>
            <dd>
              {because}
              {rules.map((rule) => (
                <span key={rule.id}> Changed by your answers: {rule.because}</span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <SourceList sources={burden.sources} />
    </div>
  );
}
