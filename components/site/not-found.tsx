import type { Release } from "@/components/site/release";
import { SitePage } from "@/components/site/site-page";
import { LinkButton } from "@/components/ui/button";

export function NotFound({ release }: { release: Release }) {
  return (
    <SitePage release={release}>
      <div className="site-message">
        <h1>Page not found</h1>
        <p>Nothing is published at this address. If you typed it, check it for a typing error.</p>
        <p className="site-message-actions">
          <LinkButton href="/">Go to Home</LinkButton>
        </p>
      </div>
    </SitePage>
  );
}
