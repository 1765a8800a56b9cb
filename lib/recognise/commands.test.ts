import { describe, expect, test } from "vitest";
import { certaintyOf, read } from "./read.fixtures";

describe("commands and descriptions", () => {
  test("the namespace a command asks for is that of its rows, up to the next command", () => {
    const rows = "NAME READY STATUS RESTARTS AGE\nweave-net-bdjmv 2/2 Running 0 61s\n";
    const policed = "NAMESPACE NAME POD-SELECTOR AGE\nshop deny <none> 3d\n";
    const found = (text: string) =>
      read(text).clusters.flatMap(({ facts }) => facts.map(({ id }) => id));
    for (const option of ["-n kube-system", "-nkube-system", "--namespace=kube-system"])
      expect(found(`$ kubectl get pods ${option}\n${rows}${policed}`)).toContain("weave");
    expect(found(`$ kubectl get pods\n${rows}`)).not.toContain("weave");
    expect(found(`$ kubectl get svc -n kube-system\n\n$ kubectl get pods\n${rows}`)).not.toContain(
      "weave",
    );
  });

  test("the pods of a described node are read", () => {
    const text =
      "Non-terminated Pods:          (1 in total)\n  Namespace  Name  CPU Requests  CPU Limits  Memory Requests  Memory Limits  Age\n  ---------  ----  ------------  ----------  ---------------  -------------  ---\n  istio-system  ztunnel-xsjjw  200m (0%)  0 (0%)  512Mi (0%)  0 (0%)  27d\n";
    expect(certaintyOf(text, "today=istio")).toBe("likely");
    expect(read(text).clusters[0]?.counts.pods).toBe(1);
  });

  test("a described pod is no node, whatever labels it bears", () => {
    const text =
      "Name:         orders-0\nNamespace:    shop\nLabels:       app.kubernetes.io/name=orders\n              apps.kubernetes.io/pod-index=0\n";
    expect(read(text).clusters[0]?.counts.nodes ?? 0).toBe(0);
  });
});
