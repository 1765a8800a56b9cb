import { type OverlayStatement, overlaySentence } from "@/lib/overlay/statement";
import { componentSchemas, schemaOrReference } from "./json-schema";
import type { Operation, Parameter } from "./operations";
import { type ProblemKind, problemKinds } from "./problem";

type Json = Readonly<Record<string, unknown>>;

/** Raised where fields are added: 1.1 says what is open, what to ask next and when to look again. */
const version = "1.1.0";

function writeParameter({
  name,
  description,
  schema,
  required,
  style,
  example,
  ...rest
}: Parameter) {
  return {
    name,
    in: rest.in,
    description,
    ...(required ? { required } : {}),
    ...style,
    schema: schemaOrReference(schema),
    ...(example === undefined ? {} : { example }),
  };
}

/** Problems that share a status are one response. */
function writeProblems(kinds: readonly ProblemKind[]): Json {
  const byStatus = new Map<number, string[]>();
  for (const kind of kinds) {
    const { status, title } = problemKinds[kind];
    byStatus.set(status, [...(byStatus.get(status) ?? []), title]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [
      String(status),
      {
        description: titles.join(", or: "),
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    ]),
  );
}

function writeOperation(operation: Operation): Json {
  const { id, summary, description, parameters, body, bodyExample, response, problems, method } =
    operation;
  const cached =
    method === "get"
      ? {
          headers: {
            ETag: { schema: { type: "string" } },
            "Cache-Control": { schema: { type: "string" } },
          },
        }
      : {};
  return {
    operationId: id,
    summary,
    description,
    ...(parameters.length > 0 ? { parameters: parameters.map(writeParameter) } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: schemaOrReference(body), example: bodyExample },
            },
          },
        }
      : {}),
    responses: {
      "200": {
        description: "As asked",
        ...cached,
        content: { "application/json": { schema: schemaOrReference(response) } },
      },
      ...(method === "get" ? { "304": { description: "What the asker has is still right" } } : {}),
      ...writeProblems(problems),
      default: {
        description: "Any other error",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  };
}

/** The OpenAPI 3.1 document. Its schemas are those that the answers are typed by. */
export function writeOpenApi(
  operations: readonly Operation[],
  release: { id: string },
  overlay?: OverlayStatement,
): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: writeOperation(operation),
    };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Choose a service mesh",
      version,
      summary: "Recommends a service mesh or none, with reasons and evidence.",
      description: `Every answer is a function of the request and the data release, now ${release.id}. Nothing is stored and nobody is asked who they are. Within version 1 fields are only added. Errors are problem details (RFC 9457).${overlay ? ` ${overlaySentence(overlay)}` : ""}`,
      license: { name: "Data: CC BY 4.0", identifier: "CC-BY-4.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: { schemas: componentSchemas() },
  };
}
