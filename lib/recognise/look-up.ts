import type { Place, ProposalRule, Recognition, Thing } from "@/lib/data/recognition-types";

/** The command that prints what a sign is looked for in. */
const commands: Readonly<Record<Place, string>> = {
  "node-name": "kubectl get nodes",
  "node-role": "kubectl get nodes",
  "node-version": "kubectl get nodes",
  "node-os": "kubectl get nodes -o wide",
  "node-runtime": "kubectl get nodes -o wide",
  "node-provider": "kubectl get nodes -o yaml",
  "node-label": "kubectl get nodes --show-labels",
  namespace: "kubectl get namespaces",
  "namespace-label": "kubectl get namespaces --show-labels",
  workload: "kubectl get pods --all-namespaces",
  image: "kubectl get deployments,daemonsets,statefulsets -A -o wide",
  crd: "kubectl get crds",
  class: "kubectl get runtimeclasses,ingressclasses,gatewayclasses",
  chart: "helm list -A",
  object: "kubectl get cronjobs,networkpolicies -A",
  tool: "istioctl version, linkerd version, consul members, nomad node status",
};

export interface LookUp {
  readonly question: string;
  readonly answers: readonly {
    /** The id of the value, row or flag. */
    readonly part: string;
    readonly because: string;
    readonly signs: readonly {
      readonly thing: string;
      readonly command: string;
      readonly text: string;
    }[];
  }[];
}

function thingsOf(things: readonly Thing[], { when }: ProposalRule): Thing[] {
  const references = [
    ...(when.all ?? []),
    ...(when.every ?? []),
    ...(when.most ?? []),
    ...(when.any ?? []),
  ];
  return things.filter(
    ({ id, kind }) => references.includes(id) || references.includes(`kind:${kind}`),
  );
}

/** What to look for by hand, question by question: one sign of each thing that an answer rests on. */
export function listLookUps({ things, proposals }: Recognition): LookUp[] {
  const questions = [...new Set(proposals.map(({ question }) => question))];
  return questions
    .map((question) => {
      const rules = proposals.filter((rule) => rule.question === question && !rule.when.count);
      const parts = [...new Set(rules.map(partOf))];
      return {
        question,
        answers: parts.map((part) => {
          const [first, ...others] = rules.filter((rule) => partOf(rule) === part);
          const of = new Set(
            [first, ...others].flatMap((rule) => (rule ? thingsOf(things, rule) : [])),
          );
          return {
            part,
            because: first?.because ?? "",
            signs: [...of].flatMap(({ id, label, signs }) => {
              const sign = signs.find(({ at }) => at !== "tool") ?? signs[0];
              return sign && id !== "kubernetes"
                ? [{ thing: label, command: commands[sign.at], text: sign.is }]
                : [];
            }),
          };
        }),
      };
    })
    .filter(({ answers }) => answers.length > 0);
}

function partOf({ value, row, flag }: ProposalRule): string {
  return value ?? row ?? flag ?? "";
}
