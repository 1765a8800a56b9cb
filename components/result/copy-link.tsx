interface CopyLinkProps {
  /** Id of the input that holds the link. */
  input: string;
}

/** Copies the link and prints. Both need scripts, so the script “copy” shows them. */
export function CopyLink({ input }: CopyLinkProps) {
  return (
    <span className="copy-link">
      <button type="button" className="button" data-size="normal" data-copy={input} hidden>
        Copy link
      </button>
      <button type="button" className="button" data-variant="secondary" data-print hidden>
        Print
      </button>
      <span role="status" />
    </span>
  );
}
