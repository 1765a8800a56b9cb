import { MilestoneDate } from "@/components/matrix/milestone-date";
import { Mark } from "@/components/ui/mark";
import { Section } from "@/components/ui/section";
import { SupportLevel } from "@/components/ui/support-level";
import type { Matrix, Option, Reference } from "@/lib/data/types";
import type { ScoringTable } from "@/lib/engine/types";
import { casesFor } from "@/lib/reference/cases";
import { standingOf } from "@/lib/reference/compare";
import { heaviestBurdens } from "@/lib/reference/option-facts";
import { pairSlug } from "@/lib/reference/pairs";
import { optionInText, smallLabel } from "@/lib/result/names";
import { capitalised, counted, listedUpTo } from "@/lib/text/words";
import { ComparisonTable } from "./comparison-table";
import { FindingList } from "./finding-list";

interface OptionPageProps {
  matrix: Matrix;
  table: ScoringTable;
  reference: Reference;
  option: Option;
}

/** One option: what it is, where it stands, what it takes to own, and who chose it. */
export function OptionPage({ matrix, table, reference, option }: OptionPageProps) {
  const variants = matrix.variants.filter((variant) => variant.option === option.id);
  const { strengths, weaknesses, internal } = standingOf(matrix, table, option);
  const cases = casesFor(matrix, option.id);
  const others = matrix.options.filter(({ id }) => id !== option.id);
  const ids = variants.map(({ id }) => id);
  const dates = reference.milestones.filter((each) => each.variants.some((id) => ids.includes(id)));
  const ofKind = (...kinds: readonly string[]) =>
    matrix.capabilities.filter(({ factKind }) => kinds.includes(factKind));
  const young = variants.flatMap((variant) =>
    matrix.capabilities.flatMap((capability) => {
      const cell = capability.cells[variant.id];
      return cell?.maturity && cell.maturity !== "stable" ? { variant, capability, cell } : [];
    }),
  );
  const name = optionInText(option);
  const chosen = cases.decisions.length;

  return (
    <>
      <header className="reference-head edge">
        <p className="reference-path">
          <a href="/matrix">Matrix</a> / <a href="/options">Options</a>
        </p>
        <h1>
          <Mark option={option.id} mark={option.mark} /> {option.label}
        </h1>
        <p className="reference-lead">{option.summary}</p>
        <p className="reference-why">
          {option.vendor}{" "}
          <a href={option.homepage} rel="noopener">
            {new URL(option.homepage).hostname}
          </a>
        </p>
        <p className="note">
          <span>Compared:</span>
          {others.map((other) => (
            <a key={other.id} href={`/options/${pairSlug(option, other)}`}>
              {option.label} or {smallLabel(other)}
            </a>
          ))}
        </p>
      </header>
      <div className="reference-body edge">
        <Section
          id="variants"
          number={1}
          topic="Variants"
          finding={capitalised(`${counted(variants.length, "variant")}, judged separately`)}
        >
          <dl className="variant-list">
            {variants.map((variant) => (
              <div key={variant.id} id={variant.id}>
                <dt>
                  {variant.label} <span>{variant.version}</span>
                </dt>
                <dd>
                  <p>{variant.what}</p>
                  <p>
                    <b>Judged.</b> {variant.judged}
                  </p>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section
          id="strengths"
          number={2}
          topic="Strengths"
          finding={
            strengths.length === 0
              ? `In no capability is ${name} ahead of most others`
              : capitalised(
                  `${name} is ahead of most others in ${counted(strengths.length, "capability", "capabilities")}: ${listedUpTo(
                    3,
                    strengths.map(({ capability }) => capability.short),
                  )}`,
                )
          }
          notes={[
            "Computed from the matrix: each option counts by its best variant, and a lead counts from a fifth of the whole scale over more than half of the others. What you need decides whether it matters to you.",
          ]}
        >
          <ComparisonTable
            caption={`Where ${name} is ahead`}
            options={matrix.options}
            rows={strengths}
          />
        </Section>
        <Section
          id="weaknesses"
          number={3}
          topic="Weaknesses"
          finding={
            weaknesses.length === 0
              ? `In no capability are most others ahead of ${name}`
              : `Most others are ahead in ${counted(weaknesses.length, "capability", "capabilities")}: ${listedUpTo(
                  3,
                  weaknesses.map(({ capability }) => capability.short),
                )}`
          }
        >
          <ComparisonTable
            caption={`Where most others are ahead of ${name}`}
            options={matrix.options}
            rows={weaknesses}
          />
        </Section>
        <Section
          id="between-variants"
          number={4}
          topic="Between its variants"
          finding={
            internal.length === 0
              ? "Its variants have the same level everywhere"
              : capitalised(
                  `${counted(internal.length, "capability depends", "capabilities depend")} on the variant`,
                )
          }
        >
          <FindingList capabilities={internal} variants={variants} />
        </Section>
        <Section
          id="support"
          number={5}
          topic="Releases and support"
          finding={
            dates.length === 0
              ? "How long a release gets fixes"
              : `How long a release gets fixes, and ${counted(dates.length, "date")} to know`
          }
        >
          <FindingList capabilities={ofKind("support-dates")} variants={variants} />
          {dates.length > 0 ? (
            <ul className="date-list">
              {dates.map((milestone) => (
                <li key={milestone.id}>
                  <b>
                    <MilestoneDate date={milestone.date} />
                  </b>
                  <span>
                    {milestone.title}. {milestone.text}{" "}
                    <a href={milestone.source.url} rel="noopener">
                      {milestone.source.title}
                    </a>
                  </span>
                </li>
              ))}
            </ul>
          ) : null}
        </Section>
        <Section
          id="licence"
          number={6}
          topic="Licence, vendors, governance"
          finding="Who owns it, who sells it and on what terms"
        >
          <FindingList capabilities={ofKind("licence", "offering")} variants={variants} />
        </Section>
        <Section
          id="know"
          number={7}
          topic="Before you choose"
          finding={
            young.length === 0
              ? "What it costs to own"
              : `What it costs to own, and ${counted(young.length, "cell that is", "cells that are")} not stable yet`
          }
          notes={[
            "Costs run from 0, nothing, to 100, the worst of the stated scale. They are measured where a measurement exists.",
          ]}
        >
          <div className="uses">
            {variants.map((variant) => (
              <div key={variant.id}>
                <h3>{variant.label}: what costs most</h3>
                <ul>
                  {heaviestBurdens(matrix, variant.id, 3).map(({ burden, typical, because }) => (
                    <li key={burden.id}>
                      {burden.label}: {typical} of 100<span>{because}</span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
            {variants.map((variant) => {
              const cells = young.filter((each) => each.variant === variant);
              return cells.length > 0 ? (
                <div key={variant.id}>
                  <h3>{variant.label}: not stable yet</h3>
                  <ul>
                    {cells.map(({ capability, cell }) => (
                      <li key={capability.id}>
                        <a href={`/matrix/${capability.id}#${variant.id}`}>{capability.label}</a>
                        <span>
                          <SupportLevel level={cell.support} maturity={cell.maturity} />
                        </span>
                      </li>
                    ))}
                  </ul>
                </div>
              ) : null;
            })}
          </div>
        </Section>
        <Section
          id="cases"
          number={8}
          topic="Who chose it"
          finding={
            chosen === 0
              ? "No published decision in our set ended here"
              : capitalised(
                  `${counted(chosen, "published decision in our set ended", "published decisions in our set ended")} here`,
                )
          }
          notes={["Chosen for their reasons and not counted: this is not market share."]}
        >
          <div className="uses">
            {[
              { title: "Decisions", scenarios: cases.decisions },
              { title: "Where experts send you here", scenarios: cases.rules },
            ].map(({ title, scenarios }) =>
              scenarios.length > 0 ? (
                <div key={title}>
                  <h3>{title}</h3>
                  <ul>
                    {scenarios.map((scenario) => (
                      <li key={scenario.id}>
                        {scenario.title}
                        <span>
                          {scenario.reasons}{" "}
                          <a href={scenario.source.url} rel="noopener">
                            {scenario.source.title}
                          </a>
                        </span>
                        {scenario.disagreement ? (
                          <span>
                            <b>We disagree.</b> {scenario.disagreement}
                          </span>
                        ) : null}
                      </li>
                    ))}
                  </ul>
                </div>
              ) : null,
            )}
          </div>
        </Section>
      </div>
    </>
  );
}
