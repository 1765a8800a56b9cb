import { Mark } from "@/components/ui/mark";
import { type OptionLook, optionClass } from "@/components/ui/option";
import { positionOn, type Scale } from "@/components/ui/scale";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Estimate } from "@/lib/costs/estimate";
import { figure, spread, type Unit } from "@/lib/costs/format";

interface CostWhiskerProps {
  option: OptionLook;
  estimate: Estimate;
  scale: Scale;
  unit: Unit;
}

/**
 * Lowest, typical and highest on a common scale and in words. Without a typical value the whisker has no mark; what was
 * never measured has no whisker.
 */
export function CostWhisker({ option, estimate, scale, unit }: CostWhiskerProps) {
  if (estimate.kind === "refused") {
    return (
      <div className={`whisker cost-refused ${optionClass(option.id)}`}>
        <span className="whisker-track" aria-hidden="true">
          <Ticks scale={scale} />
        </span>
        <span className="whisker-text">not measured</span>
      </div>
    );
  }
  const { low, high } = estimate;
  const typical = estimate.kind === "measured" ? estimate.typical : undefined;
  const place = (value: number) => positionOn(scale, value / unit.per);
  return (
    <div
      className={`whisker ${typical === undefined ? "cost-bounds " : ""}${optionClass(option.id)}`}
    >
      <span
        className="whisker-track"
        style={{
          "--low": place(low),
          "--typical": typical === undefined ? undefined : place(typical),
          "--high": place(high),
        }}
        aria-hidden="true"
      >
        <Ticks scale={scale} />
        {typical === undefined ? null : <Mark option={option.id} mark={option.mark} />}
      </span>
      <span className="whisker-text">
        {typical === undefined ? (
          <>
            {spread(low, high, unit)}
            <span>typical unknown</span>
          </>
        ) : (
          <>
            <b>{figure(typical / unit.per)}</b>
            <VisuallyHidden> {unit.name}, from </VisuallyHidden>
            <span>{spread(low, high, unit)}</span>
            {estimate.kind === "measured" && estimate.uncounted ? (
              <span>part unmeasured</span>
            ) : null}
          </>
        )}
      </span>
    </div>
  );
}

function Ticks({ scale }: { scale: Scale }) {
  return scale.ticks.map((tick) => <i key={tick} style={{ "--x": positionOn(scale, tick) }} />);
}
