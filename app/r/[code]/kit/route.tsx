import { createDocument } from "@/app/document/create-document";
import { KitPage } from "@/components/kit/kit-page";
import { readFileName, readTyped, viewKit } from "@/lib/kit/kit-view";
import { readNames } from "@/lib/kit/names";
import { findVariant } from "@/lib/plan/plan";
import { resultHref } from "@/lib/result/links";
import { plannedVariant } from "@/lib/result/planned";
import { readAssessment } from "@/lib/service/assessment";
import { findCodeProblem } from "@/lib/service/result-source";
import { badLink } from "../../bad-link/bad-link";

/** The starter kit: a tree of files, one of them open. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument<
  RouteContext<"/r/[code]/kit">
>(async ({ query }, { params }) => {
  const { code } = await params;
  const problem = findCodeProblem(code);
  if (problem) return badLink(problem);
  const assessment = readAssessment(code);
  const asked = Object.fromEntries(query);
  const typed = readTyped(asked);
  const variant = findVariant(assessment, asked.variant) ?? plannedVariant(assessment);
  const file = readFileName(asked);
  const kit = viewKit(assessment, { variant, typed, file, ...readNames(typed) });
  if (!kit) return undefined;
  return {
    head: {
      title: kit.title,
      description: `${kit.size ?? "What to do instead"}, with the commands to apply, verify and undo each.`,
      canonical: `${resultHref(kit.code)}/kit`,
      index: false,
    },
    scripts: ["copy"],
    body: <KitPage kit={kit} />,
  };
});
