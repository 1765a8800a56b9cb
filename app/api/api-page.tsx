import { FieldTable } from "@/components/api/field-table";
import { Operation } from "@/components/api/operation";
import { SitePage } from "@/components/site/site-page";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Toc } from "@/components/ui/toc";
import { problemKinds } from "@/lib/api/problem";
import { viewOperations, viewSchemas } from "@/lib/api/reference-view";
import { operations } from "@/lib/service/api-document";
import { matrix } from "@/lib/site/data";

const views = viewOperations(operations);
const schemas = viewSchemas();

const topics: Readonly<Record<string, string>> = {
  recommend: "Recommend",
  recommendFor: "Post answers",
  listQuestions: "Questions",
  getMatrix: "Matrix",
  getMatrixRow: "One row",
  compare: "Compare",
};
const sections = [
  ...views.map((operation) => ({
    id: `op-${operation.id}`,
    topic: topics[operation.id] ?? operation.id,
    finding: operation.summary,
    content: <Operation operation={operation} />,
  })),
  {
    id: "errors",
    topic: "Errors",
    finding: "Every error says what is wrong and what would fix it",
    content: (
      <>
        <p>
          Errors are problem details (RFC 9457) of the media type application/problem+json. The
          field <code>errors</code> names each parameter, or place in the body, that cannot be used.
        </p>
        <dl className="api-problems">
          {Object.entries(problemKinds).map(([kind, { status, title, explanation }]) => (
            <div key={kind} id={kind}>
              <dt>
                {status} {title} <code>#{kind}</code>
              </dt>
              <dd>{explanation}</dd>
            </div>
          ))}
        </dl>
      </>
    ),
  },
  {
    id: "caching",
    topic: "Caching",
    finding: "Answers to GET may be kept: they follow from the address and the data release",
    content: (
      <p>
        They carry an ETag and may be held by browsers for five minutes and by shared caches for a
        day. Any site may read them; there are no cookies and no keys. A code always gives the
        result of the data release it was made with.
      </p>
    ),
  },
  {
    id: "assistants",
    topic: "Assistants",
    finding: "Assistants ask through the Model Context Protocol",
    content: (
      <>
        <p>
          The endpoint is <code>/mcp</code>, streamable HTTP, without sign-in and sessions. Its
          tools are <code>list_questions</code>, <code>recommend</code>, <code>explain_cell</code>{" "}
          and <code>compare</code>; they only read. <a href="/llms.txt">llms.txt</a> tells an
          assistant the rest.
        </p>
        <pre>{`{ "mcpServers": { "mesh": { "type": "http", "url": "$SITE/mcp" } } }`}</pre>
      </>
    ),
  },
  {
    id: "schemas",
    topic: "Schemas",
    finding: "Within version 1 fields are only added",
    content: (
      <>
        <p>
          As a document: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>, and for a result alone its{" "}
          <a href="/schemas/result.schema.json">JSON Schema</a>.
        </p>
        {schemas.map(({ name, description, fields, type }) => (
          <Disclosure key={name} summary={<code>{name}</code>}>
            {/* A link to what is inside opens it. */}
            <span id={`schema-${name}`} />
            {description ? <p>{description}</p> : null}
            {fields.length > 0 ? (
              <FieldTable caption={`Fields of ${name}`} fields={fields} typeHeading="Type" />
            ) : (
              <p>{type}</p>
            )}
          </Disclosure>
        ))}
      </>
    ),
  },
];

/** The OpenAPI document, to read. */
export function ApiPage() {
  return (
    <SitePage release={matrix.release}>
      <div className="edge pt-10 pb-12">
        <h1 className="text-question max-w-[20em]">
          Ask for a recommendation from a program or an assistant
        </h1>
        <p className="text-lead mt-4 max-w-[36em]">
          The same answers as on the pages, as JSON. No key, no account, nothing stored: what you
          ask is in the address, and the same address gives the same answer.
        </p>
      </div>
      <Toc entries={sections.map(({ id, topic }, index) => ({ id, topic, number: index + 1 }))} />
      <div className="edge api pt-10 pb-16">
        {sections.map(({ id, topic, finding, content }, index) => (
          <Section key={id} id={id} number={index + 1} topic={topic} finding={finding}>
            {content}
          </Section>
        ))}
      </div>
    </SitePage>
  );
}
