import { CodeBlock } from "@/components/kit/code-block";
import type { FileView } from "@/lib/kit/kit-view";

/** One file: what it does, why it is there, what to know before, the file itself, and its commands. */
export function KitFile({ file }: { file: FileView }) {
  const { path, purpose, reasons, writtenFor, caution, apply, verify, undo, undoNote } = file;
  return (
    <article className="kit-file" id="file" aria-labelledby="file-name">
      <h2 id="file-name">{path}</h2>
      <p className="kit-file-purpose">{purpose}</p>
      {caution === undefined ? null : (
        <p className="kit-file-caution">
          <b>Before you apply it.</b> {caution}
        </p>
      )}
      {reasons.length === 0 ? null : (
        <ul className="kit-file-reasons">
          {reasons.map(({ question, short, text, href }) => (
            <li key={`${question} ${text}`}>
              Your answer on <a href={href}>{short}</a>: {text}
            </li>
          ))}
        </ul>
      )}
      <Commands label="Apply" commands={apply} id="apply" path={path} />
      <CodeBlock id="file-code" label={path} tokens={file.tokens} />
      {verify === undefined ? null : (
        <Commands
          label="It works when"
          what={verify.what}
          commands={verify.commands}
          id="verify"
          path={path}
        />
      )}
      <Commands label="Undo" what={undoNote} commands={undo} id="undo" path={path} />
      {writtenFor === undefined ? null : <p className="kit-quiet">Written for {writtenFor}.</p>}
      <FileSteps file={file} />
    </article>
  );
}

interface CommandsProps {
  label: string;
  what?: string | undefined;
  commands: readonly string[];
  id: string;
  path: string;
}

function Commands({ label, what, commands, id, path }: CommandsProps) {
  if (commands.length === 0 && what === undefined) return null;
  return (
    <div className="kit-file-commands">
      <h3>{label}</h3>
      {what === undefined ? null : <p>{what}</p>}
      {commands.length === 0 ? null : (
        <CodeBlock
          id={`file-${id}`}
          label={`${label}, ${path}`}
          tokens={[{ text: `${commands.join("\n")}\n` }]}
        />
      )}
    </div>
  );
}

function FileSteps({ file: { previous, next } }: { file: FileView }) {
  return (
    <nav className="kit-file-steps" aria-label="Files before and after">
      {previous ? <a href={`${previous.href}#file`}>Before: {previous.path}</a> : <span />}
      {next ? <a href={`${next.href}#file`}>Next: {next.path}</a> : null}
    </nav>
  );
}
