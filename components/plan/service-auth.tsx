import { Because } from "@/components/plan/because";
import { Proof } from "@/components/plan/proof";
import { fitLabel, type ServiceAuthView, type Statement } from "@/lib/plan/service-auth";

function Said({ statement }: { statement: Statement }) {
  return (
    <>
      <p>{statement.text}</p>
      <Because answers={statement.because} />
      <Proof proof={statement.proof} />
    </>
  );
}

/** Ways to prove who calls, how well each fits, and the rules to put on top. */
export function ServiceAuth({ auth }: { auth: ServiceAuthView }) {
  return (
    <>
      <ul className="plan-rows" data-columns="3">
        {auth.methods.map((method) => (
          <li key={method.id} data-fit={method.fit}>
            <header>
              <h3>{method.label}</h3>
              <div className="auth-fit">
                <i data-fit={method.fit} />
                <b>{fitLabel(method.fit)}</b>
              </div>
              <p>{method.proves}</p>
              <p>{method.lifetime}</p>
            </header>
            <div>
              <h4>Why</h4>
              <Said statement={method.why} />
            </div>
            <div>
              <h4>With the choice</h4>
              <Said statement={method.withChoice} />
              {method.cautions.length > 0 ? (
                <>
                  <h4>What to watch for</h4>
                  <ul className="plan-list">
                    {method.cautions.map((caution) => (
                      <li key={caution.text}>
                        {caution.text}
                        <Proof proof={caution.proof} />
                      </li>
                    ))}
                  </ul>
                </>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <h3 className="plan-subhead" id="authorization">
        The rules on top, in this order
      </h3>
      <ol className="plan-rows">
        {auth.authorization.map((step, index) => (
          <li key={step.id}>
            <b>
              {index + 1}. {step.label}
            </b>
            <div>
              <Said statement={step.statement} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
