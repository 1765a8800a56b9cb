import { type Document, isMap, isScalar, parseAllDocuments, visit } from "yaml";
import type { Conditions } from "@/lib/data/kit-types";
import { holds } from "@/lib/engine/condition";
import type { Answers } from "@/lib/engine/types";

/** What decides which blocks are in and what stands for the names. */
export interface Setting {
  readonly variant: string;
  readonly answers: Answers;
  readonly conditions: Conditions;
  /** Names that the reader gave. */
  readonly given: ReadonlySet<string>;
  /** By placeholder: a text, a number, or a list where one item stands for several. */
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}

/**
 * Whether a named condition holds.
 * @throws {RangeError} for a name that conditions.yaml does not have.
 */
export function applies(name: string, setting: Setting): boolean {
  const condition = setting.conditions[name];
  if (!condition) throw new RangeError(`no condition is called "${name}"`);
  if (condition.variants && !condition.variants.includes(setting.variant)) return false;
  if (condition.given && !setting.given.has(condition.given)) return false;
  return condition.answers === undefined || holds(condition.answers, setting.answers);
}

/** Whether all of the named conditions hold. */
export const allApply = (names: readonly string[], setting: Setting) =>
  names.every((name) => applies(name, setting));

/**
 * Keeps the blocks between “#when name” and “#end” whose condition holds, and drops the marks.
 * @throws {RangeError} where blocks are not closed, or a condition is unknown.
 */
export function chooseBlocks(text: string, setting: Setting): string {
  const kept: string[] = [];
  const open: boolean[] = [];
  for (const line of text.split("\n")) {
    const name = line.match(/^\s*#when (\S+)$/)?.[1];
    if (name !== undefined) open.push(applies(name, setting));
    else if (/^\s*#end$/.test(line)) {
      if (open.pop() === undefined) throw new RangeError("an #end closes no block");
    } else if (open.every(Boolean)) kept.push(line);
  }
  if (open.length > 0) throw new RangeError("a #when has no #end");
  return kept.join("\n");
}

const placeholder = /\$\{([a-z]+(?:-[a-z]+)*)\}/g;

/** Puts values in place of ${names} that are known; the rest, such as a shell's own, stays. */
export function fill(text: string, { values }: Pick<Setting, "values">): string {
  return text.replace(placeholder, (all, name: string) => {
    const value = values[name];
    if (value === undefined) return all;
    return typeof value === "object" ? value.join(",") : String(value);
  });
}

/** One scalar: the value itself where the whole of it is a placeholder, so that a port stays a number. */
function fillScalar(text: string, setting: Setting): string | number | readonly string[] {
  const whole = text.match(/^\$\{([a-z-]+)\}$/)?.[1];
  const value = whole === undefined ? undefined : setting.values[whole];
  return value ?? fill(text, setting);
}

function fillDocument(document: Document.Parsed, setting: Setting): void {
  visit(document, {
    Seq(_, seq) {
      // One item may stand for a list: the networks that a reader gave.
      const items = seq.items.flatMap((item) => {
        if (!isScalar(item) || typeof item.value !== "string") return [item];
        const value = fillScalar(item.value, setting);
        return typeof value === "object" ? value.map((each) => document.createNode(each)) : [item];
      });
      seq.items = items;
    },
    Scalar(_, scalar) {
      if (typeof scalar.value !== "string" || !scalar.value.includes("${")) return;
      const value = fillScalar(scalar.value, setting);
      if (typeof value === "object") throw new RangeError(`${scalar.value} stands for a list`);
      scalar.value = value;
      // A quoted text stays one; of a plain one the library decides anew, since “on” must be quoted.
      if (scalar.type === "PLAIN") delete scalar.type;
    },
  });
}

/** The key of the label by which everything that a kit creates is known, and by which alone it deletes. */
export const kitLabel = "mesh-pilot/file";

/** Renders the YAML documents of a file, with the kit's label on the objects where it creates them. */
export function renderYaml(body: string, setting: Setting, label?: string): string {
  // Kubernetes reads YAML 1.1, most editors 1.2: whatever the two would read differently is quoted.
  const documents = parseAllDocuments(chooseBlocks(body, setting), { compat: "yaml-1.1" });
  return (Array.isArray(documents) ? documents : [])
    .map((document, index) => {
      const [error] = document.errors;
      if (error) throw error;
      fillDocument(document, setting);
      if (label !== undefined) addLabel(document, label);
      const text = document
        .toString({ lineWidth: 0, indentSeq: true })
        .replace(/^\s*#.*$/gm, (comment) => fill(comment, setting));
      return index > 0 && !text.includes("---\n") ? `---\n${text}` : text;
    })
    .join("");
}

function addLabel(document: Document.Parsed, label: string): void {
  const metadata = document.get("metadata");
  if (!isMap(metadata)) return;
  const labels = metadata.get("labels");
  if (isMap(labels)) labels.set(kitLabel, label);
  else metadata.set("labels", document.createNode({ [kitLabel]: label }));
}

/** The objects of a rendered file. */
export function objectsOf(content: string): KubernetesObject[] {
  const documents = parseAllDocuments(content);
  return (Array.isArray(documents) ? documents : []).flatMap((document) => {
    const value: unknown = document.toJS();
    return isKubernetesObject(value) ? [value] : [];
  });
}

/** What every Kubernetes object has. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

export function isKubernetesObject(value: unknown): value is KubernetesObject {
  return (
    typeof value === "object" &&
    value !== null &&
    "apiVersion" in value &&
    "kind" in value &&
    "metadata" in value
  );
}
