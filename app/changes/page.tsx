import type { Metadata } from "next";
import { ChangesPage } from "@/components/changes/changes-page";
import { SitePage } from "@/components/site/site-page";
import { matrix, reference } from "@/lib/matrix/load";

export const metadata: Metadata = {
  title: "What changed in the matrix",
  description:
    "Every release of the data with its reasons and sources, and the support and deprecation dates to come.",
  alternates: { canonical: "/changes", types: { "application/atom+xml": "/feed.xml" } },
};

export default function Page() {
  return (
    <SitePage current="/matrix" release={matrix.release}>
      <ChangesPage matrix={matrix} reference={reference} />
    </SitePage>
  );
}
