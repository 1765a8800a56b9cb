import type { Metadata } from "next";
import { CheckSummary, CheckTable } from "@/components/costs/check-table";
import { CostCalculator } from "@/components/costs/cost-calculator";
import { Formulas } from "@/components/costs/formulas";
import { LicenceTable } from "@/components/costs/licence-table";
import { ParameterTable } from "@/components/costs/parameter-table";
import { SourceList } from "@/components/costs/source-list";
import { SitePage } from "@/components/site/site-page";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { viewVariants } from "@/lib/costs/cost-view";
import { compileModel, profileOf } from "@/lib/costs/model";
import { optionList } from "@/lib/result/names";
import { readCostQuery } from "@/lib/service/cost-query";
import {
  checkFinding,
  checks,
  licenceFinding,
  licences,
  parameterFinding,
  parameters,
  sourceFinding,
  statistics,
} from "@/lib/service/cost-reference";
import { matrix } from "@/lib/site/data";
import { overheads } from "@/lib/site/overheads";
import { canonical } from "../canonical";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "What it costs",
    description: `CPU, memory and added latency of ${optionList(matrix.options, "and")} for your load, as ranges from published benchmarks, with who paid for each and how well it predicts.`,
    alternates: await canonical("/costs"),
  };
}

const model = compileModel(overheads);
const variants = viewVariants(matrix.options, matrix.variants);

function lookOf(variant: string) {
  const found = variants.find(({ id }) => id === variant);
  if (!found) throw new RangeError(`no variant "${variant}"`);
  return found.option;
}

export default async function CostsPage({ searchParams }: PageProps<"/costs">) {
  const { typed, defaults, assumptions, code, standing, codeProblem } = readCostQuery(
    await searchParams,
  );
  const start = code === undefined ? "/costs" : `/costs?r=${code}`;
  return (
    <SitePage current="/costs" release={matrix.release}>
      <div className="cost-head edge">
        <h1>What it costs</h1>
        <p>
          CPU, memory and latency of every variant for your load, as ranges from published
          benchmarks. Where nobody measured, nothing is said.
        </p>
        <p className="cost-jump screen-only">
          <a href="#figures">Go to the figures</a>
        </p>
        {codeProblem ? (
          <p className="cost-code-problem">{codeProblem}</p>
        ) : code === undefined ? null : (
          <p>
            For the answers of <a href={`/r/${code}`}>this result</a>: variants still possible come
            first.
          </p>
        )}
      </div>
      <CostCalculator
        key={code}
        model={model}
        variants={variants}
        standing={standing}
        typed={typed}
        defaults={defaults}
        code={code}
      >
        <div className="cost-assumptions note">
          <p>
            <b>{code === undefined ? "To begin with" : "Assumed from your answers"}</b>
          </p>
          <ul>
            {assumptions.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p>
            <a href={start}>Begin again with these</a>
          </p>
        </div>
      </CostCalculator>

      <div className="cost-reference edge">
        <Section
          id="predicts"
          number={1}
          topic="How well it predicts"
          finding={checkFinding}
          notes={[
            "Each set-up was put into the same formulas as your load. Error is predicted less measured, in per cent of measured.",
            "Set-ups of one benchmark are not independent of each other, and every source had been read before the split was made.",
            "Memory is good for planning to about a factor of two; CPU of Istio sidecars to two, of Linkerd to three to five, of ambient to five; milliseconds only as an order of magnitude.",
          ]}
        >
          <CheckSummary statistics={statistics} />
          <Disclosure summary={`All ${checks.length} set-ups`}>
            <CheckTable
              results={checks}
              measurements={overheads.measurements}
              nameOf={(id) => profileOf(model, id).name}
            />
          </Disclosure>
        </Section>
        <Section
          id="parameters"
          number={2}
          topic="Parameters"
          finding={parameterFinding}
          notes={[overheads.method, overheads.newest]}
          fold="Every unit cost"
        >
          <ParameterTable
            groups={parameters}
            measurements={overheads.measurements}
            lookOf={lookOf}
          />
        </Section>
        <Section
          id="formulas"
          number={3}
          topic="Formulas"
          finding="A unit cost times pods, nodes or calls; CPU grows more slowly than load"
          notes={[
            "Twice the requests through an Envoy cost 1.74 times the CPU: the exponent 0.8 comes from three independent sets of measurements.",
          ]}
        >
          <Formulas />
        </Section>
        <Section
          id="refused"
          number={4}
          topic="What is not said"
          finding={`${overheads.refusals.length} things the measurements do not support`}
        >
          <ul className="cost-list cost-columns">
            {overheads.refusals.map(({ id, title, text }) => (
              <li key={id}>
                <b>{title}.</b> {text}
              </li>
            ))}
          </ul>
        </Section>
        <Section
          id="licences"
          number={5}
          topic="Licences"
          finding={licenceFinding}
          notes={["Support that one may buy but need not is not counted."]}
        >
          <LicenceTable
            rows={variants.map(({ id, option, short }) => ({
              id,
              option,
              short,
              text: licences.values[id]?.because ?? "Nothing is known.",
            }))}
            sources={licences.sources}
          />
        </Section>
        <Section
          id="sources"
          number={6}
          topic="Who measured, who paid"
          finding={sourceFinding}
          notes={[
            "A stake does not make a figure wrong; it shows which way it may lean. Where raw data were public, figures were recomputed from them.",
          ]}
        >
          <SourceList measurements={overheads.measurements} />
          <Disclosure summary="Read and rejected">
            <ul className="cost-list">
              {overheads.rejected.map(({ title, why }) => (
                <li key={title}>
                  {title}: {why}
                </li>
              ))}
            </ul>
          </Disclosure>
        </Section>
      </div>
    </SitePage>
  );
}
