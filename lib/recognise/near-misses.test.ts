import { describe, expect, test } from "vitest";
import { applyProposals, type Proposal } from "./propose";
import { certaintyOf, head, pods, read, row, sureOf, today } from "./read.fixtures";
import { writeReport } from "./report";

describe("what looks like a provider and is not", () => {
  test.each([
    [
      "EKS Anywhere on one’s own machines",
      row("worker-1", "v1.31.4-eks-abcdef0", "Ubuntu 22.04.5 LTS"),
    ],
    ["GKE on one’s own machines", row("node-7", "v1.31.5-gke.100", "Ubuntu 22.04.5 LTS")],
    ["kubeadm on Azure’s machines", row("cp-1", "v1.31.4", "Ubuntu 22.04.5 LTS", "control-plane")],
    ["RHEL, which is not CoreOS", row("n1", "v1.31.4", "Red Hat Enterprise Linux 9.4 (Plow)")],
  ])("%s is not said to be one for sure", (_, nodes) => {
    expect(sureOf(head + nodes)).toEqual(["platform=kubernetes"]);
  });

  test("a few Fargate pods beside EC2 do not make it Fargate", () => {
    const mixed =
      head +
      row("ip-10-0-0-1.ec2.internal", "v1.33.1-eks-abc", "Amazon Linux 2023") +
      row("ip-10-0-0-2.ec2.internal", "v1.33.1-eks-abc", "Amazon Linux 2023") +
      row("fargate-ip-10-0-0-3.ec2.internal", "v1.33.1-eks-abc", "Amazon Linux 2");
    expect(sureOf(mixed)).toEqual(["platform=kubernetes"]);
    expect(certaintyOf(mixed, "kubernetes=eks-ec2")).toBe("likely");
    expect(certaintyOf(mixed, "kubernetes=eks-fargate")).toBeUndefined();
    expect(certaintyOf(mixed, "workloads.serverless")).toBe("likely");
  });

  test("one Autopilot node among node pools does not make it Autopilot", () => {
    const mixed =
      head +
      row("gke-shop-pool-1-abcd-1111", "v1.33.1-gke.100", "Container-Optimized OS from Google") +
      row("gk3-shop-pool-2-abcd-2222", "v1.33.1-gke.100", "Container-Optimized OS from Google");
    expect(sureOf(mixed)).toEqual(["platform=kubernetes"]);
    expect(certaintyOf(mixed, "kubernetes=gke-standard")).toBe("likely");
  });
});

describe("what looks like a mesh in use and is not", () => {
  test("a control plane alone, or as an ingress, is likely and no more", () => {
    const text = pods(
      "istio-system istiod-6c86784695-bvgqs",
      "istio-system istio-ingressgateway-8577c57fb6-c8t9p",
    );
    expect(certaintyOf(text, "today=istio")).toBe("likely");
  });

  test("a workload of that name elsewhere is no control plane", () => {
    expect(read(pods("shop istiod-mock-6c86784695-bvgqs")).proposals.map(({ key }) => key)).toEqual(
      ["platform=kubernetes"],
    );
  });

  test("Consul for discovery is not Consul’s mesh", () => {
    const text =
      "Node Address Status Type Build Protocol DC\nc1 10.0.0.1:8301 alive server 1.21.4 2 dc1\n";
    expect(sureOf(text)).toEqual(["stack:consul"]);
    expect(certaintyOf(text, "today=consul")).toBeUndefined();
  });

  test("Kubernetes beside Nomad leaves open which carries most", () => {
    const nomad =
      "ID DC Name Class Drain Eligibility Status\n3106237b dc1 n1 <none> false eligible ready\n";
    expect(sureOf(head + row("n1", "v1.31.4", "Debian GNU/Linux 12"), nomad)).toEqual([
      "stack:nomad",
    ]);
  });

  test("namespaces that are enrolled make it sure", () => {
    const namespaces = "NAME STATUS AGE LABELS\nshop Active 3d istio.io/dataplane-mode=ambient\n";
    expect(
      certaintyOf(`${pods("istio-system istiod-6c86784695-bvgqs")}\n${namespaces}`, "today=istio"),
    ).toBe("sure");
  });
});

describe("networks", () => {
  test("each thing that a proposal rests on has a line before any has two", () => {
    const text = `${pods("kube-system azure-cns-8mh4m", "kube-system azure-cns-h8mdb", "kube-system cilium-l4wfk")}${head}${row("aks-a-11111111-vmss000000", "v1.33.1", "Ubuntu 22.04")}${row("aks-a-11111111-vmss000001", "v1.33.1", "Ubuntu 22.04")}`;
    const proposal = read(text).proposals.find(({ key }) => key === "cni=provider-cilium");
    expect(proposal?.lines.map(({ text: line }) => line.split(" ")[0])).toContain(
      "aks-a-11111111-vmss000000",
    );
    expect(proposal?.lines.some(({ text: line }) => line.includes("cilium-l4wfk"))).toBe(true);
  });

  test("Cilium on EKS is not said to be the network for sure", () => {
    const text = `${head}${row("ip-10-0-0-1.ec2.internal", "v1.33.1-eks-abc", "Amazon Linux 2023")}${pods("kube-system cilium-l4wfk", "kube-system cilium-operator-fb4c58f8d-zdmbs", "kube-system aws-node-8mh4m")}`;
    expect(certaintyOf(text, "cni=cilium")).toBe("likely");
    expect(certaintyOf(text, "cni=provider")).toBeUndefined();
  });

  test("policies are warned about only where nothing enforces them", () => {
    const policy = "NAMESPACE NAME POD-SELECTOR AGE\nshop deny <none> 3d\n";
    const warned = (text: string) => read(`${text}\n${policy}`).warnings.map(({ id }) => id);
    expect(warned(pods("kube-flannel kube-flannel-ds-6g4fx"))).toEqual(["policies-not-enforced"]);
    expect(warned(pods("kube-system canal-6g4fx"))).toEqual([]);
    expect(
      warned(pods("kube-flannel kube-flannel-ds-6g4fx", "kube-system kube-router-6g4fx")),
    ).toEqual([]);
    expect(warned(pods("shop orders-6c86784695-bvgqs"))).toEqual([]);
    expect(warned(pods("kube-system aws-node-8mh4m"))).toEqual(["policies-not-enforced"]);
  });
});

describe("versions", () => {
  const warnings = (chart: string, app: string) =>
    read(JSON.stringify([{ name: "x", chart, app_version: app }])).warnings.map(
      ({ title }) => title,
    );

  test.each([
    ["istiod-1.31.0", "1.31.0", 0],
    ["istiod-1.29.1", "1.29.1", 1],
    ["istiod-1.12.0", "1.12.0", 1],
    ["istiod-1.34.0", "1.34.0", 0],
    ["linkerd-control-plane-1.16.11", "stable-2.14.10", 1],
    ["linkerd-control-plane-2026.9.1", "edge-26.9.1", 0],
    ["linkerd-enterprise-control-plane-2.18.2", "enterprise-2.18.2", 0],
    ["consul-2.1.0", "2.1.0", 0],
    ["consul-1.8.0", "1.21.3+ent", 0],
    ["consul-1.8.0", "1.21.3", 1],
    ["consul-1.7.0", "1.20.2+ent", 1],
    ["cilium-1.20.5", "1.20.5", 0],
    ["cilium-1.16.1", "1.16.1", 1],
  ])("%s with %s gives %i warnings", (chart, app, count) => {
    expect(warnings(chart, app)).toHaveLength(count);
  });

  test("the version of an image that a company built is not judged by the project’s dates", () => {
    const deployment = (image: string) =>
      JSON.stringify({
        kind: "Deployment",
        metadata: { name: "istiod", namespace: "istio-system" },
        spec: { template: { spec: { containers: [{ image }] } } },
      });
    const ids = (image: string) => read(deployment(image)).warnings.map(({ id }) => id);
    expect(ids("docker.io/istio/pilot:1.27.1")).toEqual(["mesh-out-of-support"]);
    expect(ids("mirror.example.org/hub/istio/pilot:1.27.1-distroless")).toEqual([
      "mesh-out-of-support",
    ]);
    expect(ids("gcr.io/gke-release/istio/pilot:1.27.1-asm.3")).toEqual([]);
  });

  test("definitions newer than a mesh knows are named, older ones are not", () => {
    const definition = (bundle: string) =>
      JSON.stringify({
        kind: "CustomResourceDefinition",
        metadata: {
          name: "httproutes.gateway.networking.k8s.io",
          annotations: { "gateway.networking.k8s.io/bundle-version": bundle },
        },
        spec: { group: "gateway.networking.k8s.io" },
      });
    const chart = JSON.stringify([
      {
        name: "l",
        chart: "linkerd-enterprise-control-plane-2.18.0",
        app_version: "enterprise-2.18.0",
      },
    ]);
    const ids = (bundle: string) =>
      read(`${definition(bundle)}\n${chart}`).warnings.map(({ id }) => id);
    expect(ids("v1.4.0")).toEqual(["gateway-api-too-new"]);
    expect(ids("v1.2.1")).toEqual([]);
  });
});

describe("Kubernetes against what meshes state", () => {
  const stated = (version: string) =>
    read(head + row("n1", version, "Debian GNU/Linux 12")).clusters[0]?.statedFor;

  test("the lines whose range holds the version are named, and no others", () => {
    expect(stated("v1.31.4")).toEqual([
      { mesh: "Istio", lines: ["1.29"] },
      { mesh: "Linkerd", lines: ["2.19", "2.18", "2.17"] },
      { mesh: "Consul", lines: ["2.0", "1.22", "1.21"] },
      { mesh: "Cilium", lines: ["1.18"] },
    ]);
    expect(stated("v1.12.0")).toEqual([]);
  });

  test("a mesh outside its range is warned about", () => {
    const chart = JSON.stringify([{ name: "i", chart: "istiod-1.31.0", app_version: "1.31.0" }]);
    const ids = (version: string) =>
      read(`${head}${row("n1", version, "Debian GNU/Linux 12")}\n${chart}`).warnings.map(
        ({ id }) => id,
      );
    expect(ids("v1.31.4")).toEqual(["kubernetes-untested"]);
    expect(ids("v1.37.0")).toEqual(["kubernetes-untested"]);
    expect(ids("v1.36.9")).toEqual([]);
  });
});

describe("several clusters", () => {
  const eks = head + row("ip-10-0-0-1.ec2.internal", "v1.33.1-eks-abc", "Amazon Linux 2023");
  const k3s = head + row("edge-1", "v1.33.1+k3s1", "Debian GNU/Linux 12");

  test("that agree are as sure as one; that differ are not sure, and both are shown", () => {
    expect(sureOf(["a", eks], ["b", eks.replace("10-0-0-1", "10-9-9-9")])).toContain(
      "kubernetes=eks-ec2",
    );
    const { proposals } = read(["a", eks], ["b", k3s]);
    const kubernetes = proposals.filter(({ question }) => question === "kubernetes");
    expect(
      kubernetes.map(({ value, certainty, clusters }) => [value, certainty, clusters]),
    ).toEqual([
      ["eks-ec2", "likely", ["a"]],
      ["small", "likely", ["b"]],
    ]);
  });

  test("with the same pod addresses cannot be on one flat network", () => {
    const node = (name: string) =>
      JSON.stringify({
        kind: "Node",
        metadata: { name },
        spec: { podCIDR: "10.42.0.0/24" },
        status: {},
      });
    expect(read(["a", node("n1")], ["b", node("n2")]).proposals.map(({ key }) => key)).toContain(
      "clusters=separate",
    );
    expect(read(["a", node("n1")]).proposals.map(({ key }) => key)).not.toContain(
      "clusters=separate",
    );
  });

  test("are told apart by the context of a command, and named in the report without names of their own", () => {
    const result = read(
      `$ kubectl --context blue get nodes\n${eks}\n$ kubectl get nodes --context=green\n${k3s}`,
    );
    expect(result.clusters.map(({ name }) => name)).toEqual(["blue", "green"]);
    const report = writeReport(result, today);
    expect(report).toContain("**blue**");
    expect(report).not.toContain("edge-1");
    expect(report).not.toContain("ip-10-0-0-1");
  });
});

describe("the same in every form that a command prints", () => {
  const facts = (text: string) =>
    read(text).clusters.flatMap((cluster) =>
      cluster.facts.map(({ id, versions }) => [id, ...versions].join(" ")),
    );

  test.each([
    [
      "helm as text",
      "NAME\tNAMESPACE\tREVISION\tUPDATED\tSTATUS\tCHART\tAPP VERSION\nistiod\tistio-system\t1\t2026-01-01\tdeployed\tistiod-1.31.0\t1.31.0\n",
    ],
    ["helm as JSON", '[{"name":"istiod","chart":"istiod-1.31.0","app_version":"1.31.0"}]'],
    [
      "helm as YAML",
      "- app_version: 1.31.0\n  chart: istiod-1.31.0\n  name: istiod\n  namespace: istio-system\n",
    ],
  ])("%s", (_, text) => {
    expect(facts(text)).toEqual(["istio 1.31.0", "kubernetes"]);
  });

  test.each([
    [
      "istioctl as text",
      "client version: 1.31.0\ncontrol plane version: 1.31.0\ndata plane version: 1.31.0 (8 proxies)\n",
    ],
    [
      "istioctl as JSON",
      JSON.stringify(
        {
          clientVersion: { version: "1.31.0" },
          meshVersion: [{ Component: "pilot", Info: { version: "1.31.0" } }],
          dataPlaneVersion: [{ ID: "a", Proxy: "", IstioVersion: "1.31.0" }],
        },
        null,
        2,
      ),
    ],
  ])("%s", (_, text) => {
    expect(facts(text)).toEqual(["istio 1.31.0", "istio-proxies 1.31.0"]);
  });

  test("the server’s version alone tells the provider as likely", () => {
    const text = JSON.stringify({
      clientVersion: { gitVersion: "v1.34.2" },
      serverVersion: { gitVersion: "v1.33.1-eks-abc" },
    });
    expect(read(text).clusters[0]?.facts.map(({ id, certainty }) => [id, certainty])).toEqual([
      ["kubernetes", "sure"],
      ["eks", "likely"],
    ]);
    expect(facts("Client Version: v1.34.2\nServer Version: v1.33.1-eks-abc\n")).toEqual([
      "kubernetes",
      "eks",
    ]);
  });
});

describe("taking over", () => {
  const proposal = (part: Partial<Proposal>): Proposal => ({
    key: "k",
    question: "q",
    certainty: "sure",
    because: "",
    things: [],
    clusters: [],
    spots: [],
    ...part,
  });

  test("adds to what was answered and leaves the rest as it was", () => {
    const before = {
      platform: "vm",
      stack: ["otel"],
      workloads: { jobs: "no", ai: "must" },
    } as const;
    const after = applyProposals(
      before,
      [
        proposal({ question: "platform", value: "kubernetes" }),
        proposal({ key: "workloads.jobs", question: "workloads", row: "jobs" }),
        proposal({ key: "workloads.knative", question: "workloads", row: "knative" }),
        proposal({ question: "stack", flag: "consul" }),
      ],
      { "workloads.knative": "nice" },
    );
    expect(after).toEqual({
      platform: "kubernetes",
      stack: ["otel", "consul"],
      workloads: { jobs: "important", ai: "must", knative: "nice" },
    });
    expect(before.stack).toEqual(["otel"]);
  });
});
