import type { DutyView } from "@/lib/plan/layers";

interface StepRefsProps {
  steps: readonly Pick<DutyView, "id" | "number">[];
  /** The page that tells them, where it is another. */
  page?: string;
}

/** “Steps 1.2, 3.1”: duties by their numbers, each leading to where it is told. */
export function StepRefs({ steps, page = "" }: StepRefsProps) {
  if (steps.length === 0) return <span className="plan-quiet">None in this plan</span>;
  return (
    <span>
      {steps.length === 1 ? "Step" : "Steps"}{" "}
      {steps.toSorted(byNumber).map(({ id, number }, index) => (
        <span key={id}>
          {index > 0 ? ", " : null}
          <a href={`${page}#duty-${id}`}>{number}</a>
        </span>
      ))}
    </span>
  );
}

const byNumber = (a: { readonly number: string }, b: { readonly number: string }) =>
  a.number.localeCompare(b.number, "en", { numeric: true });
