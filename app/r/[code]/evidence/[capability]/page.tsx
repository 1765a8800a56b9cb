import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Evidence } from "@/components/result/evidence-list";
import { SitePage } from "@/components/site/site-page";
import { matrix } from "@/lib/matrix/load";
import { viewEvidence } from "@/lib/result/evidence";
import { resultHref } from "@/lib/result/links";
import { readGround } from "../../ground";

type Props = PageProps<"/r/[code]/evidence/[capability]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { capability: id } = await params;
  const capability = matrix.capabilities.find((each) => each.id === id);
  if (!capability) return {};
  return {
    title: `${capability.label}: evidence`,
    description: capability.definition,
    robots: { index: false },
  };
}

/** All findings on one capability, counted as this result counts them. */
export default async function EvidencePage({ params }: Props) {
  const { code, capability: id } = await params;
  const capability = matrix.capabilities.find((each) => each.id === id);
  if (!capability) redirect(`${resultHref(code)}#fit` as Route);
  const ground = readGround(code);
  return (
    <SitePage release={matrix.release}>
      <div className="evidence-page edge">
        <p>
          <a href={`${resultHref(code)}#fit`}>Back to the result</a>
        </p>
        <h1>{capability.label}</h1>
        <p>{capability.definition}</p>
        <p className="quiet">{capability.why}</p>
        <p className="note">
          <b>How it is judged.</b> {capability.yardstick}
        </p>
        {ground.evaluation.variants.map(({ variant }) => (
          <Evidence
            key={variant}
            id={variant}
            evidence={viewEvidence(ground, capability.id, variant)}
          />
        ))}
      </div>
    </SitePage>
  );
}
