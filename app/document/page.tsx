import "@/components/matrix/matrix.css";
import "@/components/options/options.css";
import "@/components/api/api.css";
import "@/components/compare/compare.css";
import "@/components/kit/kit.css";
import "@/components/plan/plan.css";
import "@/components/result/since-then.css";
import "@/components/result/change-list.css";
import "@/components/result/result.css";
import "@/components/result/print.css";
import "@/components/result/one-page.css";
import type { Metadata } from "next";

export const dynamic = "force-static";

export const metadata: Metadata = { robots: { index: false } };

/**
 * The frame of documents. Nobody visits it: Next builds the style sheets named above for it, and every document links what
 * this page links. Styles of a room that documents show are added here.
 */
export default function Frame() {
  return null;
}
