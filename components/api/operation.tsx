import { FieldTable } from "@/components/api/field-table";
import { Disclosure } from "@/components/ui/disclosure";
import type { OperationView } from "@/lib/api/reference-view";
import { numbered } from "@/lib/text/words";

/** One thing the API can be asked: its address, an example to try, what it takes and gives. */
export function Operation({ operation }: { operation: OperationView }) {
  const { method, path, description, parameters, body, response, problems, example } = operation;
  return (
    <>
      <p className="api-address">
        <span className="api-method">{method.toUpperCase()}</span>
        <code>{path}</code>
      </p>
      <p>{description}</p>
      {body ? (
        <pre>
          {`curl -H 'Content-Type: application/json' \\\n  -d '${body.example}' \\\n  $SITE${example}`}
        </pre>
      ) : (
        <p>
          Try it: <a href={example}>{example}</a>
        </p>
      )}
      {body ? (
        <p>
          Takes <SchemaLink name={body.schema} />.
        </p>
      ) : null}
      {parameters.length > 0 ? (
        <Disclosure summary={numbered(parameters.length, "parameter")} open={parameters.length < 5}>
          <FieldTable caption={`Parameters of ${path}`} fields={parameters} typeHeading="Takes" />
        </Disclosure>
      ) : null}
      <p>
        Gives <SchemaLink name={response} />
        {problems.length > 0 ? ", or " : null}
        {problems.map(({ kind, status }, index) => (
          <span key={kind}>
            {index > 0 ? ", " : null}
            <a href={`#${kind}`}>
              {status} {kind}
            </a>
          </span>
        ))}
        .
      </p>
    </>
  );
}

function SchemaLink({ name }: { name: string }) {
  return (
    <a href={`#schema-${name}`}>
      <code>{name}</code>
    </a>
  );
}
