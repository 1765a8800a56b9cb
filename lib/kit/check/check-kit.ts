import type { KitFile } from "@/lib/kit/types";
import { findInCorefile } from "./corefile";
import { type Finding, isKubernetesObject } from "./finding";
import { hclSchemaFor } from "./hcl-schemas";
import { checkKitRules, findHarmfulUndo, type Placed } from "./kit-rules";
import { checkObjectRules } from "./object-rules";
import { checkObject } from "./objects";
import {
  collectorSchema,
  grpcServiceConfigSchema,
  resilience4jSchema,
  settingsSchemas,
} from "./settings-schemas";
import { readYaml } from "./yaml-documents";

/** Turns HCL into JSON; the parser is not part of the site. */
export type HclReader = (path: string, text: string) => Promise<object>;

type Source = Pick<KitFile, "path" | "language" | "content">;

interface Issues {
  readonly success: boolean;
  readonly error?:
    | {
        readonly issues: readonly {
          readonly path: readonly PropertyKey[];
          readonly message: string;
        }[];
      }
    | undefined;
}

function toFindings(path: string, where: string, result: Issues): Finding[] {
  return (result.error?.issues ?? []).map((issue) => ({
    path,
    check: "schema",
    where: [where, ...issue.path.map(String)].join("."),
    message: issue.message,
  }));
}

/** Text inside a ConfigMap is a file of its own. */
function checkEmbedded(path: string, name: string, text: string): Finding[] {
  if (name === "Corefile") {
    return findInCorefile(text).map((message) => ({ path, check: "syntax", where: name, message }));
  }
  if (name === "grpc-service-config.json") {
    return toFindings(path, name, grpcServiceConfigSchema.safeParse(JSON.parse(text)));
  }
  const schema =
    name === "config.yaml"
      ? collectorSchema
      : name === "resilience4j.yaml"
        ? resilience4jSchema
        : undefined;
  if (!schema) return [{ path, check: "schema", where: name, message: "has no schema" }];
  const { values, findings } = readYaml(path, text);
  return [...findings, ...toFindings(path, name, schema.safeParse(values[0]))];
}

function checkYaml({ path, content }: Source): { findings: Finding[]; placed: Placed[] } {
  const { values, findings } = readYaml(path, content);
  const name = path.split("/").at(-1) ?? "";
  if (values.length === 1 && !isKubernetesObject(values[0])) {
    const schema = settingsSchemas[name];
    return {
      findings: schema
        ? [...findings, ...toFindings(path, name, schema.safeParse(values[0]))]
        : [...findings, { path, check: "schema", where: name, message: "has no schema" }],
      placed: [],
    };
  }
  const placed = values.flatMap((value) =>
    isKubernetesObject(value) ? [{ path, object: value }] : [],
  );
  return {
    findings: [
      ...findings,
      ...values.flatMap((value) => checkObject(path, value)),
      ...placed.flatMap(({ object }) => checkObjectRules(path, object)),
      ...placed.flatMap(({ object }) =>
        object.kind === "ConfigMap"
          ? Object.entries((object as { data?: Record<string, string> }).data ?? {}).flatMap(
              ([key, text]) => checkEmbedded(path, key, text),
            )
          : [],
      ),
    ],
    placed,
  };
}

function checkJson({ path, content }: Source): Finding[] {
  try {
    return toFindings(path, "document", grpcServiceConfigSchema.safeParse(JSON.parse(content)));
  } catch (error) {
    return [{ path, check: "syntax", where: "document", message: String(error) }];
  }
}

async function checkHcl({ path, content }: Source, read: HclReader): Promise<Finding[]> {
  try {
    const value = await read(path, content);
    return toFindings(path, "document", hclSchemaFor(path, value).safeParse(value));
  } catch (error) {
    return [{ path, check: "syntax", where: "document", message: String(error) }];
  }
}

const iniLine = /^(#.*|\[[A-Za-z]+\]|[A-Za-z]+=.*|)$/;

function checkIni({ path, content }: Source): Finding[] {
  return content.split("\n").flatMap((line, index) =>
    iniLine.test(line)
      ? []
      : [
          {
            path,
            check: "syntax" as const,
            where: `line ${index + 1}`,
            message: "is no setting",
          },
        ],
  );
}

/** What is wrong with a file by itself, and the objects in it. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly placed: readonly Placed[];
}

/**
 * The checks that need nothing but the file: syntax, closed schemas, rules within objects. Packet filters and shell are
 * judged by their own programs, see syntax.ts.
 */
export async function checkFile(file: Source, readHcl: HclReader): Promise<Checked> {
  switch (file.language) {
    case "yaml":
      return checkYaml(file);
    case "json":
      return { findings: checkJson(file), placed: [] };
    case "hcl":
      return { findings: await checkHcl(file, readHcl), placed: [] };
    case "ini":
      return { findings: checkIni(file), placed: [] };
    default:
      return { findings: [], placed: [] };
  }
}

/** Checks every file of a kit, in the order of application, and what holds between them. */
export async function checkKit(
  files: readonly (Source & Partial<Pick<KitFile, "undo">>)[],
  check: (file: Source) => Promise<Checked>,
): Promise<Finding[]> {
  const checked: Checked[] = [];
  for (const file of files) checked.push(await check(file));
  const placed = checked.flatMap((each) => each.placed);
  return [
    ...checked.flatMap(({ findings }) => findings),
    ...checkKitRules(placed),
    ...files.flatMap(({ path, undo = [] }) => findHarmfulUndo(path, undo, placed)),
  ];
}
