import { BrandMark } from "@/components/site/brand-mark";
import { navigation } from "@/components/site/navigation";
import type { Release } from "@/components/site/release";

interface SiteHeaderProps {
  /** The href of the navigation item this page belongs to. */
  current?: string | undefined;
  release?: Release | undefined;
}

/** Its links are plain: fetching every page before anybody asks costs more than the page that was asked for. */
export function SiteHeader({ current, release }: SiteHeaderProps) {
  const items = (
    <ul>
      {navigation.map(({ href, label }) => (
        <li key={href}>
          <a href={href} aria-current={href === current ? "page" : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <header className="site-header">
      <a className="brand" href="/">
        <BrandMark />
        Choose a service mesh
      </a>
      <nav className="site-nav" aria-label="Site">
        {items}
      </nav>
      {release ? <p className="site-release">Data release {release.id}</p> : null}
      <details className="site-menu">
        <summary>Menu</summary>
        <nav aria-label="Site">{items}</nav>
      </details>
    </header>
  );
}
