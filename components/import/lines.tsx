import type { Line } from "@/lib/recognise/types";

/** Lines of what was pasted, as text and nothing else. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="import-lines">
      {lines.map(({ paste, number, text }) => (
        <li key={`${paste} ${number}`}>
          <span>line {number}</span>
          <code>{text}</code>
        </li>
      ))}
    </ul>
  );
}
