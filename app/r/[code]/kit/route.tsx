import { createDocument } from "@/app/document/create-document";
import { CodeBlock } from "@/components/kit/code-block";
import { GapList } from "@/components/kit/gap-list";
import { KitFile } from "@/components/kit/kit-file";
import { KitHero } from "@/components/kit/kit-hero";
import { NameForm } from "@/components/kit/name-form";
import { SitePage } from "@/components/site/site-page";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Toc } from "@/components/ui/toc";
import { readNames } from "@/lib/kit/names";
import { type KitView, readTyped, type StepView, viewKit } from "@/lib/kit/view";
import { findVariant, plannedVariant } from "@/lib/plan/plan";
import { resultHref } from "@/lib/result/links";
import { counted } from "@/lib/result/words";
import { findCodeProblem } from "../../../api/result-source";
import { badLink } from "../../bad-link/bad-link";
import { readGround } from "../ground";

/** The starter kit, file by file, in the order in which it is applied. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument<
  RouteContext<"/r/[code]/kit">
>(async ({ query }, { params }) => {
  const { code } = await params;
  const problem = findCodeProblem(code);
  if (problem) return badLink(problem);
  const ground = readGround(code);
  const typed = readTyped(Object.fromEntries(query));
  const variant = findVariant(ground, query.get("variant") ?? undefined) ?? plannedVariant(ground);
  const kit = viewKit(ground, { variant, typed, ...readNames(typed) });
  if (!kit) return undefined;
  const sections = sectionsOf(kit);
  return {
    head: {
      title: kit.title,
      description: `${kit.size}, with the commands to apply, verify and undo each.`,
      canonical: `${resultHref(kit.code)}/kit`,
      index: false,
    },
    scripts: ["copy"],
    body: (
      <SitePage release={kit.release}>
        <KitHero kit={kit}>
          <NameForm kit={kit} action={`${resultHref(kit.code)}/kit`} />
        </KitHero>
        <Toc
          entries={sections.map(({ id, short }, index) => ({
            id,
            topic: short,
            number: index + 1,
          }))}
        />
        <div className="kit-body edge">
          {sections.map(({ id, topic, finding, fold, content }, index) => (
            <Section
              key={id}
              id={id}
              number={index + 1}
              topic={topic}
              finding={finding}
              fold={fold}
            >
              {content}
            </Section>
          ))}
        </div>
      </SitePage>
    ),
  };
});

function sectionsOf(kit: KitView) {
  return [
    ...kit.steps.map((step) => ({
      id: step.id,
      short: step.short,
      topic: step.title,
      finding: step.finding,
      fold: foldOf(step),
      content: <Step step={step} />,
    })),
    ...(kit.gaps.length > 0
      ? [
          {
            id: "gaps",
            short: "Gaps",
            topic: "Not in this kit",
            finding: `You also asked for ${kit.gaps.length === 1 ? "something" : "things"} that no file here brings`,
            fold: "Show what is missing",
            content: <GapList gaps={kit.gaps} />,
          },
        ]
      : []),
    {
      id: "runbook",
      short: "Runbook",
      topic: "Runbook",
      finding: "Everything in order: install, apply, verify, roll back",
      fold: undefined,
      content: (
        <Disclosure summary="Show the runbook">
          <CodeBlock id="runbook-code" label="RUNBOOK.md" tokens={kit.runbook} />
        </Disclosure>
      ),
    },
  ];
}

/** What is folded away on a phone: “Show the file”, “Show commands and two files”. */
function foldOf({ preparations, files }: StepView): string {
  const shown = files.length === 1 ? "the file" : counted(files.length, "file");
  if (files.length === 0) return "Show the commands";
  return preparations.length > 0 ? `Show commands and ${shown}` : `Show ${shown}`;
}

function Step({ step }: { step: StepView }) {
  return (
    <>
      {step.preparations.map(({ what, tokens }, index) => (
        <div key={what}>
          <p className="kit-prepare">{what}</p>
          <CodeBlock
            id={`prepare-${index + 1}`}
            label={`Commands of installation, part ${index + 1}`}
            tokens={tokens}
          />
        </div>
      ))}
      {step.files.map((file) => (
        <KitFile key={file.id} file={file} />
      ))}
    </>
  );
}
