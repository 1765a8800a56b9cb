import { Day } from "@/components/ui/day";
import type { CloudOffer, Matrix } from "@/lib/data/types";

const roles: Readonly<Record<CloudOffer["role"], string>> = {
  "managed-form-of": "Managed forms",
  "supported-form-of": "Supported forms",
  "use-instead": "Instead of a mesh",
  adjacent: "Beside a mesh",
  ended: "Ended",
};
const order = ["managed-form-of", "supported-form-of", "use-instead", "adjacent", "ended"] as const;

const mtlsWords: Readonly<Record<CloudOffer["mtls"]["level"], string>> = {
  full: "Yes",
  partial: "In part",
  preview: "Preview",
  none: "No",
  unknown: "Not stated",
};

interface OffersPageProps {
  offers: readonly CloudOffer[];
  variants: Matrix["variants"];
}

/** What clouds sell as a mesh, or instead of one, with what is known of each and what is not. */
export function OffersPage({ offers, variants }: OffersPageProps) {
  return (
    <>
      <header className="reference-head edge">
        <p className="reference-path">
          <a href="/options">Options</a>
        </p>
        <h1>What the clouds offer</h1>
        <p className="reference-lead">
          Managed forms of the options, and services that can take the place of a mesh. They are not
          ranked: a result names those that fit its answers.
        </p>
      </header>
      <div className="reference-body edge">
        {order.map((role) => {
          const own = offers.filter((offer) => offer.role === role);
          if (own.length === 0) return null;
          return (
            <section key={role} className="offers" aria-labelledby={role}>
              <h2 id={role}>{roles[role]}</h2>
              {own.map((offer) => (
                <Offer key={offer.id} offer={offer} variants={variants} />
              ))}
            </section>
          );
        })}
      </div>
    </>
  );
}

function Offer({ offer, variants }: { offer: CloudOffer; variants: Matrix["variants"] }) {
  const forms = variants.filter(({ id }) => offer.formOf?.includes(id));
  const facts = [
    ["Is", forms.map(({ label }) => label).join("; ")],
    ["Runs on", offer.runsOn],
    ["Encrypts", offer.encryption],
    ["Who may call", offer.policy],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <article className="offer" id={offer.id} aria-labelledby={`${offer.id}-name`}>
      <h3 id={`${offer.id}-name`}>
        <a href={`#${offer.id}`}>{offer.label}</a>
      </h3>
      <p>{offer.does}</p>
      <dl>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>Mutual TLS</dt>
          <dd>
            <b>{mtlsWords[offer.mtls.level]}.</b> {offer.mtls.text}
          </dd>
        </div>
        <div>
          <dt>State</dt>
          <dd>
            <b>{offer.state.status}</b>
            {offer.state.date ? (
              <>
                {" "}
                (<Day iso={offer.state.date} />)
              </>
            ) : null}
            . {offer.state.text} Confidence {offer.state.confidence}.
          </dd>
        </div>
        <div>
          <dt>Price</dt>
          <dd>
            {offer.price.text} Confidence {offer.price.confidence}.
          </dd>
        </div>
        <div>
          <dt>Limits</dt>
          <dd>
            <ul>
              {offer.limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>Sources</dt>
          <dd>
            <ul>
              {offer.sources.map(({ url, title, version, checked }) => (
                <li key={url}>
                  <a href={url} rel="noopener">
                    {title}
                  </a>
                  , {version}. Checked <Day iso={checked} />.
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </article>
  );
}
