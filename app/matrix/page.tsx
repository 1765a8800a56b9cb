import type { Metadata } from "next";
import { headers } from "next/headers";
import { MatrixPage } from "@/components/matrix/matrix-page";
import { JsonLd } from "@/components/site/json-ld";
import { SitePage } from "@/components/site/site-page";
import { describeDataset } from "@/lib/reference/json-ld";
import { optionList } from "@/lib/result/names";
import { matrix } from "@/lib/site/data";
import { publicOrigin } from "@/lib/site/origin";
import { canonical } from "../canonical";
import { view } from "./overview";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "Service mesh comparison matrix",
    description: `${matrix.capabilities.length} capabilities of ${optionList(matrix.options, "and")} in ${matrix.variants.length} variants: level, limits, first version and sources of every cell, state of ${matrix.release.asOf}.`,
    alternates: await canonical("/matrix"),
  };
}

export default async function Page() {
  const origin = publicOrigin(await headers());
  return (
    <SitePage current="/matrix" release={matrix.release}>
      <JsonLd data={describeDataset(matrix, new URL(origin))} />
      <MatrixPage matrix={matrix} view={view} />
    </SitePage>
  );
}
