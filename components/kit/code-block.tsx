import { CopyCode } from "@/components/kit/copy-code";
import type { Token } from "@/lib/kit/highlight";

interface CodeBlockProps {
  id: string;
  /** What it is called: read out, and named by the copy button. */
  label: string;
  tokens: readonly Token[];
}

/** Code in colours, which never carry a meaning alone. Long lines scroll inside; on paper they wrap. */
export function CodeBlock({ id, label, tokens }: CodeBlockProps) {
  return (
    <figure className="code-block" aria-label={label}>
      <CopyCode target={id} label={label} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <pre tabIndex={0}>
        <code id={id}>
          {tokens.map(({ text, kind }, index) =>
            kind === undefined ? (
              text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity and never move.
              <span key={index} data-code={kind}>
                {text}
              </span>
            ),
          )}
        </code>
      </pre>
    </figure>
  );
}
