"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { CostForm } from "@/components/costs/cost-form";
import { CostResults } from "@/components/costs/cost-results";
import { sizeRows } from "@/lib/costs/cost-view";
import {
  type CostInputs,
  loadOf,
  readInputs,
  type TypedInputs,
  writeInputs,
} from "@/lib/costs/inputs";
import type { SizingModel } from "@/lib/costs/model";
import { arrangeRows, type CostVariant, type Standing } from "@/lib/costs/rows";

interface CostCalculatorProps {
  model: SizingModel;
  variants: readonly CostVariant[];
  standing: Standing | undefined;
  /** What stands in the fields when the page is served. */
  typed: TypedInputs;
  defaults: CostInputs;
  code: string | undefined;
  /** Under the fields: what was assumed, and why. */
  children: ReactNode;
}

/** Browsers allow some hundred address changes in half a minute. */
const addressDelay = 400;

/** The load beside what follows from it. The server renders the same from the address, so it works without scripts. */
export function CostCalculator(props: CostCalculatorProps) {
  const { model, variants, standing, defaults, code, children } = props;
  const [typed, setTyped] = useState(props.typed);
  const first = useRef(true);
  const { inputs, problems } = useMemo(() => readInputs(typed, defaults), [typed, defaults]);
  const load = useMemo(() => loadOf(inputs, model.waypoints), [inputs, model]);
  const rows = useMemo(
    () => sizeRows(model, arrangeRows(model, variants, standing), load),
    [model, variants, standing, load],
  );

  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const timer = setTimeout(() => {
      history.replaceState(null, "", `/costs?${writeInputs(typed, code)}`);
    }, addressDelay);
    return () => clearTimeout(timer);
  }, [typed, code]);

  return (
    <div className="cost-page">
      <div className="cost-inputs">
        <CostForm
          typed={typed}
          inputs={inputs}
          waypoints={load.waypoints}
          problems={problems}
          code={code}
          onType={(field, text) => setTyped((before) => ({ ...before, [field]: text }))}
        >
          {children}
        </CostForm>
      </div>
      <div className="cost-results on-field" id="figures">
        {problems.length > 0 ? (
          <ul className="cost-problems" aria-label="What could not be used">
            {problems.map(({ field, text }) => (
              <li key={field}>
                <a href={`#cost-${field}`}>{text}</a>
              </li>
            ))}
          </ul>
        ) : null}
        <CostResults model={model} inputs={inputs} load={load} rows={rows} standing={standing} />
      </div>
    </div>
  );
}
