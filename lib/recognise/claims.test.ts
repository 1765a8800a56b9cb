import { describe, expect, test } from "vitest";
import { certaintyOf, head, pods, read, row, sureOf } from "./read.fixtures";

describe("what only a provider’s absence would tell", () => {
  const own = row("n1", "v1.34.1", "Debian GNU/Linux 12", "control-plane");
  const workers = row("pool-a-x1y2z", "v1.34.1", "Debian GNU/Linux 12");

  test.each([
    ["cilium", "kube-system cilium-l4wfk"],
    ["calico", "kube-system calico-node-l4wfk"],
  ])("%s is one’s own for sure only where the control plane is", (cni, pod) => {
    expect(certaintyOf(head + own + pods(pod), `cni=${cni}`)).toBe("sure");
    expect(certaintyOf(head + workers + pods(pod), `cni=${cni}`)).toBe("likely");
    expect(certaintyOf(pods(pod), `cni=${cni}`)).toBe("likely");
  });

  test("Calico beside the provider’s agent leaves the network the provider’s", () => {
    const text = pods("kube-system aws-node-8mh4m", "kube-system calico-node-l4wfk");
    expect(certaintyOf(text, "cni=provider")).toBe("likely");
    expect(certaintyOf(text, "cni=calico")).toBeUndefined();
  });

  test("machines of a cloud are not its Kubernetes", () => {
    const node = (providerID: string) =>
      JSON.stringify({
        kind: "Node",
        metadata: { name: "n1" },
        spec: { providerID },
        status: { nodeInfo: { kubeletVersion: "v1.34.1" } },
      });
    for (const id of ["digitalocean://1", "linode://1", "vultr://1", "ocid1.instance.oc1.a"])
      expect(certaintyOf(node(id), "kubernetes=other-cloud")).toBe("likely");
  });

  test("a distribution of Amazon’s on machines with their own control plane is not EKS", () => {
    const text =
      head +
      row("ip-10-0-0-1.ec2.internal", "v1.31.4-eks-1-31-8", "Ubuntu 22.04", "control-plane") +
      row("ip-10-0-0-2.ec2.internal", "v1.31.4-eks-1-31-8", "Ubuntu 22.04");
    expect(sureOf(text)).toEqual(["platform=kubernetes"]);
  });

  test("the runtime that MicroShift shares with OpenShift is not OpenShift for sure", () => {
    const text = `${head}edge-1 Ready control-plane 3d v1.30.4 10.0.0.1 <none> Red Hat Enterprise Linux 9.4 (Plow) 5.14.0 cri-o://1.30.4-2.rhaos4.17.gitabc.el9\n`;
    expect(sureOf(text)).not.toContain("kubernetes=openshift");
  });

  test("Cilium’s own ztunnel is not Istio’s", () => {
    const text = pods("kube-system cilium-l4wfk", "kube-system ztunnel-cilium-bbpqb");
    expect(read(text).proposals.filter(({ question }) => question === "today")).toEqual([]);
  });

  test("a provider’s Cilium is the provider’s, by a label in a description", () => {
    const text =
      "Name:               pool-766qo\nLabels:             doks.digitalocean.com/node-pool=pool\n                    kubernetes.io/arch=amd64\nNon-terminated Pods:          (1 in total)\n  Namespace    Name  CPU Requests  CPU Limits  Memory Requests  Memory Limits  Age\n  kube-system  cilium-bbpqb  310m (15%)  100m (5%)  310Mi (19%)  75Mi (4%)  6h10m\n";
    expect(sureOf(text)).toEqual(["kubernetes=other-cloud", "platform=kubernetes"]);
    expect(certaintyOf(text, "cni=provider-cilium")).toBe("likely");
    expect(certaintyOf(text, "cni=cilium")).toBeUndefined();
  });
});
