import { expect, test } from "vitest";
import type { Answers } from "@/lib/engine/types";
import { offersFor } from "@/lib/result/cloud-offers";
import { assess } from "@/lib/result/result";
import { matrix, reference, table } from "@/lib/site/data";

const named = (answers: Answers) => offersFor(reference.offers, answers).map(({ id }) => id);

test.each<[string, Answers, string[]]>([
  ["nothing is named before the estate is", {}, []],
  ["ECS", { platform: "ecs" }, ["ecs-service-connect"]],
  ["Nomad beside Kubernetes", { also: { orchestrators: "must" } }, []],
  [
    "other orchestrators on AWS",
    { also: { orchestrators: "must" }, stack: ["aws"] },
    ["ecs-service-connect"],
  ],
  ["Fargate", { platform: "kubernetes", kubernetes: "eks-fargate" }, ["vpc-lattice"]],
  [
    "AWS with managed, without saying which EKS",
    { stack: ["aws"], support: { managed: "must" } },
    ["vpc-lattice"],
  ],
  ["Autopilot", { kubernetes: "gke-autopilot" }, ["google-cloud-service-mesh"]],
  [
    "AKS with managed wanted",
    { kubernetes: "aks-other", support: { managed: "must" } },
    ["aks-istio-addon", "azure-application-network"],
  ],
  ["OpenShift", { kubernetes: "openshift" }, ["openshift-service-mesh"]],
  ["clusters of one's own", { kubernetes: "self-managed", support: { managed: "must" } }, []],
])("%s", (_, answers, expected) => {
  expect(named(answers).sort()).toEqual(expected.sort());
});

test("what has ended is never named, and each living offer is named for some answers", () => {
  for (const { role, when } of reference.offers)
    expect(when === undefined).toBe(role === "ended" || role === "adjacent");
});

test("an offer that is a form of a variant is managed, or supported, where the answers put it", () => {
  const cells = matrix.capabilities.find(({ id }) => id === "managed-offering")?.cells;
  for (const { role, formOf, id } of reference.offers) {
    if (role !== "managed-form-of") continue;
    for (const variant of formOf ?? []) {
      const levels = cells?.[variant]?.scopes?.map(({ support }) => support) ?? [];
      expect(
        levels.some((level) => level === "full" || level === "partial"),
        id,
      ).toBe(true);
    }
  }
});

test("on ECS the building blocks have what Service Connect gives, and mutual TLS is not among it", () => {
  const given = matrix.capabilities.flatMap(({ id, cells }) =>
    (cells["none-app"]?.scopes ?? [])
      .filter(({ where, support }) => where === "On ECS" && support !== "moot")
      .map(({ support }) => [id, support]),
  );
  expect(Object.fromEntries(given)).toEqual({
    "golden-metrics": "partial",
    "outlier-detection": "partial",
    retries: "partial",
    timeouts: "full",
  });
  const failsOn = (answers: Answers) =>
    assess(matrix, table, "", answers)
      .evaluation.variants.find(({ variant }) => variant === "none-app")
      ?.exclusions.map((each) => ("capability" in each ? each.capability : each.burden));
  const retries = { resilience: { retries: "must" } } as const;
  expect(failsOn({ platform: "ecs", ...retries })).toEqual([]);
  expect(failsOn({ platform: "vm", ...retries })).toEqual(["retries"]);
  expect(failsOn({ platform: "ecs", ...retries, mtls: "must" })).toEqual(["mtls-auto"]);
});
