import { createDocument } from "@/app/document/create-document";
import { Home } from "@/components/home/home";
import { SitePage } from "@/components/site/site-page";
import { wording } from "@/lib/service/wording";
import { matrix, table } from "@/lib/site/data";
import { examples } from "./examples";

/** The start page: what this is, and examples with their verdicts. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(() => {
  const findings = matrix.capabilities.map(({ cells }) => Object.values(cells));
  return {
    head: {
      description:
        "Answer questions about your services and learn which service mesh fits, or that none does.",
      canonical: "/",
    },
    scripts: ["recent"],
    body: (
      <SitePage current="/" release={matrix.release}>
        <Home
          options={matrix.options.map(({ label }) => label)}
          questions={{
            quick: wording.questions.filter(({ quick }) => quick).length,
            all: wording.questions.length,
          }}
          findings={{
            total: findings.flat().filter(({ evidence }) => evidence.length > 0).length,
            capabilities: matrix.capabilities.length,
            variants: matrix.variants.length,
          }}
          examples={examples}
          thresholds={table.thresholds}
        />
      </SitePage>
    ),
  };
});
