import type { CloudOffer } from "@/lib/data/types";
import type { Answers } from "@/lib/engine/types";
import { capitalised, counted, listed } from "@/lib/text/words";
import { type Assessment, nameOf } from "./assessment";
import { offerHref, offersFor } from "./cloud-offers";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "answers" | "judgement" | "evaluation">;

/** One service of the reader’s cloud: a form of a variant, or what is sold in place of a mesh. */
export interface OfferView {
  readonly id: string;
  readonly label: string;
  /** “a managed form of Istio (sidecars)”, “in place of a mesh”. */
  readonly is: string;
  readonly say: string;
  readonly mtls: CloudOffer["mtls"]["level"];
  /** “Mutual TLS: no. One-sided TLS: …” */
  readonly mtlsText: string;
  /** “State: public preview.” */
  readonly stateText: string;
  /** Where it is told in full. */
  readonly href: string;
  readonly source: CloudOffer["sources"][number] | undefined;
}

export interface OffersView {
  readonly finding: string;
  /** A variant would fit if somebody ran it as a service, and nobody does: then these are what is left, and come first. */
  readonly instead: boolean;
  readonly rows: readonly OfferView[];
}

const mtlsWords: Readonly<Record<CloudOffer["mtls"]["level"], string>> = {
  full: "yes",
  partial: "in part",
  preview: "in preview",
  none: "no",
  unknown: "not stated",
};

const roles: Readonly<Record<CloudOffer["role"], (forms: readonly string[]) => string>> = {
  "managed-form-of": (forms) => `a managed form of ${listed(forms)}`,
  "supported-form-of": (forms) => `a supported form of ${listed(forms)}`,
  "use-instead": () => "in place of a mesh",
  adjacent: () => "beside a mesh",
  ended: () => "ended",
};

export interface OffersFacts {
  readonly offers: readonly Pick<OfferView, "label" | "is" | "mtls">[];
  readonly instead: boolean;
  /** Whether mutual TLS was asked for. */
  readonly mutual: boolean;
}

/** What the offers come to, in a sentence without its full stop. */
export function offersText({ offers, instead, mutual }: OffersFacts): string {
  const labels = listed(offers.map(({ label }) => label));
  const [only] = offers;
  const single = offers.length === 1;
  if (instead) {
    const lacking = offers.filter(({ mtls }) => mtls !== "full");
    const whose =
      lacking.length === offers.length
        ? `, which ${single ? "is" : "are"}`
        : `; ${listed(lacking.map(({ label }) => label))} ${lacking.length === 1 ? "is" : "are"}`;
    const caveat = mutual && lacking.length > 0 ? `${whose} not mutual TLS between workloads` : "";
    return `No mesh that fits is run as a service here; instead there ${single ? "is" : "are"} ${labels}${caveat}`;
  }
  return only && single
    ? `One cloud offer to know: ${only.label}, ${only.is}`
    : `${capitalised(counted(offers.length, "cloud offer"))} to know: ${labels}`;
}

/** Whether the result would name a variant outright if somebody ran it as a service. */
function failsOnManaged({ evaluation, judgement }: Input): boolean {
  const { word } = judgement.verdict;
  const onlyThat = evaluation.variants.some(
    ({ exclusions }) =>
      exclusions.length > 0 &&
      exclusions.every((each) => "capability" in each && each.capability === "managed-offering"),
  );
  return onlyThat && (word === "impossible" || word === "nearest");
}

const asksMutual = ({ mtls }: Answers) => typeof mtls === "string" && !/^(no|unsure)$/.test(mtls);

/** What the reader’s cloud sells that fits the answers; undefined where it sells nothing to the point. */
export function viewOffers(
  offers: readonly CloudOffer[],
  assessment: Input,
): OffersView | undefined {
  const fitting = offersFor(offers, assessment.answers);
  if (fitting.length === 0) return undefined;
  const instead = failsOnManaged(assessment) && fitting.every(({ role }) => role === "use-instead");
  const rows = fitting.map((offer) => viewOffer(offer, assessment));
  const mutual = asksMutual(assessment.answers);
  return { finding: offersText({ offers: rows, instead, mutual }), instead, rows };
}

function viewOffer(offer: CloudOffer, assessment: Input): OfferView {
  const { id, label, say, mtls, state, role, formOf = [], sources } = offer;
  return {
    id,
    label,
    is: roles[role](formOf.map((variant) => nameOf(assessment, variant))),
    say,
    mtls: mtls.level,
    mtlsText: `Mutual TLS: ${mtlsWords[mtls.level]}. ${mtls.text}`,
    stateText: `State: ${state.status}.`,
    href: offerHref(offer),
    source: sources[0],
  };
}
