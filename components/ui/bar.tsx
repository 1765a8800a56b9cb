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

export type MeterZone = "close" | "leaning" | "clear";

const zones: Record<MeterZone, string> = {
  close: "too close to call",
  leaning: "leaning",
  clear: "clear",
};

interface MeterProps {
  option: OptionLook;
  /** First places of 100. */
  value: number;
  /** The verdict's own word: a share may reach a threshold and still be too close to call. */
  zone: MeterZone;
  thresholds: Thresholds;
}

/** How sure: the leader's share against the two thresholds. */
export function Meter({ option, value, zone, thresholds }: MeterProps) {
  return (
    <div className="meter" style={{ "--leaning": thresholds.leaning, "--clear": thresholds.clear }}>
      <p className="sr-only">
        {`${option.name} is first in ${value} of 100: ${zones[zone]}. Leaning starts at ${thresholds.leaning}, clear at ${thresholds.clear}.`}
      </p>
      <Bar parts={[{ option: option.id, value }]} size="thick" thresholds={thresholds} />
      <p className="meter-zones" aria-hidden="true">
        {(["close", "leaning", "clear"] as const).map((id) =>
          id === zone ? <b key={id}>{zones[id]}</b> : <span key={id}>{zones[id]}</span>,
        )}
      </p>
    </div>
  );
}

interface SharesProps {
  /** Of 100, in the order of the options everywhere. Zeros are left out. */
  shares: readonly { readonly option: OptionLook; readonly count: number }[];
}

/** First places shared out among the options: a full bar, and the same as numbers. */
export function Shares({ shares }: SharesProps) {
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
              <span className="sr-only">{option.name} </span>
              {count}
            </OptionName>
          </li>
        ))}
      </ul>
    </div>
  );
}
