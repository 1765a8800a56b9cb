import { exportHref, type Words } from "@/lib/export/links";

/** The result as a file, for other places. Plain links: they need no scripts. */
export function TakeAway({ code, words }: { code: string; words: Words }) {
  const files = [
    { kind: "adr", label: "Decision record (MADR)" },
    { kind: "markdown", label: "Markdown" },
    { kind: "json", label: "JSON" },
    { kind: "csv", label: "Fit grid (CSV)" },
  ] as const;
  return (
    <nav className="take-away" aria-label="This result as a file">
      <span aria-hidden="true">As a file:</span>
      <ul>
        {files.map(({ kind, label }) => (
          <li key={kind}>
            <a href={exportHref(code, kind, words)}>{label}</a>
          </li>
        ))}
        <li>
          <a href="/api">API and assistants</a>
        </li>
      </ul>
    </nav>
  );
}
