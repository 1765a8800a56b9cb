import { CopyLink } from "@/components/result/copy-link";
import { TakeAway } from "@/components/result/take-away";
import { Day } from "@/components/ui/day";
import { Facts } from "@/components/ui/facts";
import { Hundred } from "@/components/ui/hundred";
import { Mark } from "@/components/ui/mark";
import type { ResultView } from "@/lib/result/result";
import { capitalised } from "@/lib/result/words";

interface ResultHeroProps {
  result: ResultView;
  title?: string;
  /** What its maker says of it, in the address like the title. */
  note?: string;
  /** The link to hand on, whole. */
  permalink: string;
  /** Where its other forms are. */
  shareHref: string;
  /** Where the answers can be changed. */
  changeHref: string;
}

/** The verdict in a sentence, how sure it is, what was answered, and the link to it. */
export function ResultHero(props: ResultHeroProps) {
  const { result, title, note, permalink, shareHref, changeHref } = props;
  const { verdict, facts, answers, release } = result;
  const named = verdict.word === "clear" || verdict.word === "leaning";
  return (
    <header className="result-hero edge on-field">
      <div className="result-hero-columns">
        <div>
          <p className="result-hero-for">
            {title ? `Verdict for “${title}”` : "Verdict"}, on the data of{" "}
            <Day iso={release.asOf} />
          </p>
          <h1 className="result-hero-verdict" data-long={verdict.heading.length > 30 || undefined}>
            {verdict.options.length > 0 ? (
              <span className="result-hero-marks">
                {verdict.options.map((option) => (
                  <Mark key={option.id} option={option.id} mark={option.mark} />
                ))}
              </span>
            ) : null}
            <span>{verdict.heading}</span>
          </h1>
          <p className="result-hero-certainty">
            {named ? (
              <>
                <b>{verdict.wordLabel}:</b> {verdict.certainty}
              </>
            ) : (
              capitalised(verdict.certainty)
            )}
          </p>
          <p className="result-hero-why">{verdict.explanation}</p>
          {note ? (
            <p className="result-hero-note">
              <bdi>{note}</bdi>
            </p>
          ) : null}
        </div>
        <Hundred
          caption="Each mark is one way to weigh your answers"
          parts={verdict.shares.map(({ option, first }) => ({ option, count: first.share }))}
          ruledOut={verdict.ruledOut}
        />
      </div>
      {facts.length > 0 ? (
        <div className="result-hero-facts">
          <Facts facts={facts} />
        </div>
      ) : null}
      <div className="result-hero-share">
        <label className="sr-only" htmlFor="permalink">
          Link to this result
        </label>
        <input id="permalink" className="permalink" readOnly value={permalink} />
        <CopyLink input="permalink" />
        <p>
          <a href={shareHref}>Share or embed</a>
        </p>
        <p className="result-hero-change">
          <a href={changeHref}>Change answers</a>, {answers.answered} of {answers.total}
        </p>
        <TakeAway code={result.code} words={{ title, note }} />
      </div>
    </header>
  );
}
