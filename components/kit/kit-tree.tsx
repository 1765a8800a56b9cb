import type { KitView } from "@/lib/kit/kit-view";

/** The files of a kit in the order in which they are applied, each a link that opens it. */
export function KitTree({ steps }: { steps: KitView["steps"] }) {
  return (
    <nav className="kit-tree" aria-label="Files of the kit">
      <ol>
        {steps.map(({ id, title, files }) => (
          <li key={id}>
            <b>{title}</b>
            <ul>
              {files.map(({ path, name, href, current, purpose }) => (
                <li key={path}>
                  <a
                    href={`${href}#file`}
                    aria-current={current ? "page" : undefined}
                    rel="nofollow"
                    title={purpose}
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </nav>
  );
}
