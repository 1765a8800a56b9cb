import { type Example, Examples } from "@/components/home/examples";
import { RecentList } from "@/components/result/recent-list";
import type { Thresholds } from "@/components/ui/bar";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { optionList } from "@/lib/result/names";
import { capitalised, inWords } from "@/lib/text/words";

interface HomeProps {
  options: readonly string[];
  questions: { readonly quick: number; readonly all: number };
  findings: {
    readonly total: number;
    readonly capabilities: number;
    readonly variants: number;
  };
  examples: readonly Example[];
  thresholds: Thresholds;
}

/** So many examples fit on the first screen; the others open below. */
const shownAtOnce = 6;

/** The start page: what this is, why to trust it, and what it says of known cases. */
export function Home({ options, questions, findings, examples, thresholds }: HomeProps) {
  const { leaning, clear } = thresholds;
  const more = examples.slice(shownAtOnce);
  return (
    <div className="home">
      <div className="home-says">
        <h1>Do you need a service mesh, and which one?</h1>
        <p className="home-lead">
          Answer plain questions about your systems. Get a verdict on{" "}
          {optionList(options.map((label) => ({ label })))}: how sure it is, what it costs, and what
          would change it.
        </p>
        <p className="home-for">
          For architects and platform teams who have to recommend one, defend it in a review, and
          keep the reasons.
        </p>
        <div className="home-go">
          <LinkButton href="/questions" size="large" arrow>
            Start the questions
          </LinkButton>
          <p>
            {capitalised(inWords(questions.quick))} questions for a first answer, {questions.all}{" "}
            for a full one. Skip what you like. No account.
            <br />
            <a href="/import">Fill in from the cluster</a>
          </p>
        </div>
        <RecentList />
        <ul className="home-trust" aria-label="Why you can trust it">
          <li>
            <b>{findings.total} sourced findings</b>
            <span>
              {findings.capabilities} capabilities in {findings.variants} variants, each with a
              source, a version and the date we checked.
            </span>
          </li>
          <li>
            <b>Says when it is not sure</b>
            <span>
              “Too close to call” and “no mesh” are verdicts. What is unknown counts as a range, not
              as zero.
            </span>
          </li>
          <li>
            <b>Opens the same for ever</b>
            <span>
              Your link holds the answers and the data release, so it gives the same verdict
              whenever it is opened.
            </span>
          </li>
          <li>
            <b>Nobody pays for a place</b>
            <span>
              No vendor money, no vendor edits. Your answers stay in the link and are not collected.
            </span>
          </li>
        </ul>
      </div>
      <div className="home-computes on-field">
        <h2 id="examples">
          {capitalised(inWords(examples.length))} architectures, and what we would say
        </h2>
        <p>Open one to read the whole reasoning, or start from it.</p>
        <Examples examples={examples.slice(0, shownAtOnce)} thresholds={thresholds} />
        {more.length > 0 ? (
          <Disclosure summary={`${capitalised(inWords(more.length))} more`}>
            <Examples examples={more} thresholds={thresholds} />
          </Disclosure>
        ) : null}
        <p className="home-bands">
          Bars: of 100 ways the open answers and the weights may turn out, how many put it first.
          Below {leaning} is too close or too early to call, {leaning} to {clear - 1} leaning,{" "}
          {clear} and above clear.
        </p>
      </div>
    </div>
  );
}
