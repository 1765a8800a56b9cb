import { createDocument } from "@/app/document/create-document";
import { EvidencePage } from "@/components/evidence/evidence-page";
import { SitePage } from "@/components/site/site-page";
import { matrix, reference } from "@/lib/site/data";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(() => ({
  head: {
    title: "How sure the matrix is",
    description:
      "Confidence and age of every column, what we do not know, cells that rest on one vendor’s word, and who paid for the benchmarks.",
    canonical: "/evidence",
  },
  body: (
    <SitePage current="/matrix" release={matrix.release}>
      <EvidencePage matrix={matrix} reference={reference} />
    </SitePage>
  ),
}));
