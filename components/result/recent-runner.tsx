"use client";

import { useEffect } from "react";

/** Fills the lists of recent results on pages that React runs; documents name the script “recent” instead. */
export function RecentRunner() {
  useEffect(() => {
    void import("@/components/scripts/recent");
  }, []);
  return null;
}
