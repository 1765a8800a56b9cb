import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { parseAllDocuments } from "yaml";
import type { KubernetesObject } from "@/lib/kit/render";
import { listed } from "@/lib/text/words";
import { satisfies } from "./cel";
import { type Finding, nameOfObject } from "./finding";

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly "x-kubernetes-validations"?: readonly {
    readonly rule: string;
    readonly message?: string;
  }[];
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-int-or-string"?: boolean;
  readonly [key: string]: unknown;
}

interface Entry {
  readonly schema: Schema;
  validate?: ValidateFunction;
}

/** Schemas of kinds by “apiVersion kind”. */
export class UpstreamSchemas {
  /** Whether the folder was made of the CustomResourceDefinitions of a cluster. */
  readonly ofCluster: boolean;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });

  constructor(entries: ReadonlyMap<string, Entry>, ofCluster: boolean) {
    this.#entries = entries;
    this.ofCluster = ofCluster;
  }

  has({ apiVersion, kind }: KubernetesObject): boolean {
    return this.#entries.has(`${apiVersion} ${kind}`);
  }

  /** Checks an object as the API server would: closed schema after defaulting, list keys, then the CEL rules. */
  check(path: string, object: KubernetesObject): Finding[] {
    const where = nameOfObject(object);
    const find = (at: string, message: string): Finding => ({
      path,
      where: `${where}: ${at}`,
      message,
    });
    const entry = this.#entries.get(`${object.apiVersion} ${object.kind}`);
    if (!entry)
      return [find(`${object.apiVersion} ${object.kind}`, "the folder has no schema for it")];
    entry.validate ??= this.#ajv.compile(close(withHead(entry.schema)));
    const value = withDefaults(entry.schema, structuredClone(object)) as KubernetesObject;
    entry.validate(value);
    const structural = (entry.validate.errors ?? []).map((error) =>
      find(
        error.instancePath || "document",
        `${error.message ?? "is wrong"}${error.keyword === "additionalProperties" ? `: ${error.params.additionalProperty}` : ""}`,
      ),
    );
    return [
      ...structural,
      ...walk(entry.schema, value, "").map(({ at, message }) => find(at || "document", message)),
    ];
  }
}

/** Every object has these, whether or not the schema says so. */
function withHead(schema: Schema): Schema {
  return {
    ...schema,
    properties: {
      ...schema.properties,
      apiVersion: { type: "string" },
      kind: { type: "string" },
      metadata: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string" },
          namespace: { type: "string" },
          labels: { type: "object", additionalProperties: { type: "string" } },
          annotations: { type: "object", additionalProperties: { type: "string" } },
        },
      },
    },
    required: [...new Set([...(schema.required ?? []), "apiVersion", "kind", "metadata"])],
  };
}

const combinators = new Set(["anyOf", "oneOf", "allOf", "not"]);

/** Closes every object that declares its fields, and turns what only Kubernetes knows into what JSON Schema knows. */
function close(schema: Schema): Schema {
  const own = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (combinators.has(key)) return [key, value];
      if (key === "properties") {
        const properties = value as Readonly<Record<string, Schema>>;
        return [
          key,
          Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, close(each)])),
        ];
      }
      if (key === "items") return [key, close(value as Schema)];
      if (key === "additionalProperties" && typeof value === "object") {
        return [key, close(value as Schema)];
      }
      // RE2 spells a category without braces.
      if (key === "pattern") return [key, String(value).replace("\\PC", "\\P{C}")];
      return [key, value];
    }),
  ) as Schema;
  const isClosed =
    own.properties !== undefined &&
    own.additionalProperties === undefined &&
    own["x-kubernetes-preserve-unknown-fields"] !== true;
  return isClosed ? { ...own, additionalProperties: false } : own;
}

/** Fills in defaults as the API server does, from the outside in. */
function withDefaults(schema: Schema, value: unknown): unknown {
  if (Array.isArray(value)) {
    return schema.items ? value.map((each) => withDefaults(schema.items ?? {}, each)) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (filled[name] === undefined && property.default !== undefined) {
      filled[name] = structuredClone(property.default);
    }
    if (filled[name] !== undefined) filled[name] = withDefaults(property, filled[name]);
  }
  if (typeof schema.additionalProperties === "object") {
    for (const name of Object.keys(filled)) {
      if (schema.properties?.[name]) continue;
      filled[name] = withDefaults(schema.additionalProperties, filled[name]);
    }
  }
  return filled;
}

/** CEL rules and the uniqueness of list keys, everywhere in the value. */
function walk(schema: Schema, value: unknown, at: string): { at: string; message: string }[] {
  const found: { at: string; message: string }[] = [];
  for (const { rule, message } of schema["x-kubernetes-validations"] ?? []) {
    const result = satisfies(rule, value);
    if (result === true) continue;
    found.push({
      at,
      message:
        result === false ? (message ?? rule) : `${rule}: could not be judged: ${result.error}`,
    });
  }
  if (Array.isArray(value)) {
    const keys = schema["x-kubernetes-list-map-keys"];
    if (keys) {
      const seen = value.map((each) =>
        JSON.stringify(keys.map((key) => (each as Readonly<Record<string, unknown>>)[key])),
      );
      if (new Set(seen).size < seen.length) {
        found.push({ at, message: `two entries have the same ${listed(keys)}` });
      }
    }
    value.forEach((each, index) => {
      if (schema.items) found.push(...walk(schema.items, each, `${at}/${index}`));
    });
  } else if (typeof value === "object" && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      const inner = schema.properties?.[name] ?? schema.additionalProperties;
      if (typeof inner === "object") found.push(...walk(inner, each, `${at}/${name}`));
    }
  }
  return found;
}

interface IndexEntry {
  readonly file: string;
  readonly group: string;
  readonly kind: string;
  readonly version: string;
}

const keyOf = (group: string, version: string, kind: string) =>
  `${group === "" ? version : `${group}/${version}`} ${kind}`;

/** Reads a folder with an index.json of single schemas. */
function readIndex(folder: string): Map<string, Entry> {
  const index: IndexEntry[] = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  return new Map(
    index.map(({ file, group, kind, version }) => [
      keyOf(group, version, kind),
      { schema: JSON.parse(readFileSync(join(folder, file), "utf8")) as Schema },
    ]),
  );
}

interface Definition {
  readonly kind?: string;
  readonly items?: readonly Definition[];
  readonly spec?: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly schema?: { readonly openAPIV3Schema: Schema };
    }[];
  };
}

function readDefinition(definition: Definition | null): [string, Entry][] {
  if (definition?.kind?.endsWith("List")) return (definition.items ?? []).flatMap(readDefinition);
  const { spec } = definition ?? {};
  if (definition?.kind !== "CustomResourceDefinition" || !spec) return [];
  return spec.versions.flatMap(({ name, served, schema }): [string, Entry][] =>
    served && schema
      ? [[keyOf(spec.group, name, spec.names.kind), { schema: schema.openAPIV3Schema }]]
      : [],
  );
}

/** Reads a folder of CustomResourceDefinitions as `kubectl get crd -o yaml` writes them. */
function readDefinitions(folder: string): Map<string, Entry> {
  return new Map(
    readdirSync(folder)
      .filter((file) => /\.(ya?ml|json)$/.test(file))
      .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), "utf8")))
      .flatMap((document) => readDefinition(document.toJS() as Definition | null)),
  );
}

/**
 * The schemas of a folder: either single schemas with an index.json, or CustomResourceDefinitions.
 * @throws {Error} if the folder holds neither.
 */
export function readUpstream(folder: string): UpstreamSchemas {
  const ofCluster = !readdirSync(folder).includes("index.json");
  const entries = ofCluster ? readDefinitions(folder) : readIndex(folder);
  if (entries.size === 0)
    throw new Error(`${folder} holds no schemas and no CustomResourceDefinitions`);
  return new UpstreamSchemas(entries, ofCluster);
}
