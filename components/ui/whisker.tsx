import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import { type OptionLook, optionClass } from "@/components/ui/option";
import { positionOn, type Scale } from "@/components/ui/scale";

interface WhiskerProps {
  option: OptionLook;
  low: number;
  typical: number;
  high: number;
  scale: Scale;
  /** The typical value as written: “15 cores”. */
  text: ReactNode;
  /** The range as written: “7 to 30”. */
  range: ReactNode;
}

/** Lowest, typical and highest on a common scale, and the same in words. */
export function Whisker({ option, low, typical, high, scale, text, range }: WhiskerProps) {
  return (
    <div className={`whisker ${optionClass(option.id)}`}>
      <span
        className="whisker-track"
        style={{
          "--low": positionOn(scale, low),
          "--typical": positionOn(scale, typical),
          "--high": positionOn(scale, high),
        }}
        aria-hidden="true"
      >
        {scale.ticks.map((tick) => (
          <i key={tick} style={{ "--x": positionOn(scale, tick) }} />
        ))}
        <Mark option={option.id} mark={option.mark} />
      </span>
      <span className="whisker-text">
        <b>{text}</b>
        <span>{range}</span>
      </span>
    </div>
  );
}

/** The numbers under a column of whiskers. */
export function WhiskerAxis({ scale, unit }: { scale: Scale; unit?: string }) {
  return (
    <div className="whisker whisker-axis" aria-hidden="true">
      <span>
        {scale.ticks.map((tick) => (
          <span key={tick} style={{ "--x": positionOn(scale, tick) }}>
            {tick}
          </span>
        ))}
      </span>
      <span>{unit}</span>
    </div>
  );
}
