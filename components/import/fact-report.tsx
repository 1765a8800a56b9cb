import { useId, useState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import type { Recognised } from "@/lib/recognise/recognise";
import { countText, factText, groupFacts, statedText, writeReport } from "@/lib/recognise/report";

/** What was recognised, and the same as a text to keep. */
export function FactReport({ result }: { result: Recognised }) {
  const [said, say] = useState("");
  const id = useId();
  const report = writeReport(result, new Date().toISOString().slice(0, 10));
  async function copy() {
    try {
      await navigator.clipboard.writeText(report);
      say("Copied");
    } catch {
      say("Select the text below and copy it");
    }
  }
  return (
    <section className="import-facts" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>What was recognised</h2>
      {result.clusters.map((cluster) => (
        <div key={cluster.name} className="import-cluster">
          {result.clusters.length > 1 ? <h3>{cluster.name || "Without a name"}</h3> : null}
          <dl>
            {cluster.kubernetes ? (
              <div>
                <dt>Kubernetes</dt>
                <dd>{cluster.kubernetes}</dd>
              </div>
            ) : null}
            {cluster.statedFor.length > 0 ? (
              <div>
                <dt>Stated for it</dt>
                <dd>
                  {statedText(cluster)}: the lines whose makers name Kubernetes {cluster.kubernetes}
                  , as far as their tables were read
                </dd>
              </div>
            ) : null}
            <div>
              <dt>Counted</dt>
              <dd>{countText(cluster) || "nothing"}</dd>
            </div>
            {groupFacts(cluster.facts).map(({ label, facts }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{facts.map((fact) => factText(fact, cluster.counts.nodes)).join("; ")}</dd>
              </div>
            ))}
            {cluster.refused.length > 0 ? (
              <div>
                <dt>Not read</dt>
                <dd>
                  {cluster.refused.join(", ")}: your role may not list them, or there are none
                </dd>
              </div>
            ) : null}
          </dl>
        </div>
      ))}
      <Disclosure summary="The same as a text for the decision record">
        <p className="import-copy">
          <button type="button" className="button" data-variant="secondary" onClick={copy}>
            Copy
          </button>
          <span role="status">{said}</span>
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
        <pre className="import-report" tabIndex={0}>
          {report}
        </pre>
      </Disclosure>
    </section>
  );
}
