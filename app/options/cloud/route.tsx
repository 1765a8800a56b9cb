import { createDocument } from "@/app/document/create-document";
import { OffersPage } from "@/components/options/offers-page";
import { SitePage } from "@/components/site/site-page";
import { matrix, reference } from "@/lib/site/data";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(() => ({
  head: {
    title: "What AWS, Azure, Google Cloud and others offer as a mesh, or instead of one",
    description:
      "Managed forms of Istio and Cilium, ECS Service Connect, VPC Lattice and others: what each does, whether it gives mutual TLS, its limits, state and sources.",
    canonical: "/options/cloud",
  },
  body: (
    <SitePage current="/matrix" release={matrix.release}>
      <OffersPage offers={reference.offers} variants={matrix.variants} />
    </SitePage>
  ),
}));
