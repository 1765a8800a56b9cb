import { compareHref } from "@/lib/compare/links";
import { shareHref } from "@/lib/embed/addresses";
import { exportHref, onePageHref } from "@/lib/export/links";
import { reviewHref } from "@/lib/result/links";
import { smallLabel } from "@/lib/result/names";
import type { ResultView } from "@/lib/result/result";
import { escapeMarkdown } from "@/lib/text/markdown";
import { capitalised } from "@/lib/text/words";

interface ShareRowProps {
  result: ResultView;
  title?: string | undefined;
  note?: string | undefined;
  /** The option the address asks about. */
  whyNot?: string | undefined;
  permalink: string;
  cost: string;
}

/** The word of a verdict that the heading does not say already, and how sure it is. */
export function sureText({ word, wordLabel, certainty }: ResultView["verdict"]): string {
  const named = word === "clear" || word === "leaning";
  return named ? `${wordLabel}: ${certainty}` : capitalised(certainty);
}

/** The ways to hand a result on, and the ways back into it. Copying and the share sheet need scripts, which show them. */
export function ShareRow({ result, title, note, whyNot, permalink, cost }: ShareRowProps) {
  const { code, verdict, answers } = result;
  const [rival] = result.whyNot.rows;
  const words = { title, note };
  const given = { ...(title ? { title } : {}), ...(note ? { note } : {}) };
  const text = [`${verdict.heading}. ${sureText(verdict)}`, verdict.explanation, cost];
  return (
    <div className="result-hero-share">
      <label className="sr-only" htmlFor="permalink">
        Link to this result
      </label>
      <input id="permalink" className="permalink" readOnly value={permalink} />
      <span className="copy-link">
        <button type="button" className="button" data-copy="permalink" hidden>
          Copy link
        </button>
        <button
          type="button"
          className="button"
          data-variant="secondary"
          data-copy="summary-text"
          hidden
        >
          Copy summary
        </button>
        <button type="button" className="text-button" data-share={permalink} hidden>
          Share
        </button>
        <button type="button" className="text-button" data-print hidden>
          Print
        </button>
        <span role="status" />
      </span>
      <a href={onePageHref(code, words)}>On one page</a>
      <a href={exportHref(code, "adr", { ...words, whyNot })}>Decision record</a>
      <a href={shareHref(code, given)}>Embed</a>
      <details className="more-forms">
        <summary>More forms</summary>
        <ul>
          <li>
            <button type="button" className="text-button" data-copy="summary-markdown" hidden>
              Copy summary as Markdown
            </button>
            <span role="status" />
          </li>
          <li>
            <a href={exportHref(code, "markdown", words)}>Markdown</a>
          </li>
          <li>
            <a href={exportHref(code, "json", words)}>JSON</a>
          </li>
          <li>
            <a href={exportHref(code, "csv", words)}>Fit grid (CSV)</a>
          </li>
          <li>
            <a href={`/r/${code}/card.png`}>Picture (PNG)</a>
          </li>
          <li>
            <a href="/api">API and assistants</a>
          </li>
        </ul>
      </details>
      <p className="result-hero-change">
        {rival ? (
          <a href={`#${rival.id}`}>Why not {smallLabel({ label: rival.variant.option.name })}?</a>
        ) : null}
        <a href={compareHref(code, given)}>Compare with…</a>
        <a href={reviewHref(code, title)}>
          Change answers, {answers.answered} of {answers.total}
        </a>
      </p>
      <pre id="summary-text" hidden>
        {[...(title ? [title] : []), ...text, permalink].join("\n")}
      </pre>
      <pre id="summary-markdown" hidden>
        {[
          `**[${escapeMarkdown(title ?? verdict.heading)}](${permalink})**`,
          ...text.map(escapeMarkdown),
        ].join("\n\n")}
      </pre>
    </div>
  );
}
