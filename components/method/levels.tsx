import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { SupportLevel } from "@/components/ui/support-level";
import type { BurdenFacts, Levels } from "@/lib/data/types";

type Triple = readonly [low: number, typical: number, high: number];

function Numbers({ value: [low, typical, high], unit = "" }: { value: Triple; unit?: string }) {
  return (
    <>
      {low === high ? `${typical}${unit}` : `${low} to ${high}${unit}`}
      {low === high ? null : <span className="sub">typical {`${typical}${unit}`}</span>}
    </>
  );
}

interface LevelRow {
  readonly id: string;
  readonly label: string;
  readonly value: Triple;
  readonly because: string;
}

function LevelTable({
  caption,
  what,
  rows,
  unit = "",
}: {
  caption: string;
  what: string;
  rows: readonly LevelRow[];
  unit?: string;
}) {
  return (
    <DataTable caption={caption} stack>
      <thead>
        <tr>
          <th scope="col">Level</th>
          <th scope="col">{what}</th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, value, because }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td data-label={what}>
              <Numbers value={value} unit={unit} />
            </td>
            <td data-label="Because">{because}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

export function ImportanceTable({ levels }: { levels: Levels }) {
  const rows = Object.entries(levels.importance).map(([id, { label, weight, because }]) => ({
    id,
    label,
    value: weight,
    because,
  }));
  return <LevelTable caption="What an importance weighs" what="Weight" rows={rows} />;
}

export function SupportTable({ levels }: { levels: Levels }) {
  return (
    <DataTable caption="What a finding is worth, of 100" stack>
      <thead>
        <tr>
          <th scope="col">Support</th>
          <th scope="col">Worth</th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(levels.support).map(([id, { value, because }]) => (
          <tr key={id}>
            <th scope="row">
              <SupportLevel level={id as keyof Levels["support"]} />
            </th>
            <td data-label="Worth">
              <Numbers value={value} />
            </td>
            <td data-label="Because">{because}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

export function DoubtTables({ levels }: { levels: Levels }) {
  const maturity = Object.entries(levels.maturity).map(([id, { label, percent, because }]) => ({
    id,
    label,
    value: percent,
    because,
  }));
  const confidence = Object.entries(levels.confidence).map(([id, { label, widen, because }]) => ({
    id,
    label,
    value: [widen, widen, widen] as Triple,
    because,
  }));
  return (
    <>
      <LevelTable
        caption="Maturity takes a part off"
        what="Of the worth"
        unit=" %"
        rows={maturity}
      />
      <LevelTable caption="Doubt widens the range at both ends" what="Points" rows={confidence} />
    </>
  );
}

export function BurdenTable({
  burdens,
  levels,
}: {
  burdens: readonly BurdenFacts[];
  levels: Levels;
}) {
  return (
    <DataTable caption="What owning costs: scales and weights" stack>
      <thead>
        <tr>
          <th scope="col">Burden</th>
          <th scope="col">Weight</th>
          <th scope="col">Scale and method</th>
        </tr>
      </thead>
      <tbody>
        {burdens.map(({ id, label, what, scale, method }) => (
          <tr key={id}>
            <th scope="row">
              {label}
              <span className="sub">{what}</span>
            </th>
            <td data-label="Weight">
              <Numbers value={levels.burdens[id]?.weight ?? [0, 0, 0]} />
            </td>
            <td data-label="Scale and method">
              {levels.burdens[id]?.because}
              <Disclosure summary="How it is measured">
                <p>{scale}</p>
                <p>{method}</p>
              </Disclosure>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
