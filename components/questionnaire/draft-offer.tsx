import { useEffect, useState } from "react";
import { forgetDraft, type RememberedDraft, recallDrafts } from "@/components/questionnaire/drafts";
import { Day } from "@/components/ui/day";
import { decodeCode } from "@/lib/answers/code";
import type { Slot } from "@/lib/answers/slots";
import { addressTo, reviewPath } from "@/lib/questionnaire/pages";
import { counted } from "@/lib/text/words";

interface DraftOfferProps {
  slots: readonly Slot[];
  releases: number;
}

interface Offer extends RememberedDraft {
  readonly answered: number;
}

/** Offers the answers this browser remembers to someone who opens the questionnaire afresh. */
export function DraftOffer({ slots, releases }: DraftOfferProps) {
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  useEffect(() => {
    setOffers(
      recallDrafts().flatMap((draft): Offer[] => {
        const decoded = decodeCode(slots, draft.code, releases);
        const answered = decoded.ok ? Object.keys(decoded.answers).length : 0;
        return answered > 0 ? [{ ...draft, answered }] : [];
      }),
    );
  }, [slots, releases]);
  if (offers.length === 0) return null;
  return (
    <aside className="draft-offer" aria-label="Your last visit">
      <p>
        <b>You were here before.</b> Only this browser remembers it.
      </p>
      <ul>
        {offers.map(({ code, answered, day }) => (
          <li key={code}>
            <a href={addressTo(reviewPath, { code })}>
              Go on with {counted(answered, "answer")} of <Day iso={day} />
            </a>
            <button
              type="button"
              className="text-button"
              onClick={() => {
                forgetDraft(code);
                setOffers((old) => old.filter((offer) => offer.code !== code));
              }}
            >
              Forget<span className="sr-only"> them</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
