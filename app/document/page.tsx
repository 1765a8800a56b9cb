import "@/components/result/print.css";
import "@/components/result/one-page.css";
import type { Metadata } from "next";

export const dynamic = "force-static";

export const metadata: Metadata = { robots: { index: false } };

/**
 * The frame of documents. Nobody visits it: every document links the style sheets that Next links here, which are the
 * site’s and how a document is printed.
 */
export default function Frame() {
  return null;
}
