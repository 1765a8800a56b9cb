import type { Metadata } from "next";
import { CorrectionsPage } from "@/components/corrections/corrections-page";
import { SitePage } from "@/components/site/site-page";
import { matrix } from "@/lib/matrix/load";
import { toSearchParams } from "@/lib/reference/query";

export const metadata: Metadata = {
  title: "Suggest a correction",
  robots: { index: false },
  alternates: { canonical: "/corrections" },
};

function findCell(address: string | null) {
  const [row, column] = (address ?? "").split(".");
  const capability = matrix.capabilities.find(({ id }) => id === row);
  const variant = matrix.variants.find(({ id }) => id === column);
  const cell = variant && capability?.cells[variant.id];
  return capability && variant && cell ? { capability, variant, cell } : undefined;
}

export default async function Page({ searchParams }: PageProps<"/corrections">) {
  const query = toSearchParams(await searchParams);
  const address = findCell(query.get("cell"));
  return (
    <SitePage current="/matrix" release={matrix.release}>
      <CorrectionsPage
        address={address}
        isAboutImport={query.get("about") === "import"}
        release={matrix.release.id}
      />
    </SitePage>
  );
}
