import { createDocument } from "@/app/document/create-document";
import { OptionsIndex } from "@/components/options/options-index";
import { SitePage } from "@/components/site/site-page";
import { optionList } from "@/lib/result/names";
import { matrix } from "@/lib/site/data";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(() => ({
  head: {
    title: `${optionList(matrix.options, "and")}, option by option`,
    description:
      "Strengths, weaknesses, releases, licence and governance of each option, computed from sourced findings.",
    canonical: "/options",
  },
  body: (
    <SitePage current="/matrix" release={matrix.release}>
      <OptionsIndex options={matrix.options} />
    </SitePage>
  ),
}));
