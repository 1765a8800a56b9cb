import { DataTable } from "@/components/ui/data-table";
import { OptionName } from "@/components/ui/mark";
import type { OptionLook } from "@/components/ui/option";
import type { TrialReport } from "@/lib/data/types";
import type { DecisionRow } from "@/lib/method/trial-view";

type Group = TrialReport["groups"][number];

/** Share shown beside how often the experts agreed, by band of the share and by word. */
export function ReliabilityTable({ group, caption }: { group: Group; caption: string }) {
  const rows = (heading: string, agreements: Group["bands"]) => (
    <tbody>
      <tr className="group">
        <th scope="colgroup" colSpan={5}>
          {heading}
        </th>
      </tr>
      {[...agreements]
        .filter(({ cases }) => cases > 0)
        .sort((a, b) => b.shown - a.shown)
        .map(({ label, cases, shown, exact, acceptable }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td data-label="Cases">{cases}</td>
            <td data-label="Shown">{shown.toFixed(0)}</td>
            <td data-label="Chosen">{((100 * exact) / cases).toFixed(0)}</td>
            <td data-label="Accepted">{((100 * acceptable) / cases).toFixed(0)}</td>
          </tr>
        ))}
    </tbody>
  );
  return (
    <DataTable caption={caption} stack>
      <thead>
        <tr>
          <th scope="col">Of 100</th>
          <th scope="col">Cases</th>
          <th scope="col">Shown</th>
          <th scope="col">Chosen</th>
          <th scope="col">Accepted</th>
        </tr>
      </thead>
      {rows("By the share shown", group.bands)}
      {rows("By the word", group.words)}
    </DataTable>
  );
}

/** This engine beside what is simpler, blind encodings apart from masked ones. */
export function BaselineTable({ groups }: { groups: readonly Group[] }) {
  return (
    <DataTable
      caption="The same decisions judged in simpler ways: first place as chosen, as chosen or acceptable, and the Brier score (lower is better)"
      stack
    >
      <thead>
        <tr>
          <th scope="col">Judged by</th>
          <th scope="col">Chosen</th>
          <th scope="col">Accepted</th>
          <th scope="col">Brier</th>
        </tr>
      </thead>
      {groups.map(({ id, label, cases, judges }) => (
        <tbody key={id}>
          <tr className="group">
            <th scope="colgroup" colSpan={4}>
              {label}: {cases} decisions
            </th>
          </tr>
          {judges.map((judge) => (
            <tr key={judge.id}>
              <th scope="row">{judge.label}</th>
              <td data-label="Chosen">{judge.exact}</td>
              <td data-label="Accepted">{judge.acceptable}</td>
              <td data-label="Brier">{judge.brier.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}

const agreements = {
  chosen: "as chosen",
  acceptable: "acceptable to them",
  other: "they chose otherwise",
} as const;

interface DecisionTableProps {
  rows: readonly DecisionRow[];
  lookOf: (option: string) => OptionLook;
}

/** Every published decision beside the verdict on its needs, each judged by the others only. */
export function DecisionTable({ rows, lookOf }: DecisionTableProps) {
  return (
    <DataTable caption="Every decision, judged by completions from the others only" stack>
      <thead>
        <tr>
          <th scope="col">Situation</th>
          <th scope="col">Chosen there</th>
          <th scope="col">First place here</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ decision, kind, first, word, share, agreement }) => (
          <tr key={decision.id}>
            <th scope="row">
              {decision.organisation}
              {decision.year ? `, ${decision.year}` : null}
              <span className="sub">{decision.text}</span>
            </th>
            <td data-label="Chosen there">
              <OptionName option={lookOf(decision.choice.option)} />
            </td>
            <td data-label="First place here">
              <OptionName option={lookOf(first)} sub={`${share} of 100, ${word}`} />
              <span className="sub">{agreements[agreement]}</span>
            </td>
            <td data-label="Source">
              {decision.source.url ? (
                <a href={decision.source.url}>{decision.source.title}</a>
              ) : (
                decision.source.title
              )}
              <span className="sub">encoded {kind}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

interface WantedRow {
  readonly place: string;
  readonly label: string;
  readonly nice: number;
  readonly important: number;
  readonly must: number;
}

/** How often the decisions ask for each thing: what open answers are completed from. */
export function RateTable({ rows, decisions }: { rows: readonly WantedRow[]; decisions: number }) {
  return (
    <DataTable caption={`How many of ${decisions} decisions ask for it`}>
      <thead>
        <tr>
          <th scope="col">Wish</th>
          <th scope="col">Must</th>
          <th scope="col">Important</th>
          <th scope="col">Nice</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ place, label, nice, important, must }) => (
          <tr key={place}>
            <th scope="row">{label}</th>
            <td>{must}</td>
            <td>{important}</td>
            <td>{nice}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

interface PriorTableProps {
  priors: TrialReport["priors"];
  labelOf: (preset: string) => string;
  lookOf: (option: string) => OptionLook;
}

const beliefs = [
  ["decisions", "As decisions like it"],
  ["nothing", "Nothing more is wanted"],
  ["independent", "Each wish by its own rate"],
  ["uniform", "Everything equally likely"],
] as const;

/** The verdict on each example architecture by what is believed of its open answers. */
export function PriorTable({ priors, labelOf, lookOf }: PriorTableProps) {
  return (
    <DataTable caption="First place in the examples, by what is believed of open answers" stack>
      <thead>
        <tr>
          <th scope="col">Example</th>
          {beliefs.map(([id, label]) => (
            <th scope="col" key={id}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {priors.map(({ preset, verdicts }) => (
          <tr key={preset}>
            <th scope="row">{labelOf(preset)}</th>
            {beliefs.map(([id, label]) => (
              <td key={id} data-label={label}>
                <OptionName
                  option={lookOf(verdicts[id].first)}
                  sub={`${verdicts[id].share} of 100`}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
