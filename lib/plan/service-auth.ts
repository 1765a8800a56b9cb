import type { Fit, PlanData, ServiceAuthFacts } from "@/lib/data/plan-types";
import type { AnswerRef } from "@/lib/result/answers";
import type { Assessment } from "@/lib/result/assessment";
import { capitalised, listed } from "@/lib/text/words";
import { answersFor, applies, firstThatApplies } from "./applies";
import { type Proof, proofOf } from "./proof";

export interface Statement {
  readonly text: string;
  readonly because: readonly AnswerRef[];
  readonly proof: Proof;
}

export interface MethodView {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly proves: string;
  readonly lifetime: string;
  readonly fit: Fit;
  /** Why it fits that much. */
  readonly why: Statement;
  /** How it goes with the choice. */
  readonly withChoice: Statement;
  readonly cautions: readonly Statement[];
}

export interface AuthorizationStep {
  readonly id: string;
  readonly label: string;
  readonly statement: Statement;
}

/** What the data says, under a condition and with its proof. */
type Ruled = ServiceAuthFacts["methods"][number]["withChoice"][number];

export interface ServiceAuthView {
  readonly finding: string;
  readonly methods: readonly MethodView[];
  readonly authorization: readonly AuthorizationStep[];
}

const fitLabels: Readonly<Record<Fit, string>> = {
  base: "Build on it",
  add: "Use as well",
  limited: "In places",
  skip: "Leave out",
};

export function fitLabel(fit: Fit): string {
  return fitLabels[fit];
}

function findingOf(methods: readonly MethodView[]): string {
  const names = (fit: Fit) => methods.filter((each) => each.fit === fit).map(({ name }) => name);
  const [base, add, limited] = [names("base"), names("add"), names("limited")];
  if (base.length > 0)
    return `Build on ${listed(base)}${add.length > 0 ? `; use ${listed(add)} as well` : ""}`;
  if (add.length > 0) return `No method carries every call; use ${listed(add)} where it helps`;
  return limited.length > 0
    ? `No method carries every call; ${listed(limited)} fit in places`
    : "None of these methods fits what you asked for";
}

/** Which ways of proving who calls fit, and the authorization model on top of them. */
export function viewServiceAuth(
  assessment: Assessment,
  data: PlanData,
  variant: string,
): ServiceAuthView {
  const state = (entry: Ruled): Statement => ({
    text: entry.text,
    because: answersFor(assessment, entry.when),
    proof: proofOf(assessment, data, variant, entry),
  });
  const methods = data.serviceAuth.methods.map((method): MethodView => {
    const fit = firstThatApplies(assessment, variant, method.fits);
    return {
      id: method.id,
      label: method.label,
      name: method.name,
      proves: method.proves,
      lifetime: method.lifetime,
      fit: fit.fit,
      why: state(fit),
      withChoice: state(firstThatApplies(assessment, variant, method.withChoice)),
      cautions: method.cautions.filter(({ when }) => applies(assessment, variant, when)).map(state),
    };
  });
  return {
    finding: capitalised(findingOf(methods)),
    methods,
    authorization: data.serviceAuth.authorization.map(({ id, label, cases }) => ({
      id,
      label,
      statement: state(firstThatApplies(assessment, variant, cases)),
    })),
  };
}
