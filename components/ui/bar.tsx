import { OptionName } from "@/components/ui/mark";
import { type OptionLook, optionClass } from "@/components/ui/option";

/** Leaning starts at the first, clear at the second, in per cent. */
export interface Thresholds {
  readonly leaning: number;
  readonly clear: number;
}

interface BarProps {
  /** Fills, one after the other, in per cent of the track. */
  parts: readonly { readonly option: string; readonly value: number }[];
  size?: "thin" | "normal" | "thick";
  thresholds?: Thresholds;
}

/** A bar. It only repeats a number: write that beside it. */
export function Bar({ parts, size = "normal", thresholds }: BarProps) {
  return (
    <span
      className="bar"
      data-size={size}
      data-thresholds={thresholds ? "" : undefined}
      style={thresholds && { "--leaning": thresholds.leaning, "--clear": thresholds.clear }}
      aria-hidden="true"
    >
      {parts.map((part) => (
        <i key={part.option} className={optionClass(part.option)} style={{ "--v": part.value }} />
      ))}
    </span>
  );
}

interface SharesProps {
  /** Of 100, in the order of the options everywhere. Zeros are left out. */
  shares: readonly { readonly option: OptionLook; readonly count: number }[];
  /** Say the options’ names, where no list beside it does. */
  named?: boolean;
}

/** First places shared out among the options: a full bar, and the same as numbers. */
export function Shares({ shares, named = false }: SharesProps) {
  const shown = shares.filter((share) => share.count > 0);
  return (
    <div className="shares">
      <Bar
        parts={shown.map((share) => ({ option: share.option.id, value: share.count }))}
        size="thick"
      />
      <ul>
        {shown.map(({ option, count }) => (
          <li key={option.id}>
            <OptionName option={option}>
              <span className={named ? undefined : "sr-only"}>{option.name} </span>
              {named ? <b>{count}</b> : count}
            </OptionName>
          </li>
        ))}
      </ul>
    </div>
  );
}
