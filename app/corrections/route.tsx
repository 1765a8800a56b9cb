import { createDocument } from "@/app/document/create-document";
import { CorrectionsPage } from "@/components/corrections/corrections-page";
import { SitePage } from "@/components/site/site-page";
import { matrix } from "@/lib/site/data";

function findCell(address: string | null) {
  const [row, column] = (address ?? "").split(".");
  const capability = matrix.capabilities.find(({ id }) => id === row);
  const variant = matrix.variants.find(({ id }) => id === column);
  const cell = variant && capability?.cells[variant.id];
  return capability && variant && cell ? { capability, variant, cell } : undefined;
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(({ query }) => ({
  head: {
    title: "Suggest a correction",
    description: "What to say when a finding of the matrix is wrong, old or missing.",
    index: false,
    canonical: "/corrections",
  },
  body: (
    <SitePage current="/matrix" release={matrix.release}>
      <CorrectionsPage
        address={findCell(query.get("cell"))}
        isAboutImport={query.get("about") === "import"}
        release={matrix.release.id}
      />
    </SitePage>
  ),
}));
