import "@/components/matrix/matrix.css";
import "@/components/options/options.css";
import type { Metadata } from "next";
import { SearchPage } from "@/components/search/search-page";
import { SitePage } from "@/components/site/site-page";
import { matrix } from "@/lib/matrix/load";
import { toSearchParams } from "@/lib/reference/query";
import { searchIndex as find } from "@/lib/reference/search";
import { searchIndex } from "../matrix/view";

export const metadata: Metadata = {
  title: "Search the matrix",
  robots: { index: false },
  alternates: { canonical: "/search" },
};

export default async function Page({ searchParams }: PageProps<"/search">) {
  const query = (toSearchParams(await searchParams).get("q") ?? "").trim().slice(0, 120);
  return (
    <SitePage current="/search" release={matrix.release}>
      <SearchPage query={query} results={find(searchIndex, query)} />
    </SitePage>
  );
}
