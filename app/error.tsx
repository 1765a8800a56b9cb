"use client";

import { SitePage } from "@/components/site/site-page";
import { Button } from "@/components/ui/button";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <SitePage>
      <div className="site-message">
        <h1>Something went wrong</h1>
        <p>This page could not be shown. Your answers are in its address, so nothing is lost.</p>
        <p className="site-message-actions">
          <Button onClick={reset}>Try again</Button>
          <a href="/">Go to Home</a>
        </p>
      </div>
    </SitePage>
  );
}
