import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isKubernetesObject, type KubernetesObject, objectsOf } from "@/lib/kit/render";
import type { Kit } from "@/lib/kit/types";
import type { Finding } from "./finding";
import { readUpstream } from "./upstream";

/** Checking kits against the resource definitions of a cluster, for `npm run kits:check`. */

/** What was checked, and what was found. */
export interface Report {
  readonly files: number;
  readonly objects: number;
  /** Kinds for which there is no schema, with how many objects were not checked. */
  readonly unchecked: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

interface Placed {
  readonly path: string;
  readonly object: KubernetesObject;
}

/** The objects in the YAML files of a folder: an unpacked kit, changed or not. */
export function readFolder(folder: string): Placed[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) =>
      objectsOf(readFileSync(join(folder, file), "utf8")).map((object) => ({
        path: relative(".", join(folder, file)),
        object,
      })),
    );
}

/** Every distinct object of many kits. */
export function objectsIn(kits: readonly Kit[]): Placed[] {
  const seen = new Map<string, Placed>();
  for (const kit of kits) {
    for (const { path, language, content } of kit.files) {
      if (language !== "yaml") continue;
      for (const object of objectsOf(content)) {
        seen.set(JSON.stringify(object), { path: `${kit.variant.id}/${path}`, object });
      }
    }
  }
  return [...seen.values()];
}

/**
 * Checks objects against schemas. What a kit applies in part, by server-side apply, is held to the fields it has: that
 * others are missing is not its fault.
 */
export function reportOn(placed: readonly Placed[], schemas: string): Report {
  const upstream = readUpstream(schemas);
  const unchecked: Record<string, number> = {};
  const findings: Finding[] = [];
  let objects = 0;
  for (const { path, object } of placed.filter((each) => isKubernetesObject(each.object))) {
    if (!upstream.has(object)) {
      unchecked[object.kind] = (unchecked[object.kind] ?? 0) + 1;
      continue;
    }
    objects += 1;
    const partial = ["Namespace", "Deployment", "Service"].includes(object.kind);
    findings.push(
      ...upstream
        .check(path, object)
        .filter(({ message }) => !(partial && message.startsWith("must have required property"))),
    );
  }
  return { files: new Set(placed.map(({ path }) => path)).size, objects, unchecked, findings };
}
