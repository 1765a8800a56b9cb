import { createDocument } from "@/app/document/create-document";
import { ChangesPage } from "@/components/changes/changes-page";
import { SitePage } from "@/components/site/site-page";
import { matrix, reference } from "@/lib/site/data";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(() => ({
  head: {
    title: "What changed in the matrix",
    description:
      "Every release of the data with its reasons and sources, and the support and deprecation dates to come.",
    canonical: "/changes",
    feed: "/feed.xml",
  },
  body: (
    <SitePage current="/matrix" release={matrix.release}>
      <ChangesPage matrix={matrix} reference={reference} />
    </SitePage>
  ),
}));
