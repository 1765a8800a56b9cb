interface ResultNameProps {
  title?: string | undefined;
  note?: string | undefined;
}

/** The name given to a result, and the form that gives it: it goes into the address, so that every form of the result has it. */
export function ResultName({ title, note }: ResultNameProps) {
  return (
    <div className="result-name">
      {title ? (
        <p>
          <bdi>{title}</bdi>
        </p>
      ) : null}
      <details className="screen-only">
        <summary>{title ? "Rename" : "Give it a name"}</summary>
        <form method="get">
          <label htmlFor="result-title">Name of this result</label>
          <input id="result-title" name="title" maxLength={80} defaultValue={title ?? ""} />
          {note ? <input type="hidden" name="note" value={note} /> : null}
          <button className="button" data-variant="secondary" type="submit">
            Keep
          </button>
        </form>
      </details>
    </div>
  );
}
