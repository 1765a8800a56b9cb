import type { Metadata } from "next";
import { SearchPage } from "@/components/search/search-page";
import { SitePage } from "@/components/site/site-page";
import { cutText } from "@/lib/answers/cut-text";
import { toSearchParams } from "@/lib/reference/query";
import { searchIndex as find } from "@/lib/reference/search";
import { matrix } from "@/lib/site/data";
import { canonical } from "../canonical";
import { searchIndex } from "../matrix/overview";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "Search the matrix",
    robots: { index: false },
    alternates: await canonical("/search"),
  };
}

export default async function Page({ searchParams }: PageProps<"/search">) {
  const query = cutText((toSearchParams(await searchParams).get("q") ?? "").trim(), 120);
  return (
    <SitePage current="/search" release={matrix.release}>
      <SearchPage query={query} results={find(searchIndex, query)} />
    </SitePage>
  );
}
