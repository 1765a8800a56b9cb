import type { PlanData, PlanSource } from "@/lib/data/plan-types";
import type { VariantResult } from "@/lib/engine/types";
import {
  type Assessment,
  burdenOf,
  capabilityOf,
  nameOf,
  possibleVariants,
} from "@/lib/result/assessment";
import { smallLabel } from "@/lib/result/names";
import { type VariantView, viewVariant } from "@/lib/result/option-view";
import { plannableVariants, plannedVariant } from "@/lib/result/planned";
import { uncalledText } from "@/lib/result/verdict-text";
import { listedUpTo, quoted } from "@/lib/text/words";
import { type AdoptionView, viewAdoption } from "./adoption";
import { type FirstDuty, firstDuties } from "./first";
import {
  describeLayers,
  describePath,
  findingOfLayers,
  type LayerView,
  type PathView,
  viewLayers,
  viewPath,
} from "./layers";
import { planHref } from "./links";
import { type MigrationView, viewMigration } from "./migration";
import { type ServiceAuthView, viewServiceAuth } from "./service-auth";
import { viewWithoutMesh, type WithoutMeshView } from "./without-mesh";
import { viewZeroTrust, type ZeroTrustView } from "./zero-trust";

export interface PlanChoice {
  readonly variant: VariantView;
  /** As the address names it; absent for the variant that needs no naming. */
  readonly parameter?: string;
  readonly current: boolean;
  readonly ruledOut: boolean;
}

/** The layers of defence in one look: what the summary and the head of the plan show. */
export interface LayersView {
  readonly finding: string;
  readonly variant: VariantView;
  readonly layers: readonly LayerView[];
  /** The picture in words. */
  readonly description: string;
  readonly path: PathView;
  readonly pathDescription: string;
}

export interface PlanView {
  readonly code: string;
  readonly release: { readonly id: string; readonly asOf: string };
  readonly variant: VariantView;
  /** “The plan with Istio, sidecar mode”. */
  readonly title: string;
  /** “Istio (sidecar mode)”, for sentences. */
  readonly name: string;
  /** What this variant is to the result, in a sentence. */
  readonly standing: string;
  readonly ruledOut: boolean;
  readonly choices: readonly PlanChoice[];
  /** Every page the plan cites, in the order in which it does. */
  readonly sources: readonly PlanSource[];
  readonly layers: LayersView;
  readonly serviceAuth: ServiceAuthView;
  readonly zeroTrust: ZeroTrustView;
  readonly adoption: AdoptionView;
  readonly migration: MigrationView;
  readonly withoutMesh?: WithoutMeshView;
}

/** The variant an address asks for, if there is one of that name. */
export function findVariant(
  assessment: Assessment,
  asked: string | readonly string[] | undefined,
): string | undefined {
  const name = typeof asked === "string" ? asked : asked?.[0];
  return plannableVariants(assessment).find(({ variant }) => variant === name)?.variant;
}

function standingOf(assessment: Assessment, variant: string, result: VariantResult): string {
  const fails = [
    ...new Set(
      result.exclusions.map((exclusion) =>
        quoted(
          "capability" in exclusion
            ? capabilityOf(assessment, exclusion.capability).label
            : burdenOf(assessment, exclusion.burden).label,
        ),
      ),
    ),
  ];
  const planned = variant === plannedVariant(assessment);
  if (planned && fails.length > 0)
    return `Your answers rule every variant out. This plans for the one that fails least; it fails ${listedUpTo(3, fails)}.`;
  if (fails.length > 0)
    return `Your answers rule this variant out: it fails ${listedUpTo(3, fails)}. The plan shows what it would take all the same.`;
  if (!planned)
    return "This is not the first place of your result; the plan shows what it would take.";
  const { word, soFar } = assessment.judgement.verdict;
  if (possibleVariants(assessment).length === 1)
    return "It is the only variant your answers leave.";
  return word === "close"
    ? `It is ahead in your result, but ${uncalledText(soFar)}: look at the plan of its rivals as well.`
    : "It is the first place of your result.";
}

/** The layers of defence with one variant, in one look. */
function viewLayersAtOnce(assessment: Assessment, data: PlanData, variant: string): LayersView {
  const layers = viewLayers(assessment, data, variant);
  const path = viewPath(assessment, data, variant);
  return {
    finding: findingOfLayers(nameOf(assessment, variant), layers),
    variant: viewVariant(assessment, variant),
    layers,
    description: describeLayers(layers),
    path,
    pathDescription: describePath(path),
  };
}

/** The sources that a view holds, however deep, each once. */
function citedIn(view: unknown, all: readonly PlanSource[]): PlanSource[] {
  const known = new Set<unknown>(all);
  const cited = new Set<PlanSource>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (known.has(value)) cited.add(value as PlanSource);
    else for (const each of Object.values(value)) walk(each);
  };
  walk(view);
  return [...cited];
}

/** Everything the plan around one variant says, in words. */
export function viewPlan(assessment: Assessment, data: PlanData, variant: string): PlanView {
  const name = nameOf(assessment, variant);
  const plannable = plannableVariants(assessment);
  const result = plannable.find((each) => each.variant === variant)?.result;
  if (!result) throw new RangeError(`the evaluation has no variant called "${variant}"`);
  const layers = viewLayersAtOnce(assessment, data, variant);
  const withoutMesh = viewWithoutMesh(assessment, data, variant);
  const planned = plannedVariant(assessment);
  const parts = {
    layers,
    serviceAuth: viewServiceAuth(assessment, data, variant),
    zeroTrust: viewZeroTrust(assessment, data, variant, name, layers.layers),
    adoption: viewAdoption(assessment, data, variant),
    migration: viewMigration(assessment, data, variant, name),
    ...(withoutMesh ? { withoutMesh } : {}),
  };
  return {
    code: assessment.code,
    release: assessment.matrix.release,
    variant: layers.variant,
    title: `The plan with ${smallLabel(layers.variant)}`,
    name,
    standing: standingOf(assessment, variant, result),
    ruledOut: result.exclusions.length > 0,
    choices: plannable.map((each) => ({
      variant: viewVariant(assessment, each.variant),
      ...(each.variant === planned ? {} : { parameter: each.variant }),
      current: each.variant === variant,
      ruledOut: each.result.exclusions.length > 0,
    })),
    sources: citedIn(parts, data.sources),
    ...parts,
  };
}

/** What the result page shows of the plan, and where the whole of it is. */
export interface PlanSummaryView {
  readonly code: string;
  readonly layers: LayersView;
  readonly duties: readonly FirstDuty[];
  /** What the other parts of the plan found, a sentence each. */
  readonly serviceAuth: string;
  readonly zeroTrust: string;
  readonly phases: string;
  readonly migration: string;
  readonly href: string;
}

/** The plan of the first place in short. */
export function viewPlanSummary(assessment: Assessment, data: PlanData): PlanSummaryView {
  const { layers, serviceAuth, zeroTrust, adoption, migration } = viewPlan(
    assessment,
    data,
    plannedVariant(assessment),
  );
  const href = planHref(assessment.code);
  return {
    code: assessment.code,
    layers,
    duties: firstDuties(data, layers.layers, href),
    serviceAuth: serviceAuth.finding,
    zeroTrust: zeroTrust.finding,
    phases: adoption.finding,
    migration: migration.finding,
    href,
  };
}
