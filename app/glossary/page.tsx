import type { Metadata } from "next";
import { GlossaryPage } from "@/components/glossary/glossary-page";
import { JsonLd } from "@/components/site/json-ld";
import { SitePage } from "@/components/site/site-page";
import { matrix, reference } from "@/lib/matrix/load";
import { describeTerms } from "@/lib/reference/json-ld";
import { siteUrl } from "../site-url";

export const metadata: Metadata = {
  title: "Service mesh terms",
  description:
    "Mutual TLS, waypoint, SPIFFE, GAMMA and the other words of the field in two sentences each, with sources.",
  alternates: { canonical: "/glossary" },
};

export default function Page() {
  return (
    <SitePage current="/matrix" release={matrix.release}>
      <JsonLd data={describeTerms(reference.terms, siteUrl)} />
      <GlossaryPage matrix={matrix} terms={reference.terms} />
    </SitePage>
  );
}
