import type { KitView } from "@/lib/kit/kit-view";

/** What was asked for and has no file, with the reason and the finding that says more. */
export function GapList({ gaps }: { gaps: KitView["gaps"] }) {
  return (
    <ul className="kit-gaps">
      {gaps.map(({ answer, why, finding }) => (
        <li key={answer.question + answer.text}>
          <b>{answer.text}</b>
          <span>{why}</span>
          {finding ? <a href={finding.href}>The finding: {finding.label}</a> : null}
        </li>
      ))}
    </ul>
  );
}
