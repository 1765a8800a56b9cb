import { readFileSync } from "node:fs";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Service } from "kubernetes-models/v1/Service";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { readSettings } from "./settings";

// biome-ignore lint/suspicious/noExplicitAny: whatever the file holds, until a schema has looked at it.
const objects: any[] = parseAllDocuments(readFileSync("docs/kubernetes.yaml", "utf8")).map((each) =>
  each.toJS(),
);
const kinds = { Deployment, Service, PodDisruptionBudget, NetworkPolicy } as const;
const deployment = objects.find(({ kind }) => kind === "Deployment");
const [container] = deployment.spec.template.spec.containers;

test("each object of the example is valid", () => {
  expect(objects.map(({ kind }) => kind)).toEqual(Object.keys(kinds));
  for (const object of objects) {
    const Kind = kinds[object.kind as keyof typeof kinds];
    expect(() => new Kind(object).validate(), object.kind).not.toThrow();
  }
  const wrong = structuredClone(deployment);
  wrong.spec.template.spec.containers[0].readinessProbe.httpGet.port = true;
  expect(() => new Deployment(wrong).validate()).toThrow();
});

test("all of them mean the same pods", () => {
  const labels = deployment.spec.template.metadata.labels;
  for (const { kind, spec } of objects) {
    const selected = spec.podSelector?.matchLabels ?? spec.selector.matchLabels ?? spec.selector;
    expect(selected, kind).toEqual(labels);
  }
});

test("the variables are such as the server takes, and it has time to end", () => {
  const environment = Object.fromEntries(
    container.env.map(({ name, value }: { name: string; value: string }) => [name, value]),
  );
  const read = readSettings(environment);
  expect(read).toMatchObject({
    ok: true,
    settings: { origin: environment.SITE_URL, hsts: environment.HSTS, port: 3000 },
  });
  const { terminationGracePeriodSeconds } = deployment.spec.template.spec;
  const before = container.lifecycle.preStop.sleep.seconds;
  expect(terminationGracePeriodSeconds).toBeGreaterThan(
    before + (read.ok ? read.settings.drainSeconds : 0),
  );
});

test("it runs with no more rights than it needs", () => {
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  });
  expect(deployment.spec.template.spec.securityContext.runAsNonRoot).toBe(true);
  expect(objects.find(({ kind }) => kind === "NetworkPolicy").spec.egress).toEqual([]);
});
