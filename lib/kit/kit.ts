import { Asks } from "./asks";
import type { Context } from "./context";
import { findGaps, statedNeeds } from "./gaps";
import { writeRunbook } from "./runbook";
import type { Draft, Kit, KitRequest, KitTexts } from "./types";
import { draftCni } from "./variants/cni";
import { draftConsul } from "./variants/consul";
import { draftIstio } from "./variants/istio";
import { draftLibraries } from "./variants/libraries";
import { draftLinkerd } from "./variants/linkerd";

const generators: Readonly<Record<string, (context: Context) => Draft>> = {
  "istio-sidecar": draftIstio,
  "istio-ambient": draftIstio,
  "linkerd-oss": draftLinkerd,
  "linkerd-enterprise": draftLinkerd,
  "consul-ce": draftConsul,
  "consul-enterprise": draftConsul,
  "none-app": draftLibraries,
  "none-cni": draftCni,
};

/** The starter kit of a variant for these answers and names; undefined where the variant has none. */
export function buildKit(request: KitRequest, texts: KitTexts): Kit | undefined {
  const generate = generators[request.variant];
  const variant = texts.variants.find(({ id }) => id === request.variant);
  if (!generate || !variant) return undefined;
  const asks = new Asks(request.answers);
  const context: Context = { variant: request.variant, asks, names: request.names, texts };
  const draft = generate(context);
  const files = draft.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const gaps = findGaps(statedNeeds(texts.questions, asks), files, draft.reasons);
  return {
    variant,
    names: request.names,
    files,
    preparations: draft.preparations,
    gaps,
    notes: draft.notes,
    runbook: writeRunbook(context, draft, files, gaps, variant.label),
  };
}
