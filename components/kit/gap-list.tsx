import type { KitView } from "@/lib/kit/view";

/** What was asked for and has no file, with the reason. */
export function GapList({ gaps }: { gaps: KitView["gaps"] }) {
  return (
    <ul className="kit-gaps">
      {gaps.map(({ answer, why }) => (
        <li key={answer.question + answer.text}>
          <b>{answer.text}</b>
          <span>{why}</span>
          <a href={answer.href}>
            Change the answer<span className="sr-only"> on {answer.short}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
