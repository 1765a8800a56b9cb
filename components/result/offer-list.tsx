import { SourceList } from "@/components/result/source-list";
import type { OffersView } from "@/lib/result/offers";
import { capitalised } from "@/lib/text/words";

/** What the reader’s cloud offers: a form of a variant, or in place of a mesh. */
export function OfferList({ rows }: Pick<OffersView, "rows">) {
  return (
    <ul className="ruled-out">
      {rows.map(({ id, label, is, say, mtlsText, stateText, href, source }) => (
        <li key={id}>
          <h3>
            <a href={href}>{label}</a>
          </h3>
          <div>
            <p>
              <b>{capitalised(is)}.</b> {say}
            </p>
            <p>{mtlsText}</p>
            <p>{stateText}</p>
            {source ? <SourceList sources={[source]} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
