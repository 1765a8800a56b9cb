import type { QuestionText } from "@/lib/matrix/types";
import type { Asks } from "./asks";
import type { Ask, Gap, KitFile } from "./types";

/** What a configuration file could serve: answers on people, money and taste ask for none. */
const sections = new Set(["estate", "identity", "authorization", "traffic", "observability"]);

/** Every need that the answers state, by question and row. */
export function statedNeeds(questions: readonly QuestionText[], asks: Asks): Ask[] {
  return questions.flatMap((question) => {
    if (!sections.has(question.section)) return [];
    if (question.kind === "importance") return asks.of(question.id) ?? [];
    if (question.kind === "needs") {
      return question.rows.flatMap(({ id }) => asks.of(question.id, id) ?? []);
    }
    return [];
  });
}

/** By “question.part”: why a need has no file, whichever variant was chosen. */
const commonReasons: Readonly<Record<string, string>> = {
  "cryptography.fips":
    "A validated module is a build of the product, not a setting. Take the build, then this kit.",
  "cryptography.post-quantum":
    "Hybrid key exchange comes with the version of the TLS library, or by a setting of the whole control plane: see the evidence.",
  "cryptography.everything":
    "The mesh encrypts what its proxies carry. Turn on encryption in the CNI beside it.",
  "protocols.websocket": "It works through the proxies without a setting.",
  "protocols.server-first":
    "Declare such ports by name or annotation on their own Service; the example services have none.",
  "protocols.udp":
    "UDP passes beside the proxies: the network policy of this kit denies it, so add a rule for each flow.",
  "protocols.dual-stack":
    "The example Services take the family of the cluster; set ipFamilyPolicy where you need both.",
  "requests.tenants":
    "Tenants are kept apart by namespaces and by who may write policies: repeat the kit for each namespace and restrict by role.",
  "requests.external":
    "An external authorizer is a service of yours: the kit has no rule for one that it does not know.",
  "telemetry.topology": "A service graph is a tool on top of the metrics of this kit.",
  "telemetry.tap": "Watching live requests is a command, not a file.",
  "telemetry.logs": "Access logs come from the services themselves here.",
  "balancing.latency":
    "Balancing per request is the default of the proxies; without them it is a setting of the client.",
  "balancing.zones":
    "Keeping calls in a zone is set per Service once the zones' capacities are known: not in a first kit.",
  "balancing.rate-local": "Limits need measured rates: not in a first kit.",
  "balancing.rate-global":
    "A limit for the whole cluster needs a rate limit service: not in a first kit.",
  "also.windows": "Windows workloads are outside this kit.",
  "workloads.jobs":
    "Jobs take part like other pods; the example services have none. See the evidence for the order of start and stop.",
  "workloads.stateful":
    "Mark the ports of brokers and databases as TCP on their own Services; the example services have none.",
  "workloads.knative": "Knative installs its networking layer itself: follow its own guide for it.",
  "workloads.kubevirt": "Virtual machines in pods are enrolled in the templates of KubeVirt.",
  "workloads.sandbox": "A runtime class is chosen in each pod, outside this kit.",
  "workloads.serverless":
    "Serverless nodes are the provider’s: see the evidence for what runs there.",
  "workloads.ai": "Routing to models and tools is a product of its own beside this kit.",
  "install.air-gapped":
    "Copy the charts and images to your registry first, and set it in the values of each chart.",
  "install.ipv6-only": "The example Services take the family of the cluster.",
  "install.gitops": "Put these files into your repository; each step is a folder of its own.",
  "install.proven": "Who runs it is a matter of evidence, not of a file.",
  "policy.network": "Rules by namespace and label are NetworkPolicies of yours: see the plan.",
  wire: "Encryption between nodes is a setting of the network plug-in or of the cloud.",
  "multicluster.discovery":
    "One registry across sites is a matter of the product chosen, not of a file.",
};

/** Needs that no file of the kit serves, each with the reason. */
export function findGaps(
  needs: readonly Ask[],
  files: readonly KitFile[],
  reasons: Readonly<Record<string, string>>,
): Gap[] {
  const served = new Set(
    files.flatMap(({ because }) =>
      because.flatMap((each) => ("question" in each ? [keyOf(each)] : [])),
    ),
  );
  return needs
    .filter((ask) => !served.has(keyOf(ask)))
    .map((ask) => ({
      ask,
      why:
        reasons[keyOf(ask)] ??
        commonReasons[keyOf(ask)] ??
        "This kit has no file for it with this variant.",
    }));
}

function keyOf({ question, part }: Ask): string {
  return part === undefined ? question : `${question}.${part}`;
}
