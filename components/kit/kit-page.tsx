import { GapList } from "@/components/kit/gap-list";
import { KitFile } from "@/components/kit/kit-file";
import { KitHero } from "@/components/kit/kit-hero";
import { KitTree } from "@/components/kit/kit-tree";
import { NameForm } from "@/components/kit/name-form";
import { SitePage } from "@/components/site/site-page";
import type { KitView } from "@/lib/kit/kit-view";
import { resultHref } from "@/lib/result/links";

/** The starter kit: what it is, its files as a tree with one of them open, and what is not in it. */
export function KitPage({ kit }: { kit: KitView }) {
  return (
    <SitePage release={kit.release}>
      <KitHero kit={kit}>
        <NameForm kit={kit} action={`${resultHref(kit.code)}/kit`} />
      </KitHero>
      {kit.steps.length > 0 ? (
        <div className="kit-body edge">
          <KitTree steps={kit.steps} />
          <KitFile file={kit.file} />
        </div>
      ) : null}
      {kit.gaps.length > 0 ? (
        <section className="kit-missing edge" id="gaps" aria-labelledby="gaps-title">
          <h2 id="gaps-title">Asked for, and not in this kit</h2>
          <GapList gaps={kit.gaps} />
        </section>
      ) : null}
    </SitePage>
  );
}
