import { json } from "jq-wasm";
import { describe, expect, test } from "vitest";
import { parseReference } from "@/lib/data/parse";
import { readJsonFiles } from "@/lib/data/read";
import { parseRecognition } from "@/lib/data/recognition";
import { recogniseAll } from "./recognise";
import { makeScript } from "./script";

const files = readJsonFiles();
const recognition = parseRecognition(files, parseReference(files));
const script = makeScript(recognition.things);
/** What stands between the quotes after jq. */
const program = script.slice(script.indexOf("'\n") + 1, script.lastIndexOf("'"));

const hidden = "hunter2-must-stay";
const annotations = {
  "kubectl.kubernetes.io/last-applied-configuration": hidden,
  "example.org/contact": hidden,
};
const container = {
  name: hidden,
  env: [{ name: "PASSWORD", value: hidden }],
  args: [`--token=${hidden}`],
};

function meta(name: string, more: object = {}) {
  return { metadata: { name, uid: hidden, annotations, ...more } };
}
function workload(kind: string, namespace: string, name: string, image: string) {
  const spec = {
    containers: [{ ...container, image }],
    initContainers: [{ ...container, image: "busybox:1.37" }],
  };
  return {
    kind,
    ...meta(name, { namespace, labels: { app: hidden } }),
    spec: { replicas: 2, template: { metadata: { annotations }, spec } },
    status: { note: hidden },
  };
}

/** The lists that kubectl prints, one for each kind that is asked for. */
const lists = [
  [
    {
      kind: "Node",
      ...meta("ip-10-0-1-2.eu-west-1.compute.internal", {
        labels: {
          "eks.amazonaws.com/nodegroup": "apps",
          "kubernetes.io/os": "linux",
          "example.org/owner": hidden,
        },
      }),
      spec: { providerID: `aws:///eu-west-1a/${hidden}`, podCIDR: "10.0.1.0/24" },
      status: {
        addresses: [
          { type: "InternalIP", address: "10.99.98.97" },
          { type: "Hostname", address: hidden },
        ],
        nodeInfo: {
          kubeletVersion: "v1.33.4-eks-abcdef0",
          osImage: "Amazon Linux 2023.9",
          containerRuntimeVersion: "containerd://2.1.4",
          architecture: "arm64",
          operatingSystem: "linux",
          machineID: hidden,
        },
      },
    },
  ],
  [
    {
      kind: "Namespace",
      ...meta("shop", { labels: { "istio-injection": "enabled", team: hidden } }),
    },
  ],
  [workload("Deployment", "istio-system", "istiod", "docker.io/istio/pilot:1.28.2")],
  [
    workload(
      "DaemonSet",
      "kube-system",
      "aws-node",
      "602401143452.dkr.ecr.eu-west-1.amazonaws.com/amazon-k8s-cni:v1.20.4",
    ),
  ],
  [workload("StatefulSet", "shop", "orders-db", "postgres:18.1")],
  [
    {
      kind: "CronJob",
      ...meta("report", { namespace: "shop" }),
      spec: {
        jobTemplate: {
          spec: { template: { spec: { containers: [{ ...container, image: "shop/report:1" }] } } },
        },
      },
    },
  ],
  [
    {
      kind: "Service",
      ...meta("orders", { namespace: "shop" }),
      spec: {
        type: "ClusterIP",
        clusterIP: "10.99.98.96",
        ipFamilies: ["IPv4", "IPv6"],
        selector: { app: hidden },
      },
    },
  ],
  [
    {
      kind: "NetworkPolicy",
      ...meta("default-deny", { namespace: "shop" }),
      spec: { podSelector: { matchLabels: { app: hidden } } },
    },
  ],
  [
    {
      kind: "CustomResourceDefinition",
      ...meta("gateways.gateway.networking.k8s.io", {
        annotations: {
          ...annotations,
          "gateway.networking.k8s.io/bundle-version": "v1.6.1",
          "gateway.networking.k8s.io/channel": "experimental",
        },
      }),
      spec: { group: "gateway.networking.k8s.io", versions: [{ schema: hidden }] },
    },
  ],
  [{ kind: "RuntimeClass", ...meta("secure"), handler: "runsc" }],
].map((items) => ({ apiVersion: "v1", kind: "List", items }));

describe("the script", () => {
  test("lets nothing out but names, images, versions and labels that rules look for", async () => {
    const outputs = await Promise.all(
      lists.map(async (list) => JSON.stringify(await json(list, program, ["-c"]))),
    );
    const all = outputs.join("\n");
    expect(all).not.toContain(hidden);
    expect(all).not.toContain("10.99.98");
    expect(all).toContain("orders-db");
  });

  test("loses nothing that is recognised in the whole output", async () => {
    const reduced: string[] = [];
    for (const list of lists) {
      const result = await json(list, program, ["-c"]);
      for (const each of Array.isArray(result) ? result : [result])
        reduced.push(JSON.stringify(each));
    }
    const whole = lists.map((list) => JSON.stringify(list, null, 4)).join("\n");
    const [from, to] = [whole, reduced.join("\n")].map((text) => {
      const { clusters, proposals, warnings } = recogniseAll(
        recognition,
        [{ cluster: "", text }],
        "2026-11-29",
      );
      return {
        counts: clusters.map(({ counts, kubernetes, gatewayApi }) => ({
          counts,
          kubernetes,
          gatewayApi,
        })),
        facts: clusters.flatMap(({ facts }) =>
          facts.map(({ id, certainty, versions, nodes }) => ({ id, certainty, versions, nodes })),
        ),
        proposals: proposals.map(({ key, certainty }) => `${key} ${certainty}`),
        warnings: warnings.map(({ title }) => title),
      };
    });
    expect(to).toEqual(from);
    expect(from?.proposals).toContain("kubernetes=eks-ec2 sure");
    expect(from?.proposals).toContain("today=istio sure");
    expect(from?.warnings).toContain("Istio 1.28.2 no longer gets fixes");
  });

  test("names the kinds that a role may not list", async () => {
    const refused = await json({ unread: "nodes" }, program, ["-c"]);
    const { clusters } = recogniseAll(
      recognition,
      [{ cluster: "", text: JSON.stringify(refused) }],
      "2026-11-29",
    );
    expect(clusters[0]?.refused).toEqual(["nodes"]);
  });

  test("only reads", () => {
    const verbs = [...script.matchAll(/\bkubectl (\S+)/g)].map(([, verb]) => verb);
    expect(new Set(verbs)).toEqual(new Set(["get"]));
    expect(script).not.toMatch(/secrets|configmaps/);
  });
});
