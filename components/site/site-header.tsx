import Link from "next/link";
import { BrandMark } from "@/components/site/brand-mark";
import { navigation } from "@/components/site/navigation";
import type { Release } from "@/components/site/release";

interface SiteHeaderProps {
  /** The href of the navigation item this page belongs to. */
  current?: string | undefined;
  release?: Release | undefined;
}

export function SiteHeader({ current, release }: SiteHeaderProps) {
  const items = (
    <ul>
      {navigation.map(({ href, label }) => (
        <li key={href}>
          <Link href={href} aria-current={href === current ? "page" : undefined}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <header className="site-header">
      <Link className="brand" href="/">
        <BrandMark />
        Choose a service mesh
      </Link>
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
