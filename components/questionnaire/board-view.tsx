import { Bar, Meter, type Thresholds } from "@/components/ui/bar";
import { Icon } from "@/components/ui/icon";
import { OptionName } from "@/components/ui/mark";
import type { OptionLook } from "@/components/ui/option";
import { RankBars } from "@/components/ui/rank-bars";
import type { Board, BoardRank, Reason } from "@/lib/questionnaire/board";
import { firstsOf } from "@/lib/questionnaire/firsts";
import { variantName } from "@/lib/questionnaire/names";
import { openTexts, settledText } from "@/lib/questionnaire/open-text";
import {
  answersWord,
  evidenceOf,
  type VerdictText,
  verdictText,
} from "@/lib/questionnaire/verdict-text";
import type { AskedQuestion, Wording } from "@/lib/questionnaire/wording";
import { listed } from "@/lib/result/words";

interface BoardViewProps {
  wording: Wording;
  board: Board;
  /** The board before the last answer, where there was one. */
  before?: Board | undefined;
  thresholds: Thresholds;
  hrefOf: (question: AskedQuestion) => string;
  /** The address of the result; absent before the first answer. */
  result?: string | undefined;
}

const nameless: OptionLook = { id: "", name: "", mark: "square" };

export function lookOf(wording: Wording, option: string): OptionLook {
  return wording.options.find(({ id }) => id === option) ?? nameless;
}

function optionOf(wording: Wording, variant: string): OptionLook {
  const found = wording.variants.find(({ id }) => id === variant);
  return lookOf(wording, found?.option ?? "");
}

/** What follows from the answers so far. Rendered on the server as well, so it is right without JavaScript. */
export function BoardView(props: BoardViewProps) {
  const { wording, board, before, thresholds, result } = props;
  const evidence = evidenceOf(board);
  const firsts = firstsOf(board);
  const text = verdictText(wording, board, firsts, before && firstsOf(before));
  const { word, leaders } = board.verdict;
  const first = leaders[0];
  return (
    <div className="board-content">
      <section>
        <h2>
          {evidence === "none"
            ? "Nothing answered yet"
            : `So far, from ${answersWord(board.answered)}`}
        </h2>
        <p className="board-verdict">
          {text.heading}
          <Leaders leaders={text.leaders} wording={wording} />
        </p>
        <p className="board-sentence">
          {text.heading ? null : <b>{text.word} </b>}
          {text.sentence}
        </p>
        {evidence === "enough" && first !== undefined && word !== "impossible" ? (
          <Meter
            option={lookOf(wording, first)}
            value={firsts[first] ?? 0}
            zone={word}
            thresholds={thresholds}
          />
        ) : null}
        {result && evidence !== "none" ? (
          <p className="board-result">
            <a href={result}>See the result</a>
          </p>
        ) : null}
      </section>
      {evidence === "none" ? null : <Ranking {...{ wording, board, before }} />}
      <Possible {...{ wording, board }} />
      <RuledOut {...props} />
      {evidence === "enough" || word === "impossible" ? <OpenQuestion {...props} /> : null}
    </div>
  );
}

/** The options a verdict names, each with its mark, read as one list: “Linkerd, Istio or no mesh”. */
function Leaders({ leaders, wording }: { leaders: VerdictText["leaders"]; wording: Wording }) {
  return leaders.map(({ option, name }, index) => (
    <span key={option}>
      <OptionName option={lookOf(wording, option)}>
        {name}
        {joinerAfter(index, leaders.length)}
      </OptionName>{" "}
    </span>
  ));
}

/** What stands after an item of a list of alternatives. */
export function joinerAfter(index: number, count: number): string {
  if (index === count - 1) return "";
  return index === count - 2 ? " or" : ",";
}

function changeText(now: BoardRank, before: Board | undefined): string | undefined {
  const past = before?.ranking.find(({ option }) => option === now.option);
  if (!past) return undefined;
  if (past.ruledOut) return "possible again";
  const change = Math.round(now.score * 10) - Math.round(past.score * 10);
  if (change === 0) return undefined;
  return `${change > 0 ? "up" : "down"} ${(Math.abs(change) / 10).toFixed(1)}`;
}

function Ranking({ wording, board, before }: Pick<BoardViewProps, "wording" | "board" | "before">) {
  const possible = board.ranking.filter(({ ruledOut }) => !ruledOut);
  const isTied = possible.some(({ position }, index) => possible[index + 1]?.position === position);
  return (
    <section>
      <h2>Ranking, score of 100</h2>
      <RankBars
        ranks={board.ranking.map((rank) => ({
          option: lookOf(wording, rank.option),
          ...(rank.ruledOut
            ? { out: "ruled out" }
            : {
                score: rank.score,
                text: rank.score.toFixed(1),
                change: changeText(rank, before),
              }),
        }))}
      />
      {isTied ? <p className="board-note">Equal scores share a place.</p> : null}
    </section>
  );
}

function mustText(musts: number, partly: number): string {
  if (musts === 0) return "";
  if (partly === 0) return musts === 1 ? "the must-have" : `all ${musts} must-haves`;
  return `${partly} of ${musts} only in part`;
}

function Possible({ wording, board }: Pick<BoardViewProps, "wording" | "board">) {
  const total = board.possible.length + board.ruledOut.length;
  return (
    <section>
      <h2>
        {board.possible.length} of {total} variants still possible
      </h2>
      {board.possible.length > 0 ? (
        <ul className="board-list">
          {board.possible.map(({ variant, partly }) => (
            <li key={variant}>
              <OptionName option={optionOf(wording, variant)}>
                {variantName(wording, variant)}
              </OptionName>
              <span>{mustText(board.musts, partly)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function RuledOut({ wording, board, hrefOf }: BoardViewProps) {
  if (board.ruledOut.length === 0) return null;
  return (
    <section>
      <h2>{board.ruledOut.length} ruled out</h2>
      <ul className="board-list">
        {board.ruledOut.map(({ variant, reasons }) => (
          <li key={variant}>
            <span className="board-out">
              <Icon name="cross" />
              {variantName(wording, variant)}
            </span>
            <span>
              {reasons.slice(0, 1).map((reason) => (
                <ReasonLink key={reason.text} {...{ wording, reason, hrefOf }} />
              ))}
              {reasons.length > 1 ? `, ${reasons.length - 1} more` : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReasonLink({
  wording,
  reason,
  hrefOf,
}: Pick<BoardViewProps, "wording" | "hrefOf"> & { reason: Reason }) {
  const question = wording.questions.find(({ id }) => id === reason.question);
  if (!question) return reason.text;
  return (
    <>
      {reason.text}{" "}
      <a href={hrefOf(question)}>
        (<span className="sr-only">question </span>
        {question.number})
      </a>
    </>
  );
}

function OpenQuestion({ wording, board, hrefOf }: BoardViewProps) {
  if (board.verdict.word === "impossible") {
    return (
      <section className="board-open">
        <h2>What to do now</h2>
        <p>
          Soften the must-have or constraint that costs least. Each reason above leads to its
          question.
        </p>
      </section>
    );
  }
  const question = wording.questions.find(({ id }) => id === board.open?.question);
  if (!board.open || !question) {
    return (
      <section className="board-open">
        <h2>Still open</h2>
        <p>{settledText(board)}</p>
      </section>
    );
  }
  return (
    <section className="board-open">
      <h2>The question that matters most now</h2>
      <h3>
        {question.number}. {question.label}
      </h3>
      {openTexts(wording, board.open).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        <a href={hrefOf(question)}>Answer {question.number} now</a>
      </p>
    </section>
  );
}

/** One line for phones, above everything else. */
export function SoFar({ wording, board }: Pick<BoardViewProps, "wording" | "board">) {
  const firsts = firstsOf(board);
  const text = verdictText(wording, board, firsts);
  const first = board.verdict.leaders[0];
  return (
    <p className="so-far">
      <span>
        So far:{" "}
        <b>
          {text.heading?.toLowerCase() ??
            listed(
              text.leaders.map(({ name }) => name),
              "or",
            )}
        </b>
        {text.heading ? null : `, ${text.word.toLowerCase().replace(".", "")}`}
      </span>
      <a href="#board">See why</a>
      {text.heading || first === undefined ? null : (
        <Bar size="thin" parts={[{ option: first, value: firsts[first] ?? 0 }]} />
      )}
    </p>
  );
}
