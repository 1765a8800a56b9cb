import type { ReactNode } from "react";
import type { Release } from "@/components/site/release";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { SkipLink } from "@/components/site/skip-link";

interface SitePageProps {
  /** The href of the navigation item this page belongs to. */
  current?: string;
  release?: Release;
  children: ReactNode;
}

/**
 * A page of the site: header, main, footer. Each page composes it, not the root layout: a layout does not know which
 * page it holds, so it could not light the lamp without client code, and cards for other sites have no header.
 */
export function SitePage({ current, release, children }: SitePageProps) {
  return (
    <>
      <SkipLink />
      <SiteHeader current={current} release={release} />
      <main id="content" tabIndex={-1}>
        {children}
        {current !== undefined && !["/", "/questions"].includes(current) ? (
          <p className="site-ask">
            <a href="/questions">Which one fits your systems? Answer a few questions.</a>
          </p>
        ) : null}
      </main>
      <SiteFooter release={release} />
    </>
  );
}
