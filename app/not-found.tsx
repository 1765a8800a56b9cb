import type { Metadata } from "next";
import { SitePage } from "@/components/site/site-page";
import { LinkButton } from "@/components/ui/button";
import { release } from "@/lib/matrix/release";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <SitePage release={release}>
      <div className="site-message">
        <h1>Page not found</h1>
        <p>Nothing is published at this address. If you typed it, check it for a slip.</p>
        <p className="site-message-actions">
          <LinkButton href="/">Go to the start page</LinkButton>
        </p>
      </div>
    </SitePage>
  );
}
