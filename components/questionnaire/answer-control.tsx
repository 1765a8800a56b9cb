import { sweepingOf, withFlag, withRow } from "@/components/questionnaire/answering";
import { ChoiceList, FlagList } from "@/components/ui/choice-list";
import { ImportanceScale, type ImportanceStop } from "@/components/ui/importance-scale";
import { NeedRows } from "@/components/ui/need-rows";
import { isImportance, isRows } from "@/lib/engine/condition";
import type { Answer, ScoringTable } from "@/lib/engine/types";
import { effectTexts, rowTexts, weightText } from "@/lib/questionnaire/effect-text";
import type { Consequence, Consequences } from "@/lib/questionnaire/effects";
import type { AskedQuestion, Wording } from "@/lib/questionnaire/wording";

interface AnswerControlProps {
  question: AskedQuestion;
  answer: Answer | undefined;
  consequences: Consequences;
  wording: Wording;
  importance: ScoringTable["importance"];
  isHere: boolean;
  onAnswer: (answer: Answer) => void;
}

const importanceStops: readonly ImportanceStop[] = ["no", "nice", "important", "must", "unsure"];

function choiceEffect(wording: Wording, consequence: Consequence | undefined): string {
  if (!consequence) return "";
  return effectTexts(wording, consequence).join("; ") || "changes nothing by itself";
}

/** The controls a question is answered with: plain parts of a form, each stop with what it does. */
export function AnswerControl(props: AnswerControlProps) {
  const { question, answer, consequences, wording, importance, isHere, onAnswer } = props;
  const naming = {
    labelledBy: `q-${question.id}-label`,
    describedBy: `q-${question.id}-help`,
  };
  switch (question.kind) {
    case "choice":
      return (
        <ChoiceList
          {...naming}
          name={question.id}
          value={typeof answer === "string" ? answer : undefined}
          choices={[
            ...question.parts.map(({ id, label, help }) => ({
              value: id,
              label,
              help,
              effect: choiceEffect(wording, consequences[""]?.[id]),
            })),
            { value: "unsure", label: "Not sure", apart: true, effect: "left open" },
          ]}
          onChange={onAnswer}
        />
      );
    case "importance": {
      const stops = consequences[""] ?? {};
      return (
        <>
          <ImportanceScale
            {...naming}
            name={question.id}
            value={isImportance(answer) || answer === "unsure" ? answer : undefined}
            size={isHere ? "large" : "normal"}
            effects={Object.fromEntries(
              importanceStops.flatMap((stop) => {
                const consequence = stops[stop];
                return consequence ? [[stop, weightText(stop, consequence)]] : [];
              }),
            )}
            onChange={onAnswer}
          />
          <EffectLines lines={rowTexts(wording, stops)} />
        </>
      );
    }
    case "flags":
      return (
        <>
          <FlagList
            {...naming}
            name={question.id}
            flags={question.parts.map(({ id, label, help }) => ({
              value: id,
              label,
              help,
              effect: choiceEffect(wording, consequences[id]?.yes),
              checked: Array.isArray(answer) && answer.includes(id),
            }))}
            onChange={(flag, isSet) =>
              onAnswer(
                withFlag(
                  answer,
                  question.parts.map(({ id }) => id),
                  flag,
                  isSet,
                ),
              )
            }
          />
          <Sweeping {...props} empty={[]} />
        </>
      );
    case "needs":
      return (
        <>
          <p className="question-scale-note">
            Nice to have counts {importance.nice[1]}, important {importance.important[1]}, must have{" "}
            {importance.must[1]}; a must-have also rules out what lacks it.
          </p>
          <NeedRows
            rows={question.parts.map(({ id, label, help }) => ({
              id: `${question.id}.${id}`,
              name: `${question.id}.${id}`,
              label,
              help: <RowHelp help={help} lines={rowTexts(wording, consequences[id] ?? {})} />,
              value: isRows(answer) && answer[id] !== "unsure" ? answer[id] : undefined,
            }))}
            onChange={(row, stop) =>
              onAnswer(withRow(answer, row.slice(question.id.length + 1), stop))
            }
          />
          <Sweeping {...props} empty={{}} />
        </>
      );
  }
}

type Lines = ReturnType<typeof rowTexts>;

function RowHelp({ help, lines }: { help: string | undefined; lines: Lines }) {
  return (
    <>
      {help}
      <EffectLines lines={lines} />
    </>
  );
}

function EffectLines({ lines }: { lines: Lines }) {
  return lines.map((line) => (
    <span className="question-row-effect" key={line.stops}>
      <b>{line.stops}:</b> {line.text}
    </span>
  ));
}

/** Answers that settle all rows or flags at once. */
function Sweeping({ question, answer, empty, onAnswer }: AnswerControlProps & { empty: Answer }) {
  return (
    <div className="question-sweeping">
      <ChoiceList
        labelledBy={`q-${question.id}-label`}
        name={question.id}
        value={sweepingOf(answer)}
        choices={[
          { value: "none", label: "None of these" },
          { value: "unsure", label: "Not sure" },
        ]}
        onChange={(value) => onAnswer(value === "unsure" ? "unsure" : empty)}
      />
    </div>
  );
}
