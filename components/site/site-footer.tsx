import { footerNavigation } from "@/components/site/navigation";
import type { Release } from "@/components/site/release";
import { Day } from "@/components/ui/day";

export function SiteFooter({ release }: { release?: Release | undefined }) {
  return (
    <footer className="site-footer">
      <nav aria-label="More pages">
        <ul>
          {footerNavigation.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        Independent: no vendor pays for a place here, and none edits what is said. Your answers stay
        in the address of the page and are not collected.
      </p>
      <p>
        {release ? (
          <>
            Data release {release.id}, checked up to <Day iso={release.asOf} />,{" "}
          </>
        ) : (
          "Data "
        )}
        licensed <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. Programs and
        assistants can ask too: <a href="/api">API</a>.
      </p>
    </footer>
  );
}
