import { CodeBlock } from "@/components/kit/code-block";
import type { FileView, ReasonView } from "@/lib/kit/view";

/** One file: what it does, why it is there, what to know before, and the file itself. */
export function KitFile({ file }: { file: FileView }) {
  const { id, path, language, purpose, reasons, writtenFor, caution, verify, tokens } = file;
  return (
    <article className="kit-file" id={id} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>{path}</h3>
      <p className="kit-file-purpose">{purpose}</p>
      {caution === undefined ? null : (
        <p className="kit-file-caution">
          <b>Before you apply it.</b> {caution}
        </p>
      )}
      <dl>
        <div>
          <dt>Why it is here</dt>
          <dd>
            <ul>
              {reasons.map((reason) => (
                <li
                  key={
                    "text" in reason
                      ? reason.text
                      : `${reason.answer.question} ${reason.answer.text}`
                  }
                >
                  <Reason reason={reason} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>Written for</dt>
          <dd>{writtenFor}</dd>
        </div>
        <div>
          <dt>It works when</dt>
          <dd>{verify}</dd>
        </div>
      </dl>
      <CodeBlock id={`${id}-code`} label={path} tokens={tokens} />
      {language === "json" ? (
        <p className="kit-file-note">JSON has no comments: the commands are in the runbook.</p>
      ) : null}
    </article>
  );
}

function Reason({ reason }: { reason: ReasonView }) {
  if ("text" in reason) return reason.text;
  const { short, text, href } = reason.answer;
  return (
    <>
      Your answer on <a href={href}>{short}</a>: {text}
    </>
  );
}
