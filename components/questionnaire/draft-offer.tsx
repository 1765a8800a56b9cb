import { useEffect, useState } from "react";
import { recall, remember } from "@/components/questionnaire/browser-memory";
import { decodeCode } from "@/lib/answers/code";
import type { Slot } from "@/lib/answers/slots";

interface DraftOfferProps {
  slots: readonly Slot[];
  releases: number;
  total: number;
}

/** Offers the answers this browser remembers to someone who opens the questionnaire afresh. */
export function DraftOffer({ slots, releases, total }: DraftOfferProps) {
  const [draft, setDraft] = useState<{ code: string; answered: number }>();
  useEffect(() => {
    const code = recall("draft");
    const decoded = code === undefined ? undefined : decodeCode(slots, code, releases);
    if (code === undefined || !decoded?.ok) return;
    const answered = Object.keys(decoded.answers).length;
    if (answered > 0) setDraft({ code, answered });
  }, [slots, releases]);
  if (!draft) return null;
  return (
    <aside className="draft-offer" aria-label="Your last visit">
      <p>
        <b>You were here before.</b> This browser remembers {draft.answered} of {total} answers.
      </p>
      <p>
        <a href={`/questions/review?a=${draft.code}`}>Continue where you left off</a>
        <button
          type="button"
          className="question-clear"
          onClick={() => {
            remember("draft", undefined);
            setDraft(undefined);
          }}
        >
          Forget them
        </button>
      </p>
    </aside>
  );
}
