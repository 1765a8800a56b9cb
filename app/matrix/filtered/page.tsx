import type { Metadata } from "next";
import { MatrixPage } from "@/components/matrix/matrix-page";
import { SitePage } from "@/components/site/site-page";
import { parseFilter } from "@/lib/reference/filter";
import { toSearchParams } from "@/lib/reference/query";
import { matchCapabilities } from "@/lib/reference/search";
import { matrix } from "@/lib/site/data";
import { canonical } from "../../canonical";
import { searchIndex, view } from "../overview";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "Service mesh comparison matrix, filtered",
    alternates: await canonical("/matrix"),
  };
}

/** What /matrix shows when its address holds a filter: next.config.ts sends such addresses here. */
export default async function Page({ searchParams }: PageProps<"/matrix/filtered">) {
  const filter = parseFilter(toSearchParams(await searchParams), view);
  const found = filter.q ? [...matchCapabilities(searchIndex, filter.q)] : [];
  return (
    <SitePage current="/matrix" release={matrix.release}>
      <MatrixPage matrix={matrix} view={view} filter={filter} found={found} />
    </SitePage>
  );
}
