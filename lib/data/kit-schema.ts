import { z } from "zod";
import { conditionSchema } from "./schema";

/** The shape of data/kits: families, their files' front matter, versions, conditions, intents and gaps. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");
const url = z.url({ protocol: /^https$/ });
const day = z.iso.date();
const sentence = z.string().min(10).max(900);
/** A question, or a question and its row: “strict”, “policy.l7”. */
const need = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?$/);
const when = z.array(id).default([]);

export const conditionsSchema = z.record(
  id,
  z
    .strictObject({
      variants: z.array(id).min(1).optional(),
      answers: conditionSchema.optional(),
      given: z.string().optional(),
    })
    .refine((each) => Object.keys(each).length > 0, "a condition must say something"),
);

const verify = z.strictObject({ what: sentence, commands: z.array(z.string()).default([]) });

/** How a file reaches the cluster; the commands to apply and to undo follow from it (commands.ts). */
const ways = ["create", "own", "values", "script", "replace", "cilium"] as const;

export const frontMatterSchema = z.strictObject({
  purpose: sentence,
  because: z.array(need).default([]),
  /** Ids of the plan's duties that the file does. */
  duties: z.array(id).default([]),
  when,
  notWhen: when,
  how: z.enum(ways),
  writtenFor: z.array(id).default([]),
  caution: sentence.optional(),
  /** Pods read the change when they start. */
  restart: z.literal(true).optional(),
  apply: z.array(z.string()).optional(),
  verify,
  /** A sentence where nothing is taken back by a command, or more has to be known. */
  undo: sentence.optional(),
  undoCommands: z.array(z.string()).optional(),
});

const note = z.strictObject({ when, text: sentence, link: url.optional() });

export const familySchema = z.strictObject({
  variants: z.array(id).min(1),
  uses: z.array(id),
  constants: z
    .array(z.strictObject({ name: id, value: z.union([z.string(), z.int()]), when }))
    .default([]),
  /** Files and folders of shared/ that belong to it. */
  shared: z.array(z.string()),
  install: z
    .array(
      z.strictObject({
        release: id,
        chart: id,
        namespace: id,
        values: z.string().optional(),
        when,
        flags: z.array(z.string()).default([]),
        step: z.enum(["install", "edge"]).default("install"),
        /** Why it is not uninstalled. */
        keep: sentence.optional(),
      }),
    )
    .default([]),
  /** Where it cannot run; the first that applies leaves the kit empty. */
  cannot: z.array(z.strictObject({ when, why: sentence, link: url })).default([]),
  /** What to do without Kubernetes. */
  elsewhere: sentence.optional(),
  elsewhereLink: url.optional(),
  notes: z.array(note).default([]),
});

const version = z.string().regex(/^\d+\.\d+(\.\d+)?$/);

export const versionsSchema = z.strictObject({
  products: z.array(
    z.strictObject({
      id,
      name: z.string(),
      version,
      /** The product in recognise/versions.json, which states the ranges then. */
      lines: id.optional(),
      kubernetes: z.tuple([version, version]).optional(),
      gatewayApi: z
        .strictObject({ from: version, to: version.optional(), install: version })
        .optional(),
      sources: z
        .array(z.strictObject({ url, title: z.string(), checked: day, claim: sentence }))
        .min(1),
      reviewBy: day,
    }),
  ),
  charts: z.array(
    z.strictObject({
      id,
      product: id,
      chart: z.string(),
      repo: url.optional(),
      version: z.string(),
      source: url,
      checked: day,
      reviewBy: day,
      images: z.array(z.string()),
      /** Resource definitions that are applied apart from the chart. */
      definitions: url.optional(),
    }),
  ),
  gatewayApi: z.strictObject({ url: z.string(), source: url, checked: day, reviewBy: day }),
  retired: z.array(z.strictObject({ pattern: z.string(), why: sentence, source: url })),
});

export const gapsSchema = z.strictObject({ later: sentence, reasons: z.record(need, sentence) });

const zone = z.enum(["nodes", "control", "pods", "admins"]);
const hostRule = z.strictObject({
  what: z.string(),
  from: z.array(zone).min(1),
  protocol: z.enum(["tcp", "udp", "ipip", "esp", "vrrp"]),
  ports: z.array(z.string().regex(/^\d+(-\d+)?$/)).optional(),
});

const hosts = z.strictObject({ caution: sentence, verify, rules: z.array(hostRule).min(1) });

export const hostRulesSchema = z.strictObject({
  purpose: sentence,
  duties: z.array(id),
  when,
  nodes: hosts,
  machines: hosts,
});

const scope = {
  id,
  needs: z.array(need),
  says: sentence,
  when,
  families: z.array(id).optional(),
  variants: z.array(id).optional(),
  unless: z.array(id).optional(),
};
const expect = z.enum(["allowed", "refused"]);
const party = z.enum(["caller", "called", "third", "stranger", "namesake", "outsider", "gateway"]);

export const intentsSchema = z.strictObject({
  calls: z.array(
    z.strictObject({
      ...scope,
      from: party,
      to: party.default("called"),
      port: z.int().default(8080),
      method: z.string().default("GET"),
      path: z.string().default("/api/"),
      token: z.enum(["none", "forged", "valid"]).default("valid"),
      /** What is left out, so that one layer, step or direction does not hide a hole in another. */
      without: z.array(z.enum(["network", "mesh", "authorize", "egress"])).default([]),
      /** Called by the address of the pod, which no waypoint stands before. */
      around: z.literal("waypoint").optional(),
      expect,
    }),
  ),
  edge: z.array(
    z.strictObject({
      ...scope,
      token: z.enum(["none", "forged", "valid"]).optional(),
      strips: z.array(z.string()).optional(),
      expect: expect.optional(),
    }),
  ),
  dns: z.array(
    z.strictObject({
      ...scope,
      mode: z.enum(["none", "service-address", "own-address", "kubespray", "redirect"]),
    }),
  ),
  /** Calls between pods of the namespace and addresses: to one, or from one. */
  outside: z.array(
    z.strictObject({
      ...scope,
      address: z.string().optional(),
      from: z.string().optional(),
      port: z.int(),
      expect,
    }),
  ),
  hosts: z.array(
    z.strictObject({ port: z.int(), protocol: z.enum(["tcp", "udp"]), from: z.array(zone) }),
  ),
  settings: z.array(
    z.strictObject({
      ...scope,
      file: z.string(),
      at: z.array(z.union([z.string(), z.int()])),
      is: z.union([z.string(), z.boolean()]),
    }),
  ),
});
