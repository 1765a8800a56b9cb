import { AnswerRefs } from "@/components/result/answer-refs";
import { EvidenceLink } from "@/components/result/evidence-link";
import { SourceList } from "@/components/result/source-list";
import { OptionName } from "@/components/ui/mark";
import type { ExclusionView, RuledOutView } from "@/lib/result/ruled-out";

/** Reasons shown in full for one variant; the rest is named, each with its evidence. */
const shownInFull = 2;

/** Each variant that is out, with what demands it and what was found. */
export function RuledOutList({ ruledOut }: { ruledOut: RuledOutView }) {
  if (ruledOut.rows.length === 0)
    return <p>A variant is ruled out by a must-have or a limit; none of yours does.</p>;
  return (
    <ul className="ruled-out">
      {ruledOut.rows.map(({ variant, reasons }) => {
        const rest = reasons.slice(shownInFull);
        return (
          <li key={variant.id}>
            <h3>
              <OptionName option={variant.option}>{variant.label}</OptionName>
            </h3>
            <div>
              {reasons.slice(0, shownInFull).map((reason) => (
                <Reason
                  key={`${reason.label} ${reason.demand}`}
                  reason={reason}
                  variant={variant.label}
                />
              ))}
              {rest.length > 0 ? (
                <p className="ruled-out-rest">
                  Also fails{" "}
                  {rest.map((reason, index) => (
                    <span key={`${reason.label} ${reason.demand}`}>
                      {index > 0 ? ", " : null}
                      <Named reason={reason} variant={variant.label} />
                    </span>
                  ))}
                  .
                </p>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Reason({ reason, variant }: { reason: ExclusionView; variant: string }) {
  const { label, demand, because, rule, askedBy, evidence, burden, source } = reason;
  return (
    <div className="exclusion">
      <div>
        <p>
          <b>{label}</b>, {demand}
        </p>
        <AnswerRefs answers={askedBy} />
      </div>
      <div>
        <p>{because}</p>
        <div className="exclusion-links">
          {evidence ? (
            <EvidenceLink evidence={evidence} label={`Evidence: ${label}, ${variant}`}>
              Evidence
            </EvidenceLink>
          ) : (
            <a href={`#burden-${burden}`}>How it is measured</a>
          )}
          {rule ? <a href={`#rule-${rule.id}`}>Rule</a> : null}
          {source ? <SourceList sources={[source]} /> : null}
        </div>
      </div>
    </div>
  );
}

function Named({ reason, variant }: { reason: ExclusionView; variant: string }) {
  const { label, demand, evidence } = reason;
  const named = (
    <>
      {label}
      <span className="ruled-out-demand"> ({demand})</span>
    </>
  );
  return evidence ? (
    <EvidenceLink evidence={evidence} label={`${label} (${demand}): ${variant}`}>
      {named}
    </EvidenceLink>
  ) : (
    named
  );
}
