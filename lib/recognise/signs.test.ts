import { describe, expect, test } from "vitest";
import { parseReference } from "@/lib/data/parse";
import { readJsonFiles } from "@/lib/data/read";
import { parseRecognition } from "@/lib/data/recognition";
import type { Sign } from "@/lib/data/recognition-types";
import { recogniseAll } from "./recognise";

const files = readJsonFiles();
const recognition = parseRecognition(files, parseReference(files));

function workload(namespace: string, name: string, image: string): object {
  return {
    kind: "Deployment",
    metadata: { name, namespace },
    spec: { template: { spec: { containers: [{ image }] } } },
  };
}
function node(more: object, nodeInfo: object = {}, name = "n1"): object {
  return { kind: "Node", metadata: { name, ...more }, status: { nodeInfo } };
}

/** Something that bears the sign as kubectl or Helm print it; undefined where it is not printed but counted. */
function bearer({ at, is }: Sign): object | undefined {
  const text = is.replaceAll("*", "x1");
  const [first = "", ...rest] = text.split("/");
  const last = rest.join("/");
  const [key = "", value = "anything"] = text.split("=");
  switch (at) {
    case "node-name":
      return node({}, {}, text);
    case "node-role":
      return node({ labels: { [`node-role.kubernetes.io/${text}`]: "" } });
    case "node-label":
      return node({ labels: { [key]: value } });
    case "node-version":
      return node({}, { kubeletVersion: text });
    case "node-os":
      return node({}, { osImage: text });
    case "node-runtime":
      return node({}, { containerRuntimeVersion: text });
    case "node-provider":
      return { ...node({}), spec: { providerID: text } };
    case "namespace":
      return { kind: "Namespace", metadata: { name: text } };
    case "namespace-label":
      return { kind: "Namespace", metadata: { name: "shop", labels: { [key]: value } } };
    case "workload":
      return workload(first, last, "own/app:1");
    case "image":
      return workload(
        "shop",
        "app",
        is.includes("/") ? `mirror.example.org/${text}:v1.2.3` : `${text}:1.2`,
      );
    case "crd":
      return { kind: "CustomResourceDefinition", metadata: { name: text } };
    case "class":
      return {
        runtime: { kind: "RuntimeClass", metadata: { name: "c" }, handler: last },
        ingress: { kind: "IngressClass", metadata: { name: "c" }, spec: { controller: last } },
        gateway: { kind: "GatewayClass", metadata: { name: "c" }, spec: { controllerName: last } },
      }[first];
    case "chart":
      return { name: "release", chart: `${text}-1.2.3`, app_version: "1.2.3" };
    default:
      return undefined;
  }
}

const signs = recognition.things.flatMap((thing) =>
  thing.signs.map((sign) => ({ name: `${thing.id}: ${sign.at} ${sign.is}`, thing, sign })),
);

describe("every sign is found where it is looked for", () => {
  test.each(signs.filter(({ sign }) => bearer(sign)))("$name", ({ thing, sign }) => {
    const text = JSON.stringify([bearer(sign)], null, 2);
    const { clusters } = recogniseAll(recognition, [{ cluster: "", text }], "2026-11-29");
    const fact = clusters[0]?.facts.find(({ id }) => id === thing.id);
    expect(fact?.label).toBe(thing.label);
    const ranks = ["hint", "likely", "sure"];
    expect(ranks.indexOf(fact?.certainty ?? "")).toBeGreaterThanOrEqual(
      ranks.indexOf(sign.certainty),
    );
    expect(fact?.lines.length).toBeGreaterThan(0);
  });

  test("what is counted, not printed, is named by the readers", () => {
    const counted = signs
      .filter(({ sign }) => !bearer(sign))
      .map(({ sign }) => `${sign.at} ${sign.is}`);
    expect(counted.sort()).toEqual([
      "object CronJob",
      "object DualStackService",
      "object IPv6Node",
      "object Job",
      "object NetworkPolicy",
      "object SamePodNetwork",
      "tool compose-service",
      "tool consul-agent",
      "tool istio-control-plane",
      "tool istio-data-plane",
      "tool kubernetes",
      "tool linkerd-control-plane",
      "tool nomad-client",
    ]);
  });

  test("every rule can hold: there is a set of things under which it proposes its answer", () => {
    const ofKind = (kind: string) =>
      recognition.things.filter((thing) => thing.kind === kind).map(({ id }) => id);
    const expand = (reference: string) =>
      reference.startsWith("kind:") ? ofKind(reference.slice(5)) : [reference];
    for (const { id, when } of recognition.proposals) {
      const needed = [...(when.all ?? []), ...(when.every ?? []), ...(when.most ?? [])];
      const forbidden = new Set((when.none ?? []).flatMap(expand));
      const clash = needed.filter((reference) =>
        expand(reference).every((each) => forbidden.has(each)),
      );
      expect(clash, id).toEqual([]);
      if (when.any)
        expect(
          when.any.flatMap(expand).some((each) => !forbidden.has(each)),
          id,
        ).toBe(true);
    }
  });
});
