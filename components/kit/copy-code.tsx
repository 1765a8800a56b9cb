interface CopyCodeProps {
  /** Id of the element that holds the code. */
  target: string;
  label: string;
}

/** Copies a piece of code. The script “copy” shows it; without scripts the code can be selected. */
export function CopyCode({ target, label }: CopyCodeProps) {
  return (
    <p className="copy-code">
      <span role="status" />
      <button type="button" data-copy={target} aria-label={`Copy ${label}`} hidden>
        Copy
      </button>
    </p>
  );
}
