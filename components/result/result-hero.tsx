import { ResultName } from "@/components/result/result-name";
import { ShareRow, sureText } from "@/components/result/share-row";
import { Shares } from "@/components/ui/bar";
import { Day } from "@/components/ui/day";
import { Hundred } from "@/components/ui/hundred";
import { Mark } from "@/components/ui/mark";
import type { ResultView } from "@/lib/result/result";

interface ResultHeroProps {
  result: ResultView;
  title?: string;
  /** What its maker says of it, in the address like the title. */
  note?: string;
  whyNot?: string;
  /** What it takes to run, in a sentence. */
  cost: string;
  /** The link to hand on, whole. */
  permalink: string;
}

/** The verdict, how sure it is, why and at what cost in a sentence each, and the ways to hand it on. */
export function ResultHero({ result, title, note, whyNot, cost, permalink }: ResultHeroProps) {
  const { verdict, release } = result;
  return (
    <header className="result-hero edge on-field">
      <ResultName title={title} note={note} />
      <p className="result-hero-for">
        Verdict on the data of <Day iso={release.asOf} />
      </p>
      <div className="result-hero-columns">
        <div>
          <h1 className="result-hero-verdict" data-long={verdict.heading.length > 22 || undefined}>
            {verdict.options.length > 0 ? (
              <span className="result-hero-marks">
                {verdict.options.map((option) => (
                  <Mark key={option.id} option={option.id} mark={option.mark} />
                ))}
              </span>
            ) : null}
            <span>{verdict.heading}</span>
          </h1>
          <p className="result-hero-certainty">{sureText(verdict)}</p>
          <p className="result-hero-why" id="result-why">
            {verdict.explanation}
          </p>
          <p className="result-hero-why">{cost}</p>
          {note ? (
            <p className="result-hero-note">
              <bdi>{note}</bdi>
            </p>
          ) : null}
        </div>
        <HowSureAtOnce verdict={verdict} />
      </div>
      <ShareRow {...{ result, title, note, whyNot, permalink, cost }} />
    </header>
  );
}

/** Two bars while answers are open: what they leave open, and what would remain. The hundred when all is answered. */
function HowSureAtOnce({ verdict: { bars, shares, ruledOut } }: Pick<ResultView, "verdict">) {
  if (bars.length < 2) {
    return (
      <Hundred
        caption="Each mark is one way to weigh the answers"
        parts={shares.map(({ option, first }) => ({ option, count: first.share }))}
        ruledOut={ruledOut}
      />
    );
  }
  return (
    <div className="result-hero-bars">
      {bars.map(({ id, label, shares: parts }) => (
        <figure key={id} aria-labelledby={`how-sure-${id}`}>
          <figcaption id={`how-sure-${id}`}>{label}</figcaption>
          <Shares named shares={parts.map(({ option, of100 }) => ({ option, count: of100 }))} />
        </figure>
      ))}
    </div>
  );
}
