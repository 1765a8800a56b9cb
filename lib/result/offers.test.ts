import { describe, expect, test } from "vitest";
import type { Answers } from "@/lib/engine/types";
import { matrix, reference, table } from "@/lib/site/data";
import { type OffersFacts, offersText, viewOffers } from "./offers";
import { assess } from "./result";

const view = (answers: Answers) => viewOffers(reference.offers, assess(matrix, table, "", answers));

describe("the sentence", () => {
  const lattice = { label: "Lattice", is: "in place of a mesh", mtls: "partial" } as const;
  const proxyless = { label: "Proxyless", is: "in place of a mesh", mtls: "full" } as const;
  const served = "No mesh that fits is run as a service here; instead there";
  test.each<[OffersFacts, string]>([
    [
      { offers: [lattice], instead: false, mutual: true },
      "One cloud offer to know: Lattice, in place of a mesh",
    ],
    [
      { offers: [lattice, proxyless], instead: false, mutual: true },
      "Two cloud offers to know: Lattice and Proxyless",
    ],
    [{ offers: [lattice], instead: true, mutual: false }, `${served} is Lattice`],
    [
      { offers: [lattice], instead: true, mutual: true },
      `${served} is Lattice, which is not mutual TLS between workloads`,
    ],
    [
      { offers: [lattice, lattice], instead: true, mutual: true },
      `${served} are Lattice and Lattice, which are not mutual TLS between workloads`,
    ],
    [
      { offers: [lattice, proxyless], instead: true, mutual: true },
      `${served} are Lattice and Proxyless; Lattice is not mutual TLS between workloads`,
    ],
    [{ offers: [proxyless], instead: true, mutual: true }, `${served} is Proxyless`],
  ])("%j", (facts, text) => {
    expect(offersText(facts)).toBe(text);
  });
});

const managed = { support: { managed: "must" } } as const;
const eks = { platform: "kubernetes", kubernetes: "eks-ec2", stack: ["aws"] } as const;

test.each<[string, Answers, string, boolean]>([
  [
    "managed and mutual TLS on AWS",
    { ...eks, ...managed, mtls: "must" },
    "No mesh that fits is run as a service here; instead there is Amazon VPC Lattice, which is not mutual TLS between workloads",
    true,
  ],
  [
    "managed on ECS",
    { platform: "ecs", ...managed, mtls: "must" },
    "No mesh that fits is run as a service here; instead there is Amazon ECS Service Connect, which is not mutual TLS between workloads",
    true,
  ],
  [
    "managed as a wish",
    { ...eks, support: { managed: "nice" }, mtls: "must" },
    "One cloud offer to know: Amazon VPC Lattice, in place of a mesh",
    false,
  ],
  [
    "GKE",
    { platform: "kubernetes", kubernetes: "gke-autopilot" },
    "One cloud offer to know: Google Cloud Service Mesh, a managed form of Istio (sidecar mode)",
    false,
  ],
  [
    "managed on AKS",
    { platform: "kubernetes", kubernetes: "aks-other", ...managed },
    "Two cloud offers to know: AKS Istio-based service mesh add-on and Azure Kubernetes Application Network",
    false,
  ],
  [
    "OpenShift",
    { platform: "kubernetes", kubernetes: "openshift" },
    "One cloud offer to know: Red Hat OpenShift Service Mesh 3, a supported form of Istio (sidecar mode) and Istio (ambient mode)",
    false,
  ],
  [
    "impossible, but for another reason",
    { platform: "ecs", also: { windows: "must" }, cryptography: { everything: "must" } },
    "One cloud offer to know: Amazon ECS Service Connect, in place of a mesh",
    false,
  ],
])("%s", (_, answers, finding, instead) => {
  expect(view(answers)).toMatchObject({ finding, instead });
});

test("no cloud, no offer", () => {
  expect(view({ platform: "kubernetes", kubernetes: "self-managed", ...managed })).toBeUndefined();
  expect(view({})).toBeUndefined();
});

test("a row says what it is, what it does about mutual TLS, its state, and where it is told", () => {
  expect(view({ ...eks, ...managed })?.rows).toMatchObject([
    {
      label: "Amazon VPC Lattice",
      is: "in place of a mesh",
      mtlsText:
        "Mutual TLS: in part. Only end to end through a TLS passthrough listener, where Lattice sees names and no requests. Else IAM signatures (SigV4) identify the caller.",
      stateText: "State: generally available.",
      href: "/options/cloud#vpc-lattice",
    },
  ]);
});
