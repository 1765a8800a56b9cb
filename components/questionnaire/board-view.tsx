import { Bar, type Thresholds } from "@/components/ui/bar";
import { OptionName } from "@/components/ui/mark";
import type { OptionLook } from "@/components/ui/option";
import type { Board } from "@/lib/questionnaire/board";
import { variantName } from "@/lib/questionnaire/names";
import type { Draft } from "@/lib/questionnaire/pages";
import {
  answersWord,
  groupRuledOut,
  type VerdictText,
  verdictText,
} from "@/lib/questionnaire/verdict-text";
import type { AskedQuestion, Wording } from "@/lib/questionnaire/wording";
import { wordedHref } from "@/lib/result/links";
import { smallLabel } from "@/lib/result/names";
import { listed } from "@/lib/text/words";

interface BoardViewProps {
  wording: Wording;
  board: Board;
  thresholds: Thresholds;
  hrefOf: (question: AskedQuestion) => string;
  link: Draft;
}

const nameless: OptionLook = { id: "", name: "", mark: "square" };

export function lookOf(wording: Wording, option: string): OptionLook {
  return wording.options.find(({ id }) => id === option) ?? nameless;
}

function lookLabel(wording: Wording, option: string): { readonly label: string } {
  return { label: lookOf(wording, option).name };
}

/** What follows from the answers so far. Rendered on the server as well, so it is right without JavaScript. */
export function BoardView({ wording, board, thresholds, hrefOf, link }: BoardViewProps) {
  const text = verdictText(wording, board);
  const tells = wording.questions.find(({ id }) => id === board.tellsMost?.question);
  const row = tells?.parts.find(({ id }) => id === board.tellsMost?.row);
  return (
    <div className="board-content">
      <section>
        <h2>
          {board.answered === 0
            ? "Nothing answered yet"
            : `So far, from ${answersWord(board.answered)}`}
        </h2>
        <div role="status">
          <p className="board-verdict">
            {text.heading}
            <Leaders leaders={text.leaders} wording={wording} />
          </p>
          {board.answered > 0 && board.firsts.length > 0 ? (
            <Bar
              size="thick"
              thresholds={thresholds}
              parts={board.firsts.map(({ option, of100 }) => ({ option, value: of100 }))}
            />
          ) : null}
          <p className="board-sentence">
            {text.heading ? null : <b>{text.word} </b>}
            {text.sentence}
          </p>
        </div>
        {link.code !== "" ? (
          <p className="board-result">
            <a href={wordedHref(link.code, link.title === undefined ? {} : { title: link.title })}>
              See the result
            </a>
          </p>
        ) : null}
      </section>
      {tells && board.answered > 0 ? (
        <section>
          <h2>Most telling next</h2>
          <p className="board-sentence">
            <a href={hrefOf(tells)}>{row ? `${tells.short}: ${row.label}` : tells.label}</a>
          </p>
        </section>
      ) : null}
      <Possible {...{ wording, board }} />
      <RuledOut {...{ wording, board, hrefOf }} />
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

/** Option by option, with the variants that are left of it. */
function Possible({ wording, board }: Pick<BoardViewProps, "wording" | "board">) {
  if (board.possible.length === 0) return null;
  return (
    <section>
      <h2>Still possible</h2>
      <ul className="board-list">
        {wording.options.map((option) => {
          const variants = wording.variants.filter((each) => each.option === option.id);
          const left = variants.filter(({ id }) => board.possible.includes(id));
          if (left.length === 0) return null;
          return (
            <li key={option.id}>
              <OptionName option={option}>
                {left.length === variants.length
                  ? option.name
                  : listed(left.map(({ id }) => variantName(wording, id)))}
              </OptionName>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function RuledOut({ wording, board, hrefOf }: Omit<BoardViewProps, "thresholds" | "link">) {
  return groupRuledOut(wording, board).map(({ by, question, names }) => (
    <section key={by}>
      <h2>Ruled out by {by}</h2>
      <p className="board-sentence">
        {names}.{" "}
        {question ? (
          <a href={hrefOf(question)}>
            Change<span className="sr-only">: {question.short}</span>
          </a>
        ) : null}
      </p>
    </section>
  ));
}

/** One line for phones, above everything else. */
export function SoFar({ wording, board }: Pick<BoardViewProps, "wording" | "board">) {
  const { heading, leaders, word } = verdictText(wording, board);
  const firsts = board.firsts
    .slice(0, 2)
    .map(({ option, of100 }) => `${smallLabel(lookLabel(wording, option))} ${of100}`);
  return (
    <p className="so-far">
      <span>
        So far:{" "}
        <b>
          {heading?.toLowerCase() ??
            listed(
              leaders.map(({ name }) => name),
              "or",
            )}
        </b>
        {heading ? null : `, ${word.toLowerCase().replace(".", "")}`}
        {heading && board.answered > 0 && firsts.length > 0 ? `; ${listed(firsts)} of 100` : null}
      </span>
      <a href="#board">See why</a>
    </p>
  );
}
