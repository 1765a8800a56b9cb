import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const folder = new URL("./clusters/", import.meta.url);

const headSchema = z.strictObject({
  /** Where the output, or the guide whose cluster it is, can be read. */
  source: z.url(),
  about: z.string(),
  /** The answers that the source itself gives. What is stated as sure must be among them. */
  true: z.record(z.string(), z.string()).default({}),
  /** Of those, what must be proposed. */
  find: z.array(z.string()),
  sureNot: z.array(z.string()).default([]),
  warn: z.array(z.string()).default([]),
  mesh: z.record(z.string(), z.string()).default({}),
  nodes: z.int().optional(),
  kubernetesVersion: z.string().optional(),
});

export interface RealCluster extends z.infer<typeof headSchema> {
  readonly id: string;
  readonly text: string;
}

/** Outputs of real clusters, each with the answers as somebody reads them in its source. Names and addresses are replaced. */
export const realClusters: readonly RealCluster[] = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => {
    const [head = "", ...rest] = readFileSync(new URL(name, folder), "utf8").split("\n---\n");
    return {
      ...headSchema.parse(parse(head)),
      id: name.replace(".txt", ""),
      text: rest.join("\n---\n"),
    };
  });
