import { describe, expect, test } from "vitest";
import { buildKit } from "@/lib/kit/kit";
import { readNames } from "@/lib/kit/names";
import { matrix, table } from "@/lib/site/data";
import { planData } from "@/lib/site/plan";
import { viewLayers } from "./layers";
import { assessmentOf } from "./plan.fixtures";

const own = {
  api: "Keep 6443 to administrators, nodes and the cluster’s own pods, and 10250 to the control plane and whatever reads metrics there.",
  etcd: "Let etcd, 2379–2380, talk to its peers and the API server only, with certificates of its own and its data encrypted.",
  audit:
    "Switch on the API server’s audit log and send it off the cluster, or nobody can say later who changed a policy.",
};
const provider = {
  api: "Make the API endpoint private or open it to known networks only: the provider guards etcd and the control plane, and who may call them is your setting.",
  kubelet: "Keep 10250 on the nodes to the control plane and whatever reads metrics there.",
  audit:
    "Have the provider deliver the API server’s audit log to you, which EKS and AKS do only once told, or nobody can say later who changed a policy.",
  gke: "Switch on GKE’s Data Access logs if you must know who read what; Admin Activity logs, which say who changed a policy, are always on.",
};
const oneTool =
  "Let one tool own the rules: nftables or the CNI, not both, and nothing that rewrites iptables behind them.";
const everywhere =
  "Refuse incoming traffic on every node and machine by default, by nftables, iptables or the cloud’s firewall rules, and open named ports to known networks.";

const ownPlane = [everywhere, own.api, own.etcd, own.audit, oneTool];
const withNodes = [everywhere, provider.api, provider.kubelet, provider.audit, oneTool];
const withoutNodes = [everywhere, provider.api, provider.audit];

/** What the plan says of hosts, whatever the option. */
function hostDuties(answers: Parameters<typeof assessmentOf>[2]): string[] {
  const layers = viewLayers(assessmentOf(matrix, table, answers), planData, "none-app");
  return layers.find(({ id }) => id === "host-firewall")?.duties.map(({ text }) => text) ?? [];
}

const expected: Readonly<Record<string, readonly string[]>> = {
  "eks-ec2": withNodes,
  "eks-auto": withoutNodes,
  "eks-fargate": withoutNodes,
  "gke-standard": [everywhere, provider.api, provider.kubelet, provider.gke, oneTool],
  "gke-autopilot": [everywhere, provider.api, provider.gke],
  "aks-cilium": withNodes,
  "aks-automatic": withoutNodes,
  "aks-other": withNodes,
  "other-cloud": withNodes,
  openshift: ownPlane,
  small: ownPlane,
  "self-managed": ownPlane,
};

describe("who runs the control plane", () => {
  test.each(Object.entries(expected))("%s: its duties, word by word", (kubernetes, duties) => {
    expect(hostDuties({ platform: "kubernetes", kubernetes })).toEqual(duties);
  });

  test("every Kubernetes that can be answered is told of here", () => {
    const question = table.questions.find(({ id }) => id === "kubernetes");
    expect(question?.kind === "choice" && [...question.values].sort()).toEqual(
      Object.keys(expected).sort(),
    );
  });

  test("while that is open the plan names the ports; off Kubernetes neither", () => {
    expect(hostDuties({ platform: "kubernetes" })).toEqual(ownPlane);
    expect(hostDuties({ platform: "kubernetes", kubernetes: "unsure" })).toEqual(ownPlane);
    // An answer from before the platform was changed.
    expect(hostDuties({ platform: "vm", kubernetes: "eks-ec2" })).toEqual([everywhere]);
  });

  test.each(Object.keys(expected).filter((each) => !["small", "self-managed"].includes(each)))(
    "%s: the kit guards no port of a control plane",
    (kubernetes) => {
      const { names } = readNames({});
      const answers = { platform: "kubernetes", kubernetes };
      const files = buildKit({ variant: "none-app", answers, names }, matrix)?.files ?? [];
      expect(files.length).toBeGreaterThan(0);
      expect(files.filter(({ content }) => /\b(6443|2379)\b/.test(content))).toEqual([]);
    },
  );

  test("the kit guards them where the clusters are your own", () => {
    const { names } = readNames({});
    const answers = { platform: "kubernetes", kubernetes: "self-managed" };
    const files = buildKit({ variant: "none-app", answers, names }, matrix)?.files ?? [];
    expect(files.some(({ content }) => content.includes("2379"))).toBe(true);
  });
});
