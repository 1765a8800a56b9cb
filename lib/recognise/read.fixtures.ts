import { parseReference } from "@/lib/data/parse";
import { readJsonFiles } from "@/lib/data/read";
import { parseRecognition } from "@/lib/data/recognition";
import { recogniseAll } from "./recognise";

const files = readJsonFiles();
const recognition = parseRecognition(files, parseReference(files));
export const today = "2026-11-29";

type Source = string | [cluster: string, text: string];

export function read(...texts: Source[]) {
  const pastes = texts.map((each) =>
    typeof each === "string" ? { cluster: "", text: each } : { cluster: each[0], text: each[1] },
  );
  return recogniseAll(recognition, pastes, today);
}
export function certaintyOf(text: string, key: string): string | undefined {
  return read(text).proposals.find((proposal) => proposal.key === key)?.certainty;
}
export function sureOf(...texts: Source[]): string[] {
  return read(...texts)
    .proposals.filter(({ certainty }) => certainty === "sure")
    .map(({ key }) => key)
    .sort();
}

export const head =
  "NAME STATUS ROLES AGE VERSION INTERNAL-IP EXTERNAL-IP OS-IMAGE KERNEL-VERSION CONTAINER-RUNTIME\n";
export const row = (name: string, version: string, os: string, roles = "<none>") =>
  `${name} Ready ${roles} 3d ${version} 10.0.0.1 <none> ${os} 6.1.0 containerd://2.1.4\n`;
export const pods = (...rows: string[]) =>
  `NAMESPACE NAME READY STATUS RESTARTS AGE\n${rows.map((each) => `${each} 1/1 Running 0 3d`).join("\n")}\n`;
