import { isMap, parseDocument, Schema } from "yaml";

/** One schema for all: making one takes longer than reading a small object. In it every scalar is a text. */
const schema = new Schema({ schema: "failsafe" });

/** Blocks that say nothing here and make up most of an object, secrets and environment among them. */
const dropped =
  /^( *)(- )?(?:managedFields|images|conditions|env|envFrom|args|command|volumes|volumeMounts|volumeDevices|volumesAttached|volumesInUse|resources|livenessProbe|readinessProbe|startupProbe|lifecycle|securityContext|affinity|tolerations|taints|topologySpreadConstraints|capacity|allocatable|versions|schema|openAPIV3Schema|ownerReferences|containerStatuses|initContainerStatuses|ephemeralContainerStatuses|podIPs|hostIPs|data|stringData|binaryData|finalizers|ports|healthcheck|environment|labelSelector|selector|matchLabels|matchExpressions|podSelector|ingress|egress|loadBalancer|imagePullSecrets|serviceAccountName):/;

/** The text without the blocks of those keys. */
function prune(source: string): string {
  const kept: string[] = [];
  let column = -1;
  for (const line of source.split("\n")) {
    const indent = line.length - line.trimStart().length;
    if (column >= 0) {
      const isInside =
        line.trim() === "" ||
        indent > column ||
        (indent === column && line.startsWith("- ", indent));
      if (isInside) continue;
      column = -1;
    }
    const found = dropped.exec(line);
    if (!found) kept.push(line);
    else {
      const [, spaces = "", dash = ""] = found;
      column = spaces.length + dash.length;
      // The first key of an item also begins the item.
      if (dash) kept.push(`${spaces}- _: _`);
    }
  }
  return kept.join("\n");
}

/** Whether a piece can say anything: it names a kind and itself, the services of a project, or a chart. */
function saysAnything(source: string): boolean {
  return (
    (/(^|\n)[ ]*(- )?kind:/.test(source) && /(^|\n)[ ]*name:/.test(source)) ||
    /(^|\n)services:/.test(source) ||
    /(^|\n) *(- )?chart:/.test(source)
  );
}

/**
 * The value of a document or of one item of a list; undefined if it cannot be read or says nothing. Every scalar comes
 * as a text. Aliases are not followed far.
 */
export function parseYaml(source: string): unknown {
  if (!saysAnything(source)) return undefined;
  const plain = /^\s*- /.test(source) ? source.replace(/- /, "  ") : source.replace(/^---.*\n/, "");
  try {
    const document = parseDocument(prune(plain), {
      logLevel: "silent",
      prettyErrors: false,
      uniqueKeys: false,
      strict: false,
      schema,
    });
    return isMap(document.contents) ? document.toJS({ maxAliasCount: 20 }) : undefined;
  } catch {
    return undefined;
  }
}
