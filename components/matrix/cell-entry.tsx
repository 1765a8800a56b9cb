import { Day } from "@/components/ui/day";
import { Mark } from "@/components/ui/mark";
import { SupportLevel } from "@/components/ui/support-level";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { benchmarkOf, isSourceCode, publisherOf, soleVendorOf } from "@/lib/data/publishers";
import type { Benchmark, Evidence, MatrixCell, Option, Publisher, Variant } from "@/lib/data/types";
import type { Segment } from "@/lib/reference/terms";
import { TermText } from "./term-text";

export interface CellEntryProps {
  option: Option;
  variant: Variant;
  cell: MatrixCell;
  note: readonly Segment[];
  limits: readonly Segment[];
  /** ISO days. */
  checked: string;
  reviewBy: string;
  publishers: readonly Publisher[];
  benchmarks: readonly Benchmark[];
  correctionHref: string;
}

/** One cell in full: what we found, what is missing, who says so and when we looked. Its id is the variant's. */
export function CellEntry(props: CellEntryProps) {
  const { option, variant, cell, note, limits, checked, reviewBy, publishers, benchmarks } = props;
  const vendor = soleVendorOf(cell, publishers);
  const first = cell.evidence[0];
  const source = first && publisherOf(first.url, publishers);
  const correctedBy = source?.id === "house" ? source.label : undefined;
  return (
    <article className="cell-entry" id={variant.id} aria-labelledby={`${variant.id}-name`}>
      <header>
        <h3 id={`${variant.id}-name`}>
          <Mark option={option.id} mark={option.mark} />{" "}
          <a href={`#${variant.id}`}>{variant.label}</a>
        </h3>
        <p className="cell-entry-level">
          <SupportLevel level={cell.support} maturity={cell.maturity} />
        </p>
        <p className="cell-entry-facts">
          {cell.since ? <b>Since {cell.since}.</b> : null}
          <span>Judged at {variant.version}.</span>
          <span>
            Confidence {cell.confidence}, checked <Day iso={checked} />, again by{" "}
            <Day iso={reviewBy} />.
          </span>
        </p>
      </header>
      <div className="cell-entry-says">
        <p>
          <TermText segments={note} />
        </p>
        {cell.limits ? (
          <p>
            <b>Limits.</b> <TermText segments={limits} />
          </p>
        ) : null}
        {cell.needsExtra ? (
          <p>
            <b>Needs {variant.extra}.</b> Its cost is counted as soon as this is needed.
          </p>
        ) : null}
        {correctedBy ? (
          <p className="cell-entry-doubt">
            Said by {correctedBy} for its own edition; the published data may say otherwise.
          </p>
        ) : null}
        {vendor ? (
          <p className="cell-entry-doubt">
            All sources here are statements of {vendor.label}. We found no code, test or third party
            that shows it.
          </p>
        ) : null}
        {cell.replies?.map((reply) => (
          <blockquote key={reply.url} cite={reply.url}>
            <p>{reply.text}</p>
            <footer>
              Reply of <a href={reply.url}>{reply.by}</a>, <Day iso={reply.date} />. We record
              replies beside the cell; they do not change it.
            </footer>
          </blockquote>
        ))}
        <p className="cell-entry-act screen-only">
          <a href={props.correctionHref} rel="nofollow">
            Suggest a correction<VisuallyHidden> to {variant.label}</VisuallyHidden>
          </a>
        </p>
      </div>
      <Sources
        label={`Sources for ${variant.label}`}
        evidence={cell.evidence}
        checked={checked}
        publishers={publishers}
        benchmarks={benchmarks}
      />
      {cell.scopes ? (
        <section
          className="cell-entry-scopes"
          aria-label={`Where another level holds for ${variant.label}`}
        >
          <p>The above holds where your answers do not say otherwise.</p>
          {cell.scopes.map((scope) => (
            <div key={scope.where} className="cell-entry-scope">
              <h4>{scope.where}</h4>
              <p className="cell-entry-level">
                <SupportLevel level={scope.support} maturity={scope.maturity} />
              </p>
              <p>{scope.note}</p>
              {scope.limits ? (
                <p>
                  <b>Limits.</b> {scope.limits}
                </p>
              ) : null}
              {scope.needsExtra ? (
                <p>
                  <b>Needs {variant.extra}.</b> Its cost is counted as soon as this is needed.
                </p>
              ) : null}
              <p>Confidence {scope.confidence}.</p>
              <Sources
                label={`Sources for ${variant.label}, ${scope.where}`}
                evidence={scope.evidence}
                checked=""
                publishers={publishers}
                benchmarks={benchmarks}
              />
            </div>
          ))}
        </section>
      ) : null}
    </article>
  );
}

interface SourcesProps {
  label: string;
  evidence: readonly Evidence[];
  /** The day that is said already and need not be repeated. */
  checked: string;
  publishers: readonly Publisher[];
  benchmarks: readonly Benchmark[];
}

function Sources({ label, evidence, checked, publishers, benchmarks }: SourcesProps) {
  return (
    <ul className="cell-entry-sources" aria-label={label}>
      {evidence.map((source) => {
        const benchmark = benchmarkOf(source.url, benchmarks);
        return (
          <li key={`${source.url} ${source.claim}`}>
            <a href={source.url} rel="noopener">
              {source.title}
            </a>
            <p>{source.claim}</p>
            <p>
              {publisherOf(source.url, publishers)?.label}
              {isSourceCode(source) ? ", code or change" : ""}. {source.version}.{" "}
              {source.checked === checked ? null : (
                <>
                  Checked <Day iso={source.checked} />.
                </>
              )}
            </p>
            {benchmark ? (
              <p>
                <b>Who paid:</b> {benchmark.paidBy}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
