import type { ReactNode } from "react";
import { OptionName } from "@/components/ui/mark";
import { type OptionLook, optionClass } from "@/components/ui/option";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export interface SlotGroup {
  readonly id: string;
  readonly label: string;
  /** Points it can earn; the slot is as wide. */
  readonly weight: number;
}

export interface SlotRow {
  readonly option: OptionLook;
  /** The variant. */
  readonly sub?: ReactNode;
  readonly score: number;
  /** Points earned, in the order of the groups. */
  readonly earned: readonly number[];
  /** As it would score if it were not ruled out. */
  readonly hatched?: boolean;
}

interface SlotsProps {
  /** Says what the table shows. */
  label: string;
  groups: readonly SlotGroup[];
  rows: readonly SlotRow[];
}

/** Slots narrower than this share get a letter for a heading, and their name below. */
const narrow = 0.12;

/**
 * Where the points come from. Every slot is as wide as its weight, so points lost show as clearly as points won; the
 * best of a slot is bold.
 */
export function Slots({ label, groups, rows }: SlotsProps) {
  const total = groups.reduce((sum, group) => sum + group.weight, 0);
  const widest = Math.max(...groups.map((group) => group.weight));
  const columns = groups.map((group) => `minmax(0, ${group.weight}fr)`).join(" ");
  const letters = new Map(
    groups
      .filter((group) => group.weight < narrow * total)
      .map((group, index) => [group.id, String.fromCharCode(97 + index)]),
  );
  const best = groups.map((_, index) =>
    Math.max(...rows.filter((row) => !row.hatched).map((row) => row.earned[index] ?? 0)),
  );

  return (
    <div className="slots" style={{ "--columns": columns }}>
      <table>
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>Option</VisuallyHidden>
            </th>
            <th scope="col">Score</th>
            {groups.map((group) => (
              <th key={group.id} scope="col" className="slots-group">
                {letters.has(group.id) ? (
                  <>
                    <span aria-hidden="true">{letters.get(group.id)}</span>
                    <VisuallyHidden>
                      {group.label}, of {points(group.weight)}
                    </VisuallyHidden>
                  </>
                ) : (
                  <>
                    {group.label} <span className="slots-of">of {points(group.weight)}</span>
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={`${row.option.id} ${row.score}`}
              className={optionClass(row.option.id)}
              data-hatched={row.hatched || undefined}
            >
              <th scope="row">
                <OptionName option={row.option} sub={row.sub} />
              </th>
              <td className="slots-score">
                {points(row.score)}
                {row.hatched ? <VisuallyHidden>, if it were not ruled out</VisuallyHidden> : null}
              </td>
              {groups.map((group, index) => {
                const earned = row.earned[index] ?? 0;
                const isBest = !row.hatched && earned > 0 && earned === best[index];
                return (
                  <td
                    key={group.id}
                    className="slots-slot"
                    style={{
                      "--p": group.weight > 0 ? (100 * earned) / group.weight : 0,
                      "--w": (100 * group.weight) / widest,
                    }}
                  >
                    <span className="slots-label" aria-hidden="true">
                      {group.label}
                    </span>
                    <i aria-hidden="true" />
                    <span className="slots-points">
                      {isBest ? <b>{points(earned)}</b> : points(earned)}
                      <VisuallyHidden>
                        {` of ${points(group.weight)}${isBest ? ", the best" : ""}`}
                      </VisuallyHidden>
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {letters.size > 0 ? (
        <p className="slots-letters" aria-hidden="true">
          {groups
            .filter((group) => letters.has(group.id))
            .map((group) => (
              <span key={group.id}>
                <b>{letters.get(group.id)}</b> {group.label} of {points(group.weight)}
              </span>
            ))}
        </p>
      ) : null}
    </div>
  );
}

function points(value: number): string {
  return value.toFixed(1);
}
