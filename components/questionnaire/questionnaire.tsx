"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { withAnswer } from "@/components/questionnaire/answering";
import { BoardView, SoFar } from "@/components/questionnaire/board-view";
import { recall, remember } from "@/components/questionnaire/browser-memory";
import { DraftOffer } from "@/components/questionnaire/draft-offer";
import { KeyNotes } from "@/components/questionnaire/key-notes";
import { QuestionItem } from "@/components/questionnaire/question-item";
import { Rail } from "@/components/questionnaire/rail";
import { useBoard } from "@/components/questionnaire/use-board";
import { useKeys } from "@/components/questionnaire/use-keys";
import { Button } from "@/components/ui/button";
import { encodeAnswers } from "@/lib/answers/code";
import type { Slot } from "@/lib/answers/slots";
import type { Answer, Answers, ScoringTable } from "@/lib/engine/types";
import type { Computed } from "@/lib/questionnaire/compute";
import { findContradictions } from "@/lib/questionnaire/contradictions";
import { rulesFiredBy } from "@/lib/questionnaire/effects";
import { addressOf, findPage, listPages, neighboursOf } from "@/lib/questionnaire/pages";
import { firstUnanswered } from "@/lib/questionnaire/progress";
import type { AskedQuestion, Wording } from "@/lib/questionnaire/wording";

export interface QuestionnaireProps {
  wording: Wording;
  table: ScoringTable;
  slots: readonly Slot[];
  /** Which release of the data new codes name, and how many there are. */
  release: { readonly index: number; readonly count: number };
  /** The id of the page. */
  page: string;
  /** The answers the page was asked for with, and what follows from them. */
  initial: { readonly answers: Answers } & Computed;
  /** What could not be used of the address or the form. */
  notices: readonly string[];
  /** Offer the answers of an earlier visit. */
  offersDraft: boolean;
}

function controlsOf(question: string): HTMLInputElement[] {
  const section = document.querySelector(`[data-question="${question}"]`);
  return [...(section?.querySelectorAll("input") ?? [])];
}

/**
 * A page of the questionnaire: the questions as a plain form, and the board of what follows from them. Rendered on the
 * server it works by submitting; in the browser the board follows every answer.
 */
export function Questionnaire(props: QuestionnaireProps) {
  const { wording, table, slots, release, page: pageId, initial, notices, offersDraft } = props;
  const [page] = useState(() => findPage(wording, pageId) ?? missingPage(pageId));
  const [answers, setAnswers] = useState(initial.answers);
  const [here, setHere] = useState(() => firstUnanswered(page.questions, initial.answers)?.id);
  const [folds, setFolds] = useState<Readonly<Record<string, boolean>>>(() =>
    Object.fromEntries(
      page.questions.map(({ id }) => [id, pageId !== "all" && initial.answers[id] !== undefined]),
    ),
  );
  const [keysOn, setKeysOn] = useState(true);
  const { board, before, consequences } = useBoard(
    table,
    wording,
    page.questions,
    initial,
    answers,
  );

  const hasAnswers = Object.keys(answers).length > 0;
  const code = hasAnswers ? encodeAnswers(slots, answers, release.index) : "";
  const query = code === "" ? "" : `?a=${code}`;
  const { previous, next } = neighboursOf(wording, page.id);
  const contradictions = findContradictions(wording, answers);

  const wasChanged = useRef(false);
  useEffect(() => {
    if (!wasChanged.current) return;
    window.history.replaceState(null, "", `${location.pathname}${query}${location.hash}`);
    remember("draft", code === "" ? undefined : code);
  }, [code, query]);

  // Who comes to a question by key, link or address is led to its heading and its first control.
  const arriving = useRef<string>(undefined);
  const [arrivals, setArrivals] = useState(0);
  useEffect(() => {
    setKeysOn(recall("keys") !== "off");
    const follow = () => {
      const id = location.hash.replace(/^#q-/, "");
      if (location.hash === `#q-${id}` && page.questions.some((question) => question.id === id)) {
        arriving.current = id;
        setArrivals((count) => count + 1);
        setHere(id);
        setFolds((old) => ({ ...old, [id]: false }));
      }
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [page]);

  // A question grows when one gets to it and the one before shrinks: what is under the pointer stays there.
  const anchor = useRef<{ readonly element: Element; readonly top: number }>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs when the question in focus changes.
  useLayoutEffect(() => {
    const held = anchor.current;
    anchor.current = undefined;
    if (held) window.scrollBy(0, held.element.getBoundingClientRect().top - held.top);
  }, [here]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs when one arrives somewhere.
  useLayoutEffect(() => {
    const id = arriving.current;
    arriving.current = undefined;
    if (id === undefined) return;
    const controls = controlsOf(id);
    const control = controls.find(({ checked }) => checked) ?? controls[0];
    control?.focus({ preventScroll: true });
    document.querySelector(`[data-question="${id}"]`)?.scrollIntoView({ block: "start" });
  }, [here, arrivals]);

  function answer(question: AskedQuestion, value: Answer | undefined) {
    wasChanged.current = true;
    setAnswers((old) => withAnswer(old, question.id, value));
    if (question.id === here) return;
    const element = document.querySelector(`[data-question="${question.id}"] input`);
    if (element) anchor.current = { element, top: element.getBoundingClientRect().top };
    setHere(question.id);
    setFolds((old) => ({ ...old, [question.id]: false }));
  }

  function move(question: AskedQuestion) {
    arriving.current = question.id;
    setFolds((old) => ({
      ...old,
      ...(here !== undefined && answers[here] !== undefined && pageId !== "all"
        ? { [here]: true }
        : {}),
      [question.id]: false,
    }));
    setHere(question.id);
  }

  function step(by: 1 | -1) {
    const at = page.questions.findIndex(({ id }) => id === here);
    const target = at === -1 ? page.questions[0] : page.questions[at + by];
    if (target) move(target);
    else if (by === 1) location.assign(`${next.path}${query}`);
    else if (previous) location.assign(`${previous.path}${query}`);
  }

  /** Presses the control of that place: in the row in focus, or in the question one is at. */
  function press(digit: number) {
    const focused = document.activeElement;
    const inQuestion = focused?.closest<HTMLElement>("[data-question]")?.dataset.question ?? here;
    if (inQuestion === undefined) return;
    const controls = controlsOf(inQuestion);
    const row = focused?.closest(".need-row") ?? controls[0]?.closest(".need-row");
    const group = row ? [...row.querySelectorAll("input")] : controls;
    const control = group[digit - 1];
    control?.focus({ preventScroll: true });
    control?.click();
  }

  useKeys(keysOn, { onDigit: press, onNext: () => step(1), onBack: () => step(-1) });

  const hrefOf = (question: AskedQuestion) =>
    page.questions.some(({ id }) => id === question.id)
      ? `#q-${question.id}`
      : addressOf(question, code);

  return (
    <div className="questionnaire" data-page={page.id}>
      <SoFar {...{ wording, board }} />
      <Rail
        pages={listPages(wording)}
        current={page.id}
        questions={wording.questions}
        {...{ answers, here, query }}
      >
        <p>Your answers are kept in the address of this page. They are not collected.</p>
        <KeyNotes
          isOn={keysOn}
          onSwitch={(isOn) => {
            setKeysOn(isOn);
            remember("keys", isOn ? undefined : "off");
          }}
        />
        <p>
          <a href={`/questions/all${query}`}>All questions on one page</a>
          <br />
          <a href={`/questions/review${query}`}>Review your answers</a>
          <br />
          <a href="/">Start from an example</a>
          <br />
          <a href="/questions">Start again</a>
        </p>
      </Rail>
      <form className="questions" action="/answer" method="get" autoComplete="off">
        <input type="hidden" name="page" value={page.id} />
        <input type="hidden" name="a" value={code} />
        {/* Return in a field presses the first button of a form: this one, which only works the board out again. */}
        <button className="sr-only" type="submit" name="go" value="here" tabIndex={-1}>
          Work out the board again
        </button>
        <PageHead {...{ wording, page }} />
        {notices.length > 0 ? <Notices notices={notices} /> : null}
        {offersDraft && !hasAnswers ? (
          <DraftOffer slots={slots} releases={release.count} total={wording.questions.length} />
        ) : null}
        {page.questions.map((question, index) => (
          <div key={question.id}>
            <SectionHead {...{ wording, page, question, index }} />
            <QuestionItem
              question={question}
              answer={answers[question.id]}
              consequences={consequences[question.id] ?? {}}
              says={
                answers[question.id] === undefined
                  ? []
                  : rulesFiredBy(wording.rules, board.rules, question.id).map(
                      (rule) => wording.rules[rule]?.says ?? "",
                    )
              }
              contradictions={contradictions.filter(({ at }) => at === question.id)}
              wording={wording}
              importance={table.importance}
              heading={page.id === "all" ? "h3" : "h2"}
              isHere={question.id === here}
              isOpen={!folds[question.id]}
              next={page.questions[index + 1]}
              hrefOf={hrefOf}
              onAnswer={(value) => answer(question, value)}
              onClear={() => answer(question, undefined)}
              onToggle={(isOpen) =>
                setFolds((old) =>
                  old[question.id] === !isOpen ? old : { ...old, [question.id]: !isOpen },
                )
              }
              onMove={move}
            />
          </div>
        ))}
        <p className="questions-go">
          <Button type="submit" name="go" value="next" arrow>
            {page.id === "quick" ? `Refine: ${next.label}` : `Next: ${next.label}`}
          </Button>
          <Button type="submit" name="go" value="result" variant="secondary">
            See the result
          </Button>
          {previous ? (
            <button className="question-clear" type="submit" name="go" value="previous">
              Back: {previous.label}
            </button>
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
              Work out the board again
            </button>
          </p>
        </noscript>
      </form>
      <aside className="board on-field" id="board" aria-label="What follows from your answers">
        <BoardView
          {...{ wording, board, before, hrefOf }}
          thresholds={table.thresholds}
          result={code === "" ? undefined : `/r/${code}`}
        />
      </aside>
    </div>
  );
}

function missingPage(id: string): never {
  throw new RangeError(`the questionnaire has no page "${id}"`);
}

function PageHead({ wording, page }: Pick<QuestionnaireProps, "wording"> & { page: Page }) {
  const section = wording.sections.findIndex(({ id }) => id === page.id);
  return (
    <div className="questions-head">
      {page.id === "quick" ? (
        <>
          <h1>{page.questions.length} questions for a first verdict</h1>
          <p>
            The {page.questions.length} of {wording.questions.length} that decide most, under their
            numbers in the full list. Skip what you like.
          </p>
        </>
      ) : (
        <>
          <h1>{page.label}</h1>
          <p>
            {section === -1
              ? `${page.questions.length} questions in ${wording.sections.length} sections`
              : `Section ${section + 1} of ${wording.sections.length}, ${page.questions.length} ${page.questions.length === 1 ? "question" : "questions"}`}
          </p>
        </>
      )}
    </div>
  );
}

type Page = NonNullable<ReturnType<typeof findPage>>;

/** On the page of all questions, the name of a section before its first question. */
function SectionHead({
  wording,
  page,
  question,
  index,
}: Pick<QuestionnaireProps, "wording"> & { page: Page; question: AskedQuestion; index: number }) {
  if (page.id !== "all" || page.questions[index - 1]?.section === question.section) return null;
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
