import { positionOn, type Scale } from "@/components/ui/scale";

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
