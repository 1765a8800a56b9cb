import type { ReactNode } from "react";
import { type MarkShape, type OptionLook, optionClass } from "@/components/ui/option";
import { markPath } from "@/lib/result/mark-path";

/** An option's shape in its colour. On its own only where the option's name stands in the same row. */
export function Mark({ option, mark }: { option: string; mark: MarkShape }) {
  return (
    <svg
      className={`mark ${optionClass(option)}`}
      viewBox="0 0 16 16"
      width="12"
      height="12"
      aria-hidden="true"
    >
      <path d={markPath(mark, 0, 0, 16)} />
    </svg>
  );
}

interface OptionNameProps {
  option: OptionLook;
  /** In place of the option's own name, say “Istio, sidecar mode”. */
  children?: ReactNode;
  /** A second, quieter line, say the variant. */
  sub?: ReactNode;
}

export function OptionName({ option, children, sub }: OptionNameProps) {
  return (
    <span className="option-name">
      <Mark option={option.id} mark={option.mark} />
      <span>
        {children ?? option.name}
        {sub ? <span className="option-name-sub">{sub}</span> : null}
      </span>
    </span>
  );
}
