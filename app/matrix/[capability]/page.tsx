import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CapabilityPage } from "@/components/matrix/capability-page";
import { JsonLd } from "@/components/site/json-ld";
import { SitePage } from "@/components/site/site-page";
import { matrix, reference } from "@/lib/matrix/load";
import { describeCapability, describePath } from "@/lib/reference/json-ld";
import { neighboursOf } from "@/lib/reference/order";
import { summariseRow } from "@/lib/reference/row-summary";
import { issuesUrl } from "../../issues-url";
import { siteUrl } from "../../site-url";
import { view } from "../view";

export const dynamicParams = false;

export function generateStaticParams() {
  return matrix.capabilities.map(({ id }) => ({ capability: id }));
}

function findCapability(id: string) {
  return matrix.capabilities.find((capability) => capability.id === id) ?? notFound();
}

export async function generateMetadata(
  props: PageProps<"/matrix/[capability]">,
): Promise<Metadata> {
  const capability = findCapability((await props.params).capability);
  return {
    title: `${capability.label}: Istio, Linkerd, Consul or no mesh`,
    description: summariseRow(matrix, capability),
    alternates: { canonical: `/matrix/${capability.id}` },
  };
}

export default async function Page(props: PageProps<"/matrix/[capability]">) {
  const capability = findCapability((await props.params).capability);
  const path = `/matrix/${capability.id}`;
  return (
    <SitePage current="/matrix" release={matrix.release}>
      <JsonLd data={describeCapability(capability, siteUrl)} />
      <JsonLd
        data={describePath(
          [
            { name: "Matrix", path: "/matrix" },
            { name: capability.label, path },
          ],
          siteUrl,
        )}
      />
      <CapabilityPage
        matrix={matrix}
        reference={reference}
        capability={capability}
        neighbours={neighboursOf(view, capability.id)}
        tracker={issuesUrl}
      />
    </SitePage>
  );
}
