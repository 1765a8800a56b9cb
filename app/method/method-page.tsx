import { Agreement, type AgreementRow } from "@/components/method/agreement";
import { Example } from "@/components/method/example";
import { Laws } from "@/components/method/laws";
import {
  BurdenTable,
  DoubtTables,
  ImportanceTable,
  SupportTable,
} from "@/components/method/levels";
import { Formula, Frac, Num, Op, Row, Sub, Sum } from "@/components/method/math";
import { RuleList } from "@/components/method/rule-list";
import {
  BaselineTable,
  DecisionTable,
  PriorTable,
  RateTable,
  ReliabilityTable,
} from "@/components/method/trial";
import { SitePage } from "@/components/site/site-page";
import { Disclosure } from "@/components/ui/disclosure";
import { Finding, Section } from "@/components/ui/section";
import { Toc } from "@/components/ui/toc";
import { encodeAnswers } from "@/lib/answers/code";
import { evaluate } from "@/lib/engine/evaluate";
import {
  decisionRows,
  factsOnQuickPath,
  groupOf,
  isCalibrated,
  outsideQuickPath,
  trialFinding,
  wantedRows,
} from "@/lib/method/trial-view";
import { workExample } from "@/lib/method/worked-example";
import { matrix, reference, table } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";
import { inDigits } from "@/lib/text/words";

const { levels } = matrix;
const example = workExample(matrix, table, "latency-critical-grpc");

function lookOf(id: string) {
  const option = matrix.options.find((each) => each.id === id);
  return { id, name: option?.label ?? id, mark: option?.mark ?? "square" } as const;
}
function variantLabel(id: string): string {
  return matrix.variants.find((variant) => variant.id === id)?.label ?? id;
}
const { trial } = reference;
const { samples, completions, seed } = example.judgement;
const agreement = matrix.scenarios.map((scenario): AgreementRow => {
  const first = evaluate(table, scenario.answers).options[0];
  return {
    scenario,
    theirs: lookOf(scenario.expect.first[0] ?? ""),
    ours: lookOf(first && !first.ruledOut ? first.option : ""),
    code: encodeAnswers(matrix.slots, scenario.answers, currentRelease),
  };
});
const disagreements = matrix.scenarios.filter(
  ({ disagreement }) => disagreement !== undefined,
).length;

const topics = [
  ["needs", "Needs"],
  ["findings", "Findings"],
  ["burdens", "Burdens"],
  ["score", "Score"],
  ["completions", "Open answers"],
  ["sure", "How sure"],
  ["flips", "Changes"],
  ["example", "Example"],
  ["rules", "Rules"],
  ["laws", "Laws"],
  ["trial", "Decisions"],
  ["agreement", "Known cases"],
  ["limits", "Limits"],
  ["interests", "Interests"],
] as const;
const entries = topics.map(([id, topic], index) => ({ id, number: index + 1, topic }));

function part(id: (typeof topics)[number][0]) {
  const index = topics.findIndex(([each]) => each === id);
  return { id, number: index + 1, topic: topics[index]?.[1] ?? id };
}

const { clear, leaning } = levels.verdict;
const outside = outsideQuickPath(matrix, trial);
const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");

export function MethodPage() {
  return (
    <SitePage current="/method" release={matrix.release}>
      <div className="edge pt-10 pb-12">
        <h1 className="text-question max-w-[20em]">How a verdict is worked out, and by whom</h1>
        <p className="text-lead mt-4 max-w-[36em]">
          Answers become needs with weights. Findings from the matrix say what each variant offers
          for them, and scales say what it costs to own. The sum ranks the variants. Then everything
          that is open or unsure is varied, and we count how often the order holds. Last, the whole
          is tried on published decisions.
        </p>
      </div>
      <Toc entries={entries} />
      <div className="edge method pt-10 pb-16">
        <Section
          {...part("needs")}
          finding="An answer sets how much a need weighs; rules add what follows from it"
          notes={[
            "Two answers, or an answer and a rule, that ask for the same thing count once, at the greater importance.",
            "A question left unanswered and one answered “not sure” are the same: open. What may become of open answers is section 5.",
          ]}
        >
          <p>
            Each question asks for needs (capabilities of the matrix) or for facts about your
            estate. A need takes the importance you give it. Facts act through rules: separate
            networks make gateways between clusters a need; a team of two makes every burden of
            learning and upgrading weigh more.
          </p>
          <ImportanceTable levels={levels} />
          <p>
            A must-have is also a condition. A variant whose finding is “none” or “build it” is
            ruled out, with that finding as the reason. Partial and add-on pass with a warning. If
            everything is ruled out, the result says so and shows which variant fails least.
          </p>
        </Section>
        <Section
          {...part("findings")}
          finding="A finding is a range, not a point, and doubt makes it wider"
          notes={[
            "What each level means, with borderline cases, is in the guidelines for curators, data/GUIDELINES.md.",
          ]}
        >
          <SupportTable levels={levels} />
          <Disclosure summary="Immaturity and doubt, in numbers">
            <DoubtTables levels={levels} />
          </Disclosure>
          <p>
            Rules can credit a finding where your estate already brings the thing, say a shared
            framework that retries. A credit only lifts; nothing you have makes a finding worse.
          </p>
        </Section>
        <Section
          {...part("burdens")}
          finding="Burdens are measured on stated scales, and your answers say how much they weigh"
          notes={[
            "The scales are absolute: adding another variant to the matrix moves nobody.",
            "What building one missing capability costs is in the low worth of “build it”, so it is not counted again as a burden.",
          ]}
        >
          <p>
            Burdens are what a variant costs whatever it offers:{" "}
            {matrix.burdens.map(({ label }) => label.toLowerCase()).join(", ")}.
          </p>
          <Disclosure summary="The burdens, their weights and scales">
            <BurdenTable burdens={matrix.burdens} levels={levels} />
          </Disclosure>
        </Section>
        <Section
          {...part("score")}
          finding="The score is a weighted mean of what fits and what is easy to own"
          notes={[
            "Additive multi-attribute value: Keeney and Raiffa, Decisions with Multiple Objectives, 1976.",
            "All weights are shared by all variants, so only differences between findings decide the order. That is why few needs favour few moving parts: the burdens then carry most of the weight.",
          ]}
        >
          <p>
            Every need n has a weight w and every variant v a worth u for it, from 0 to 100. Every
            burden b has a weight, and each variant a cost c from 0 to 100.
          </p>
          <Formula label="The score of a variant is the sum over needs of weight times worth, plus the sum over burdens of weight times 100 minus cost, divided by the sum of all weights">
            <Row>
              <Sub base="S" index="v" />
              <Op>=</Op>
              <Frac
                over={
                  <>
                    <Sum over="n" />
                    <Sub base="w" index="n" />
                    <Sub base="u" index="nv" />
                    <Op>+</Op>
                    <Sum over="b" />
                    <Sub base="w" index="b" />
                    <Op>(</Op>
                    <Num>100</Num>
                    <Op>−</Op>
                    <Sub base="c" index="bv" />
                    <Op>)</Op>
                  </>
                }
                under={
                  <>
                    <Sum over="n" />
                    <Sub base="w" index="n" />
                    <Op>+</Op>
                    <Sum over="b" />
                    <Sub base="w" index="b" />
                  </>
                }
              />
            </Row>
          </Formula>
          <p>
            The same thing said differently: with β for the burdens’ part of all weight, the score
            is (1 − β) times the fit plus β times the ease. An option is as good as its best variant
            that is not ruled out. Equal scores share a place.
          </p>
        </Section>
        <Section
          {...part("completions")}
          finding="What you leave open is completed as similar published decisions had it"
          notes={[
            "Independent rates would make everybody want a bit of everything; trials showed that “no mesh” then hardly ever leads.",
            `Each answer still open tells something about first place: the mutual information between the two, from the same samples. Over the published decisions the most telling are ${listed(
              trial.informative.map(
                ({ question }) =>
                  matrix.questions.find(({ id }) => id === question)?.short ?? question,
              ),
            )}.${
              outside.length === 0
                ? " All are on the quick path."
                : ` Of these the quick path leaves out ${listed(outside)}. It asks for facts instead (${listed(factsOnQuickPath(matrix, trial))}): they rule options out or decide what else is asked, and little can be counted for them, since decisions either state them or never do.`
            }`,
          ]}
        >
          <p>
            The rest is borrowed whole from one of {trial.decisions} decisions, the more often the
            better it fits what you said, platform and size first. What a decision does not mention
            it did not want. In {levels.nothingMore.percent} of 100 completions nothing more is
            wanted than you said: {levels.nothingMore.because.charAt(0).toLowerCase()}
            {levels.nothingMore.because.slice(1)} “That is all I need” closes what is open, and a
            questionnaire answered in full depends on no decision of others.
          </p>
          <Disclosure summary="What the decisions ask for">
            <RateTable rows={wantedRows(matrix, trial)} decisions={trial.decisions} />
          </Disclosure>
          <Disclosure summary="What other beliefs would give">
            <p>
              The examples leave some answers open. This is who comes first in them if those turn
              out as in decisions like it, if nothing more is wanted, if each wish has its own rate
              whatever else is wanted, and if every answer is as likely as every other.
            </p>
            <PriorTable
              priors={trial.priors}
              labelOf={(id) => matrix.presets.find((preset) => preset.id === id)?.label ?? id}
              lookOf={lookOf}
            />
          </Disclosure>
        </Section>
        <Section
          {...part("sure")}
          finding="How sure is the share of samples in which an option comes first"
          notes={[
            "Stochastic multicriteria acceptability analysis: Lahdelma, Hokkanen and Salminen 1998; SMAA-2, Lahdelma and Salminen 2001.",
            `The seed is ${seed}, the generator sfc32, the arithmetic the same everywhere: browser, server and exports show the same figures.`,
          ]}
        >
          <p>
            Each sample takes one completion, and draws every weight uniformly from its range. The
            ranges of two importances touch and never overlap, so the order you stated holds in
            every sample. All burdens are then multiplied by one factor between{" "}
            {(levels.burdenFactor.percent[0] / 100).toFixed(1)} and{" "}
            {(levels.burdenFactor.percent[2] / 100).toFixed(1)}, half the draws below one:{" "}
            {levels.burdenFactor.because.charAt(0).toLowerCase() +
              levels.burdenFactor.because.slice(1)}{" "}
            Every finding and cost is drawn from its range so that the typical value is the median:
            half the draws fall below it, half above, uniformly on each side. The example below has{" "}
            {completions} completions and {inDigits(samples)} samples.
          </p>
          <p>
            First in {clear} of 100 or more, as printed, is <b>clear</b>, in {leaning} or more{" "}
            <b>leaning</b>, below that <b>too close to call</b>, or <b>too early</b> while an open
            question could change first place. Clear also asks that the winner meets every
            must-have. {levels.verdict.because}
          </p>
        </Section>
        <Finding
          {...part("flips")}
          finding="Every change we name has been made and judged again"
          notes={[
            "Effort orders the changes: how far an answer moves, times how firm it is. A wish is soft, an estate is not.",
          ]}
        >
          <p>
            For a result we change every given answer in every way, one at a time, and evaluate
            again. Where no single change puts a rival first, we try sets of two and three among the
            ten changes that bring it nearest. All single changes are tried; a set of two or three
            that we do not find may still exist. Findings in doubt are turned too: the leader’s to
            nothing, a rival’s to full.
          </p>
        </Finding>
        <Finding
          {...part("example")}
          finding={`“${example.preset.label}”: ${variantLabel(example.leader.variant)} leads by ${(example.leader.score - example.rival.score).toFixed(1)} points`}
          notes={["Computed from the data when this page was built, not typed."]}
        >
          <p>{example.preset.story}</p>
          <Disclosure summary="Need by need, burden by burden">
            <Example
              example={example}
              names={[variantLabel(example.leader.variant), variantLabel(example.rival.variant)]}
            />
          </Disclosure>
          <p className="mt-4">
            Over all completions {variantLabel(example.judgement.verdict.variant)} is first in{" "}
            {example.judgement.verdict.share} of 100.{" "}
            <a href={`/r/${encodeAnswers(matrix.slots, example.preset.answers, currentRelease)}`}>
              Open this result
            </a>
          </p>
        </Finding>
        <Finding
          {...part("rules")}
          finding={`${matrix.rules.length} rules connect facts about you with needs, limits and burdens`}
        >
          <Disclosure summary="The rules, with reasons and sources" id="rule-list">
            <RuleList rules={matrix.rules} />
          </Disclosure>
        </Finding>
        <Finding
          {...part("laws")}
          finding="The engine is held to laws that no data can break"
          notes={[
            "Property tests try each law on hundreds of random matrices and answers. CONTRIBUTING lists which faults were planted to see the tests fail.",
          ]}
        >
          <Laws />
        </Finding>
        <Finding
          {...part("trial")}
          finding={trialFinding(trial)}
          notes={[
            ...matrix.protocols.map(({ label, kind, text }) => `${label} (${kind}): ${text}`),
            "Each decision is judged by completions from the others only, so none helps to judge itself. Needs and context become answers by fixed rules. npm run decisions prints all of this.",
          ]}
        >
          <p>
            Organisations that published what they chose and why are asked the questionnaire, and
            the verdict is held against their choice.{" "}
            {isCalibrated(groupOf(trial, "all"))
              ? "In no band from 40 of 100 up does the share shown exceed the experts’ agreement by more than 10 points."
              : "In at least one band the share shown exceeds the experts’ agreement by more than 10 points: read shares there as too sure."}{" "}
            An expert’s choice is not the truth, and people publish what went well.
          </p>
          <ReliabilityTable
            group={groupOf(trial, "blind")}
            caption="Encoded blind: first place as shown, as experts chose it, and as they chose or accepted it"
          />
          <BaselineTable groups={[groupOf(trial, "blind"), groupOf(trial, "masked")]} />
          <Disclosure summary="The same with what was encoded from masked texts">
            <ReliabilityTable
              group={groupOf(trial, "all")}
              caption="All: first place as shown, as experts chose it, and as they chose or accepted it"
            />
          </Disclosure>
          <Disclosure summary={`The ${trial.decisions} decisions`}>
            <DecisionTable rows={decisionRows(matrix, trial)} lookOf={lookOf} />
          </Disclosure>
        </Finding>
        <Finding
          {...part("agreement")}
          finding={`${agreement.length} cases that we wrote with the outcome in view guard against mistakes`}
          notes={[
            "Their answers were written by people who knew the choice, so that they come out right proves nothing; that they go on coming out right shows that a change broke nothing.",
          ]}
        >
          <p>
            {disagreements === 0
              ? "All come out as their source decided, or as it calls acceptable."
              : `${agreement.length - disagreements} come out as their source decided, or as it calls acceptable; the others say why not.`}
          </p>
          <Disclosure summary="The cases">
            <Agreement rows={agreement} />
          </Disclosure>
        </Finding>
        <Section {...part("limits")} finding="What this cannot know">
          <ul>
            <li>
              Your people, politics and history. A colleague who has run one of these for years
              outweighs many points here.
            </li>
            <li>
              Your load. Overheads come from other people’s laboratories and differ by more than the
              products do.
            </li>
            <li>Prices. Vendors publish few; the price scale rests on the last public ones.</li>
            <li>
              Needs that depend on each other in ways we did not model: worth is added up, need by
              need.
            </li>
            <li>
              Weights are judgements. They are all on this page; the samples show how far the order
              hangs on them.
            </li>
            <li>Anything newer than {matrix.release.asOf}, the date of the data.</li>
          </ul>
        </Section>
        <Section {...part("interests")} finding="We sell nothing, and nobody pays for a place">
          <ul>
            <li>
              No vendor, foundation or cloud has paid for this, edits it, or sees your answers.
              There is no tracking.
            </li>
            <li>Options are listed by score or in alphabetical order, never by favour.</li>
            <li>
              Where a finding rests on a vendor’s own word, the source says so. Benchmarks name who
              paid.
            </li>
            <li>
              If a finding is wrong: the file data/capabilities holds one file for each row. A
              correction needs a public source, the version it speaks for and the date. Vendors may
              ask for a reply to be recorded beside a finding; they do not get to edit it.
            </li>
            <li>The code is open source under Apache 2.0, the data under CC BY 4.0.</li>
          </ul>
        </Section>
      </div>
    </SitePage>
  );
}
