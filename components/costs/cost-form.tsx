import type { ReactNode } from "react";
import { CostField } from "@/components/costs/cost-field";
import { useHydrated } from "@/components/costs/use-hydrated";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import {
  type CostInputs,
  fieldOf,
  type InputProblem,
  type NumberFieldId,
  type TypedInputs,
} from "@/lib/costs/inputs";

interface CostFormProps {
  typed: TypedInputs;
  inputs: CostInputs;
  /** Waypoints the load needs, shown where none are given. */
  waypoints: number;
  problems: readonly InputProblem[];
  /** The code of the result these costs belong to. */
  code: string | undefined;
  onType: (field: keyof CostInputs, text: string) => void;
  children: ReactNode;
}

const size: readonly NumberFieldId[] = ["pods", "nodes", "clusters"];
const load: readonly NumberFieldId[] = ["rps", "calls", "hops", "l7"];
const more: readonly NumberFieldId[] = ["waypoints", "replicas"];
const prices: readonly NumberFieldId[] = ["vcpu", "gib"];

/** A plain GET form whose answer is this page again; alive, the figures follow every keystroke. */
export function CostForm(props: CostFormProps) {
  const { typed, inputs, waypoints, problems, code, onType, children } = props;
  const hydrated = useHydrated();
  const wrong = (ids: readonly (keyof CostInputs)[]) =>
    problems.some(({ field }) => ids.includes(field));
  const fields = (ids: readonly NumberFieldId[]) =>
    ids.map((id) => (
      <CostField
        key={id}
        field={fieldOf(id)}
        typed={typed[id] ?? ""}
        used={id === "waypoints" ? (inputs.waypoints ?? waypoints) : inputs[id]}
        problem={problems.find(({ field }) => field === id)?.text}
        onType={(text) => onType(id, text)}
      />
    ));
  const connections = problems.find(({ field }) => field === "conns");
  return (
    <form className="cost-form" action="/costs" method="get" aria-label="Your load">
      {code === undefined ? null : <input type="hidden" name="r" value={code} />}
      <fieldset>
        <legend>How large</legend>
        {fields(size)}
      </fieldset>
      <fieldset>
        <legend>How busy</legend>
        {fields(load)}
      </fieldset>
      <Disclosure summary="Prices" open={wrong(prices) || Boolean(typed.vcpu || typed.gib)}>
        <fieldset>
          <legend className="sr-only">Prices</legend>
          {fields(prices)}
        </fieldset>
      </Disclosure>
      <Disclosure
        summary="Waypoints, replicas, connections"
        open={wrong([...more, "conns"]) || Boolean(typed.waypoints || typed.replicas)}
      >
        <fieldset>
          <legend className="sr-only">Waypoints, replicas, connections</legend>
          {fields(more)}
          <div className="cost-field" data-wrong={connections ? true : undefined}>
            <label htmlFor="cost-conns">Connections between services</label>
            <select
              id="cost-conns"
              name="conns"
              value={inputs.conns}
              aria-describedby={`cost-conns-help${connections ? " cost-conns-problem" : ""}`}
              onChange={(event) => onType("conns", event.target.value)}
            >
              <option value="kept">kept open, or not known</option>
              <option value="new">a new one for every call</option>
            </select>
            <span className="cost-field-help" id="cost-conns-help">
              ztunnel’s CPU follows connections; for the other proxies it was not measured.
            </span>
            {connections ? (
              <span className="cost-field-problem" id="cost-conns-problem">
                {connections.text}
              </span>
            ) : null}
          </div>
        </fieldset>
      </Disclosure>
      <div className="cost-form-end screen-only">
        {hydrated ? (
          <p className="note">
            The figures follow as you type, and the address of the page keeps them.
          </p>
        ) : (
          <Button type="submit">Work it out</Button>
        )}
      </div>
      {children}
    </form>
  );
}
