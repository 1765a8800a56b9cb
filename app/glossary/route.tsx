import { createDocument } from "@/app/document/create-document";
import { GlossaryPage } from "@/components/glossary/glossary-page";
import { JsonLd } from "@/components/site/json-ld";
import { SitePage } from "@/components/site/site-page";
import { describeTerms } from "@/lib/reference/json-ld";
import { matrix, reference } from "@/lib/site/data";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(({ origin }) => ({
  head: {
    title: "Service mesh terms",
    description:
      "Mutual TLS, waypoint, SPIFFE, GAMMA and the other words of the field in two sentences each, with sources.",
    canonical: "/glossary",
  },
  body: (
    <SitePage current="/matrix" release={matrix.release}>
      <JsonLd data={describeTerms(reference.terms, new URL(origin))} />
      <GlossaryPage matrix={matrix} terms={reference.terms} />
    </SitePage>
  ),
}));
