import type { ReactNode } from "react";
import { createDocument } from "@/app/document/create-document";
import { CallPath } from "@/components/plan/call-path";
import { CitedSources } from "@/components/plan/cited-sources";
import { DoneCount } from "@/components/plan/done-count";
import { DoneKeeper } from "@/components/plan/done-keeper";
import { FirstDuties } from "@/components/plan/first-duties";
import { LayerDetail } from "@/components/plan/layer-detail";
import { LayersAtOnce } from "@/components/plan/layers-at-once";
import { MigrationNotes } from "@/components/plan/migration-notes";
import { Phases } from "@/components/plan/phases";
import { PlanHero } from "@/components/plan/plan-hero";
import { ServiceAuth } from "@/components/plan/service-auth";
import { WithoutMesh } from "@/components/plan/without-mesh";
import { ZeroTrust } from "@/components/plan/zero-trust";
import { SitePage } from "@/components/site/site-page";
import { Findings, Section } from "@/components/ui/section";
import { Toc } from "@/components/ui/toc";
import { doneParameter, readDone } from "@/lib/plan/done";
import { findingOfFirst, kitFileOf, viewFirst } from "@/lib/plan/first";
import { planHref } from "@/lib/plan/links";
import { findVariant, type PlanView, viewPlan } from "@/lib/plan/plan";
import { plannedVariant } from "@/lib/result/planned";
import { readAssessment } from "@/lib/service/assessment";
import { findCodeProblem } from "@/lib/service/result-source";
import { planData } from "@/lib/site/plan";
import { badLink } from "../../bad-link/bad-link";

const form = "done";
const duties = planData.layers.flatMap((layer) => layer.duties.map(({ id }) => id));

/** What a choice leaves open: layers of defence, trust between services, zero trust, and the way from today to there. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument<
  RouteContext<"/r/[code]/plan">
>(async ({ query }, { params }) => {
  const { code } = await params;
  const problem = findCodeProblem(code);
  if (problem) return badLink(problem);
  const assessment = readAssessment(code);
  const asked = query.get("variant") ?? undefined;
  const variant = findVariant(assessment, asked) ?? plannedVariant(assessment);
  const plan = viewPlan(assessment, planData, variant);
  const ticked = query.getAll(doneParameter);
  const ticks = ticked.length > 0 ? readDone(ticked, duties) : undefined;
  const linked = ticks?.done;
  const shown = plan.layers.layers.flatMap((layer) => layer.duties.map(({ id }) => id));
  const kept = (linked ?? []).filter((id) => !shown.includes(id));
  const named = variant === plannedVariant(assessment) ? undefined : variant;
  const groups = viewFirst(planData, plan.layers.layers, kitFileOf(assessment, variant, named));
  const [first, ...others] = sectionsOf(plan, findingOfFirst(groups));
  return {
    head: {
      title: plan.title,
      description: `${plan.layers.finding}.`,
      canonical: planHref(code),
      index: false,
    },
    scripts: ["done", "findings"],
    body: (
      <SitePage release={plan.release}>
        <PlanHero plan={plan} linked={linked} problems={problemsOf(asked, variant, ticks)} />
        <Toc
          entries={[first, ...others].map(({ id, topic }, index) => ({
            id,
            topic,
            number: index + 1,
          }))}
        />
        <form
          id={form}
          method="get"
          action={planHref(code)}
          data-done={code}
          data-linked={linked?.join(",")}
        >
          {named === undefined ? null : <input type="hidden" name="variant" value={named} />}
          {kept.map((id) => (
            <input key={id} type="hidden" name={doneParameter} value={id} />
          ))}
        </form>
        <div className="plan-body edge">
          <Section {...first} number={1}>
            <div className="plan-done-bar">
              <p>
                <b>
                  <DoneCount ids={shown} done={linked ?? []} />
                </b>
              </p>
              <DoneKeeper form={form} />
            </div>
            <FirstDuties groups={groups} done={linked ?? []} form={form} />
          </Section>
          <Findings findings={others} after={1} />
        </div>
      </SitePage>
    ),
  };
});

function problemsOf(
  asked: string | undefined,
  variant: string,
  done: ReturnType<typeof readDone>,
): string[] {
  const unknown = done?.unknown ?? 0;
  return [
    ...(asked !== undefined && asked !== variant
      ? [
          "The variant named in this address does not exist, so this is the plan for the first place.",
        ]
      : []),
    ...(unknown > 0
      ? [
          unknown === 1
            ? "One tick in this address is for a step that does not exist, or no longer does, and was left out."
            : `${unknown} ticks in this address are for steps that do not exist, or no longer do, and were left out.`,
        ]
      : []),
  ];
}

interface Part {
  readonly id: string;
  readonly topic: string;
  readonly finding: string;
  readonly notes: readonly string[];
}

/** The parts of the plan in their order: each states its finding and says how it was found. The first stands open. */
function sectionsOf(
  plan: PlanView,
  first: string,
): readonly [first: Part, ...others: (Part & { readonly content: ReactNode })[]] {
  const { layers, serviceAuth, zeroTrust, adoption, migration, withoutMesh, sources } = plan;
  return [
    {
      id: "first",
      topic: "What first",
      finding: first,
      notes: [
        "Ranked over all layers by what an attacker gets without it. Steps follow from the choice and your answers; each names the finding or the page it rests on and, where the starter kit does it, the file.",
      ],
    },
    {
      id: "layers",
      topic: "Layers of defence",
      finding: layers.finding,
      notes: [
        "Solid is built by the choice, hatched in part, dashed not at all. A layer is covered in full only if each of its parts is full and stable in the matrix.",
      ],
      content: (
        <>
          <LayersAtOnce layers={layers} detail="" />
          <h3 className="plan-subhead">The last stretch, drawn for this choice</h3>
          <p className="figure-caption">
            Thick is encrypted; dotted is in the clear, within one pod, node or machine.
          </p>
          <CallPath path={layers.path} description={layers.pathDescription} />
          {layers.layers.map((layer) => (
            <LayerDetail key={layer.id} layer={layer} />
          ))}
        </>
      ),
    },
    {
      id: "trust",
      topic: "Who may call whom",
      finding: serviceAuth.finding,
      notes: [
        "Proving who calls and deciding who may are two things. The first list is about proof, the second about rules.",
        "Fit follows from your answers and from what the choice has.",
      ],
      content: <ServiceAuth auth={serviceAuth} />,
    },
    {
      id: "zero-trust",
      topic: "Zero-trust check",
      finding: zeroTrust.finding,
      notes: [
        zeroTrust.scope,
        "Met: every finding is full and stable, and nothing is needed that the choice cannot give; true once your steps are done. Not: no finding is even partial. What you would build yourself does not count.",
      ],
      content: <ZeroTrust zeroTrust={zeroTrust} />,
    },
    {
      id: "adoption",
      topic: "Adoption path",
      finding: adoption.finding,
      notes: [
        "Criteria without a source are our advice: measure them on your own traffic and set your own numbers.",
      ],
      content: <Phases adoption={adoption} />,
    },
    {
      id: "migration",
      topic: "From today to there",
      finding: migration.finding,
      notes: ["From what you said runs today and what else you run."],
      content: <MigrationNotes migration={migration} />,
    },
    ...(withoutMesh
      ? [
          {
            id: "without",
            topic: "Without a mesh",
            finding: withoutMesh.finding,
            notes: ["What you asked for, and what the matrix found to stand in for a mesh there."],
            content: <WithoutMesh without={withoutMesh} />,
          },
        ]
      : []),
    {
      id: "sources",
      topic: "Sources",
      finding: `This plan cites ${sources.length} pages, beside the findings of the matrix`,
      notes: ["What a page is cited for, which version it speaks of, and the day it was read."],
      content: <CitedSources sources={sources} />,
    },
  ];
}
