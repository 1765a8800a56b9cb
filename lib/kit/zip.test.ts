import { afterEach, expect, test, vi } from "vitest";
import type { Kit } from "./types";
import { zipKit } from "./zip";

afterEach(() => void vi.unstubAllEnvs());

test("an archive is the same bytes in every time zone", () => {
  const kit = {
    variant: { id: "istio-ambient" },
    runbook: "Apply the files.",
    files: [{ path: "01.yaml", content: "kind: Namespace" }],
  } as unknown as Kit;
  const archives = ["UTC", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu"].map(
    (name) => {
      vi.stubEnv("TZ", name);
      return Buffer.from(zipKit(kit)).toString("hex");
    },
  );
  expect(new Set(archives).size).toBe(1);
});
