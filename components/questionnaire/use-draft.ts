import { useEffect, useState } from "react";
import { rememberDraft } from "@/components/questionnaire/drafts";
import { decodeCode, encodeAnswers } from "@/lib/answers/code";
import type { Slot } from "@/lib/answers/slots";
import type { Answers } from "@/lib/engine/types";
import { addressTo } from "@/lib/questionnaire/pages";

interface DraftKeeping {
  readonly slots: readonly Slot[];
  readonly release: { readonly index: number; readonly count: number };
  readonly title?: string | undefined;
  readonly initial: { readonly answers: Answers; readonly at: string | undefined };
}

interface Moment {
  readonly answers: Answers;
  readonly at: string | undefined;
  /** The entry of the history was made by an answer, so going back takes it back. */
  readonly isAnswer?: boolean;
}

/**
 * The answers and the question one is at. Every change is an entry of the browser's history with its own address, so Back
 * takes back an answer, a reload keeps it, and a copied address holds it.
 */
export function useDraft({ slots, release, title, initial }: DraftKeeping) {
  const [moment, setMoment] = useState<Moment>(initial);
  const codeOf = (answers: Answers) =>
    Object.keys(answers).length > 0 ? encodeAnswers(slots, answers, release.index) : "";

  useEffect(() => {
    const follow = (event: PopStateEvent) => {
      const query = new URLSearchParams(location.search);
      const decoded = decodeCode(slots, query.get("a") ?? "", release.count);
      setMoment((old) => ({
        answers: decoded.ok ? decoded.answers : {},
        at: query.get("at") ?? initial.at ?? old.at,
        isAnswer: event.state?.isAnswer === true,
      }));
    };
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, [slots, release.count, initial.at]);

  function go(next: Moment) {
    const draft = { code: codeOf(next.answers), title };
    const address = addressTo(location.pathname, draft, next.at);
    window.history.pushState({ isAnswer: next.isAnswer === true }, "", address);
    setMoment(next);
    return draft.code;
  }

  return {
    ...moment,
    code: codeOf(moment.answers),
    canUndo: moment.isAnswer === true,
    answerWith: (answers: Answers, at: string | undefined) =>
      rememberDraft(go({ answers, at, isAnswer: true })),
    moveTo: (at: string) => go({ answers: moment.answers, at }),
  };
}
