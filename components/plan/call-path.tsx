import type { PathView } from "@/lib/plan/layers";

interface CallPathProps {
  path: PathView;
  /** The way in words. */
  description: string;
}

/** One call from workload to workload: who handles it, where it is encrypted, and what is checked there. */
export function CallPath({ path, description }: CallPathProps) {
  const [from, to] = path.secured;
  return (
    <ol className="call-path" aria-label={description}>
      {path.hops.map((hop, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two hops may be of one kind, and their order never changes.
        <li key={index} data-secured={index > from && index <= to ? true : undefined}>
          {index === to ? (
            <span className="call-path-link">
              <b>{path.how}</b>
              <span>
                checks {path.checks}
                {path.through
                  ? `; a ${path.through.label.toLowerCase()} on the way: ${path.through.note}`
                  : null}
              </span>
            </span>
          ) : index > 0 ? (
            <span className="call-path-link" />
          ) : null}
          <span className="call-path-hop">
            <b>{hop.label}</b>
            <span>{hop.note}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
