"use client";

import { useEffect, useRef, useState } from "react";
import { BoardView, SoFar } from "@/components/questionnaire/board-view";
import { recall, remember } from "@/components/questionnaire/browser-memory";
import { DraftOffer } from "@/components/questionnaire/draft-offer";
import { KeyNotes } from "@/components/questionnaire/key-notes";
import { QuestionItem } from "@/components/questionnaire/question-item";
import { Rail } from "@/components/questionnaire/rail";
import { useBoard } from "@/components/questionnaire/use-board";
import { useDraft } from "@/components/questionnaire/use-draft";
import { useKeys } from "@/components/questionnaire/use-keys";
import { Button } from "@/components/ui/button";
import type { Slot } from "@/lib/answers/slots";
import type { Answer, Answers, ScoringTable } from "@/lib/engine/types";
import { answerOf, withAnswer } from "@/lib/questionnaire/answering";
import type { Computed } from "@/lib/questionnaire/compute";
import { findContradictions } from "@/lib/questionnaire/contradictions";
import { clauseOf, hardLines } from "@/lib/questionnaire/effect-text";
import {
  addressOf,
  addressTo,
  findPage,
  listPages,
  neighboursOf,
  type QuestionPage,
  reviewPath,
} from "@/lib/questionnaire/pages";
import { countAnswered } from "@/lib/questionnaire/progress";
import type { AskedQuestion, Wording } from "@/lib/questionnaire/wording";
import { inWords } from "@/lib/text/words";

export interface QuestionnaireProps {
  wording: Wording;
  table: ScoringTable;
  slots: readonly Slot[];
  /** Which release of the data new codes name, and how many there are. */
  release: { readonly index: number; readonly count: number };
  /** The id of the page. */
  page: string;
  /** The question the page shows; absent where it shows all. */
  at?: string | undefined;
  /** The name given to the result, which stays through edits. */
  title?: string | undefined;
  /** The answers the page was asked for with, and what follows from them. */
  initial: { readonly answers: Answers } & Computed;
  /** What could not be used of the address or the form. */
  notices: readonly string[];
  /** Offer the answers of an earlier visit. */
  offersDraft: boolean;
}

/** The controls of a question; of a row in focus only its own. */
function controlsOf(question: string): HTMLInputElement[] {
  const section = document.querySelector(`[data-question="${question}"]`);
  return [...(section?.querySelectorAll("input") ?? [])];
}

/**
 * A page of the questionnaire: one question as a plain form, or all of them, and the board of what follows from the
 * answers. Rendered on the server it works by submitting; in the browser the board follows every answer.
 */
export function Questionnaire(props: QuestionnaireProps) {
  const { wording, table, slots, release, title, initial, notices, offersDraft } = props;
  const draft = useDraft({ slots, release, title, initial: { ...initial, at: props.at } });
  const { answers, code, at } = draft;
  const pages = listPages(wording, answers);
  const page = findPage(wording, answers, props.page) ?? missingPage(props.page);
  const shown = page.questions.filter(({ id }) => at === undefined || id === at);
  const { board, exclusions } = useBoard(table, wording, initial, answers, at);
  const contradictions = findContradictions(wording, answers);
  const { previous, next } = neighboursOf(pages, page, at);
  const [keysOn, setKeysOn] = useState(true);
  useEffect(() => setKeysOn(recall("keys") !== "off"), []);

  // Who comes to a question by a key or a button is led to its first control.
  const main = useRef<HTMLFormElement>(null);
  const isArriving = useRef(false);
  useEffect(() => {
    if (!isArriving.current || at === undefined) return;
    isArriving.current = false;
    const controls = controlsOf(at);
    (controls.find(({ checked }) => checked) ?? controls[0])?.focus({ preventScroll: true });
    main.current?.scrollIntoView({ block: "start" });
  }, [at]);

  const link = { code, title };
  const hrefOf = (question: AskedQuestion) => {
    if (at === undefined) return `#q-${question.id}`;
    const isHere = page.questions.some(({ id }) => id === question.id);
    return isHere ? addressTo(page.path, link, question.id) : addressOf(question, link);
  };

  function answer(question: AskedQuestion, value: Answer | undefined) {
    draft.answerWith(withAnswer(wording.questions, answers, question, value), at);
  }

  /** Goes there without a load where it is on this page. */
  function move(place: { path: string; at?: string } | undefined) {
    if (!place) return;
    isArriving.current = true;
    if (place.path === page.path && place.at !== undefined) draft.moveTo(place.at);
    else location.assign(addressTo(place.path, link, place.at));
  }

  /** Presses the control of that place: in the row in focus, or in the question one is at. */
  function press(digit: number) {
    const focused = document.activeElement;
    const inQuestion = focused?.closest<HTMLElement>("[data-question]")?.dataset.question ?? at;
    if (inQuestion === undefined) return;
    const controls = controlsOf(inQuestion);
    const row = focused?.closest(".need-row") ?? controls[0]?.closest(".need-row");
    const group = row ? [...row.querySelectorAll("input")] : controls;
    const control = group[digit - 1];
    control?.focus({ preventScroll: true });
    control?.click();
  }

  useKeys(keysOn, { onDigit: press, onNext: () => move(next), onBack: () => move(previous) });

  const isLast = page.questions.at(-1)?.id === at;
  const endsHere = page.id === "all" || (page.id === "quick" && isLast);
  return (
    <div className="questionnaire" data-page={page.id}>
      <SoFar {...{ wording, board }} />
      <Rail current={page.id} here={at} {...{ pages, answers, link }}>
        <p>Your answers are kept in the address of this page. They are not collected.</p>
        <KeyNotes
          isOn={keysOn}
          onSwitch={(isOn) => {
            setKeysOn(isOn);
            remember("keys", isOn ? undefined : "off");
          }}
        />
        <p>
          <a href={addressTo("/questions/all", link)}>All questions on one page</a>
          <br />
          <a href={addressTo(reviewPath, link)}>Review your answers</a>
          <br />
          <a href="/#examples">Start from an example</a>
          <br />
          <a href="/questions">Start again</a>
        </p>
      </Rail>
      <form className="questions" action="/answer" method="get" autoComplete="off" ref={main}>
        <input type="hidden" name="page" value={page.id} />
        <input type="hidden" name="a" value={code} />
        {at === undefined ? null : <input type="hidden" name="on" value={at} />}
        {title === undefined ? null : <input type="hidden" name="title" value={title} />}
        {/* Return in a field presses the first button of a form: this one, which only works the board out again. */}
        <button className="sr-only" type="submit" name="go" value="here" tabIndex={-1}>
          Update the board
        </button>
        <PageHead {...{ wording, page, answers }} />
        {notices.length > 0 ? <Notices notices={notices} /> : null}
        {offersDraft && code === "" ? <DraftOffer slots={slots} releases={release.count} /> : null}
        {shown.map((question) => {
          const given = answerOf(question, answers);
          const out = exclusions[question.id] ?? {};
          const place = page.questions.indexOf(question) + 1;
          return (
            <div key={question.id}>
              <SectionHead {...{ wording, page, question }} />
              <QuestionItem
                {...{ question, hrefOf }}
                answer={given}
                clause={
                  given === undefined
                    ? undefined
                    : clauseOf(wording, question, given, out, board.rules)
                }
                hard={hardLines(wording, question, out)}
                contradictions={contradictions.filter(({ at: where }) => where === question.id)}
                heading={page.id === "all" ? "h3" : "h2"}
                place={at === undefined ? undefined : `${place} of ${page.questions.length}`}
                onAnswer={(value) => answer(question, value)}
              >
                {draft.canUndo && question.id === at ? (
                  <button className="text-button" type="button" onClick={() => history.back()}>
                    Undo
                  </button>
                ) : null}
              </QuestionItem>
            </div>
          );
        })}
        <p className="questions-go">
          {endsHere ? (
            <Button type="submit" name="go" value="result" arrow>
              See the result
            </Button>
          ) : null}
          <Button
            type="submit"
            name="go"
            value="next"
            variant={endsHere ? "secondary" : "primary"}
            arrow={!endsHere}
            onClick={(event) => {
              event.preventDefault();
              move(next);
            }}
          >
            {endsHere && page.id === "quick" ? `More questions: ${next.label}` : nextWord(next)}
          </Button>
          {endsHere && code !== "" ? (
            <button className="text-button" type="submit" name="go" value="enough">
              That is all I need
            </button>
          ) : null}
          {endsHere || code === "" ? null : (
            <button className="text-button" type="submit" name="go" value="result">
              See the result
            </button>
          )}
          {previous ? (
            <button className="text-button" type="submit" name="go" value="previous">
              Back
            </button>
          ) : null}
          {shown.some(({ section }) => section === "estate") ? (
            <a href={addressTo("/import", link)}>Fill in from the cluster</a>
          ) : null}
        </p>
        <noscript>
          <p className="questions-go">
            <button
              className="button"
              data-variant="secondary"
              type="submit"
              name="go"
              value="here"
            >
              Update the board
            </button>
          </p>
        </noscript>
      </form>
      <aside className="board on-field" id="board" aria-label="What follows from your answers">
        <BoardView {...{ wording, board, hrefOf, link }} thresholds={table.thresholds} />
      </aside>
    </div>
  );
}

function nextWord({ path, label }: { path: string; label: string }): string {
  return path === reviewPath ? label : `Next: ${label}`;
}

function missingPage(id: string): never {
  throw new RangeError(`the questionnaire has no page "${id}"`);
}

function PageHead({
  wording,
  page,
  answers,
}: Pick<QuestionnaireProps, "wording"> & { page: QuestionPage; answers: Answers }) {
  const count = page.questions.length;
  const section = wording.sections.findIndex(({ id }) => id === page.id);
  return (
    <div className="questions-head">
      {page.id === "quick" ? (
        <>
          <h1>A first answer in {inWords(count)} questions</h1>
          <p>Leave open what you don’t know.</p>
        </>
      ) : (
        <>
          <h1>{page.label}</h1>
          <p>
            {section === -1 ? "" : `Section ${section + 1} of ${wording.sections.length}. `}
            {countAnswered(page.questions, answers)} of {count} answered.
          </p>
        </>
      )}
    </div>
  );
}

/** On the page of all questions, the name of a section before its first question. */
function SectionHead({
  wording,
  page,
  question,
}: Pick<QuestionnaireProps, "wording"> & { page: QuestionPage; question: AskedQuestion }) {
  const before = page.questions[page.questions.indexOf(question) - 1];
  if (page.id !== "all" || before?.section === question.section) return null;
  const section = wording.sections.find(({ id }) => id === question.section);
  return <h2 className="questions-section">{section?.label}</h2>;
}

function Notices({ notices }: { notices: readonly string[] }) {
  return (
    <div className="questions-notices" role="alert">
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </div>
  );
}
