import type { Metadata } from "next";
import { MatrixPage } from "@/components/matrix/matrix-page";
import { JsonLd } from "@/components/site/json-ld";
import { SitePage } from "@/components/site/site-page";
import { matrix } from "@/lib/matrix/load";
import { describeDataset } from "@/lib/reference/json-ld";
import { siteUrl } from "../site-url";
import { view } from "./view";

export const metadata: Metadata = {
  title: "Service mesh comparison matrix",
  description: `${matrix.capabilities.length} capabilities of Istio, Linkerd, Consul and no mesh in ${matrix.variants.length} variants: level, limits, first version and sources of every cell, state of ${matrix.release.asOf}.`,
  alternates: { canonical: "/matrix" },
};

export default function Page() {
  return (
    <SitePage current="/matrix" release={matrix.release}>
      <JsonLd data={describeDataset(matrix, siteUrl)} />
      <MatrixPage matrix={matrix} view={view} />
    </SitePage>
  );
}
