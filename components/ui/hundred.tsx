import type { ReactNode } from "react";
import { OptionName } from "@/components/ui/mark";
import { type OptionLook, optionClass } from "@/components/ui/option";
import { apportion } from "@/lib/result/apportion";
import { markPath } from "@/lib/result/mark-path";

const size = 10;
const pitch = 15;

interface HundredProps {
  /** How often each option came first, in any unit; shown as shares of 100. In the order to draw. */
  parts: readonly { readonly option: OptionLook; readonly count: number }[];
  /** Options that cannot come first: named, but without a mark among the hundred. */
  ruledOut?: readonly OptionLook[];
  caption?: ReactNode;
  /** 20 in rows of five, 25 for cards, 10 for a square. */
  columns?: 10 | 20 | 25;
  /** Cards that say the numbers elsewhere leave it out. */
  legend?: boolean;
  /** What a mark stands for, in the plural. */
  unit?: string;
}

/** Certainty as a hundred marks: each is one way to weigh the answers, in the shape and colour of what it puts first. */
export function Hundred({
  parts,
  ruledOut = [],
  caption,
  columns = 20,
  legend = true,
  unit = "weightings",
}: HundredProps) {
  const shares = shareHundred(parts);
  const rows = 100 / columns;
  const width = columns * pitch - (pitch - size);
  const height = rows * pitch - (pitch - size);

  let next = 0;
  const groups = shares.map((share) => {
    const start = next;
    next += share.marks;
    return { ...share, start };
  });

  return (
    <figure className="hundred">
      {caption ? <figcaption className="figure-caption">{caption}</figcaption> : null}
      <svg
        className="hundred-marks"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={describeHundred(shares, ruledOut, unit)}
      >
        {groups.map(({ option, marks, start }) => (
          <path
            key={option.id}
            className={optionClass(option.id)}
            d={marksFrom(start, marks, columns, (x, y) => markPath(option.mark, x, y, size))}
          />
        ))}
        {next === 0 ? (
          <path
            className="hundred-empty"
            d={marksFrom(0, 100, columns, (x, y) => `M${x + 3} ${y + size / 2}h4`)}
          />
        ) : null}
      </svg>
      {legend ? (
        <ul className="hundred-legend" aria-hidden="true">
          {shares.map((share) => (
            <li key={share.option.id}>
              <OptionName option={share.option}>
                {share.option.name} <b>{share.text}</b>
              </OptionName>
            </li>
          ))}
          {ruledOut.map((option) => (
            <li key={option.id}>
              <OptionName option={option}>{option.name}, ruled out</OptionName>
            </li>
          ))}
        </ul>
      ) : null}
    </figure>
  );
}

interface Share {
  readonly option: OptionLook;
  readonly marks: number;
  readonly text: string;
}

/** Options with a share too small for a mark of their own stay in the list, as “under 1”. */
function shareHundred(parts: HundredProps["parts"]): Share[] {
  const marks = apportion(
    parts.map((part) => part.count),
    100,
  );
  return parts.flatMap(({ option, count }, index) => {
    const own = marks[index] ?? 0;
    return count > 0 ? [{ option, marks: own, text: own > 0 ? `${own}` : "under 1" }] : [];
  });
}

function describeHundred(
  shares: readonly Share[],
  ruledOut: readonly OptionLook[],
  unit: string,
): string {
  const [first, ...others] = shares;
  return [
    first
      ? `${first.option.name} is first in ${first.text} of 100 ${unit}`
      : `Nothing is first in any of 100 ${unit}`,
    ...others.map((share) => `${share.option.name} in ${share.text}`),
    ...ruledOut.map((option) => `${option.name} is ruled out`),
  ].join(", ");
}

function marksFrom(
  start: number,
  count: number,
  columns: number,
  draw: (x: number, y: number) => string,
): string {
  return Array.from({ length: count }, (_, index) => {
    const place = start + index;
    return draw((place % columns) * pitch, Math.floor(place / columns) * pitch);
  }).join("");
}
