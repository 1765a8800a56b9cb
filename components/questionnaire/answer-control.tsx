import type { ReactNode } from "react";
import { ChoiceList, FlagList } from "@/components/ui/choice-list";
import { ImportanceScale } from "@/components/ui/importance-scale";
import { NeedRows } from "@/components/ui/need-rows";
import { isImportance, isRows } from "@/lib/engine/condition";
import type { Answer } from "@/lib/engine/types";
import { closeRows, withFlag, withRow } from "@/lib/questionnaire/answering";
import type { AskedQuestion } from "@/lib/questionnaire/wording";

interface AnswerControlProps {
  question: AskedQuestion;
  answer: Answer | undefined;
  /** What the answer has done. */
  clause: ReactNode;
  isLarge: boolean;
  onAnswer: (answer: Answer | undefined) => void;
}

/** The controls a question is answered with: plain parts of a form. What the answer did stands with it. */
export function AnswerControl(props: AnswerControlProps) {
  const { question, answer, clause, isLarge, onAnswer } = props;
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
            ...question.parts.map(({ id, label, help, group }) => ({
              value: id,
              label,
              help,
              group,
              effect: answer === id ? clause : null,
            })),
            { value: "unsure", label: "Not sure", apart: true },
          ]}
          onChange={onAnswer}
        />
      );
    case "importance":
      return (
        <>
          <ImportanceScale
            {...naming}
            name={question.id}
            value={isImportance(answer) || answer === "unsure" ? answer : undefined}
            size={isLarge ? "large" : "normal"}
            onChange={onAnswer}
          />
          {clause}
        </>
      );
    case "flags":
      return (
        <>
          <FlagList
            {...naming}
            name={question.id}
            flags={[
              ...question.parts.map(({ id, label, help }) => ({
                value: id,
                label,
                help,
                checked: Array.isArray(answer) && answer.includes(id),
              })),
              {
                value: "none",
                label: "None of these",
                apart: true,
                checked: Array.isArray(answer) && answer.length === 0,
              },
            ]}
            onChange={(flag, isSet) => {
              if (flag === "none") onAnswer(isSet ? [] : undefined);
              else onAnswer(withFlag(question, answer, flag, isSet));
            }}
          />
          {clause}
        </>
      );
    case "needs": {
      const isClosed = isRows(answer) && question.parts.every(({ id }) => isImportance(answer[id]));
      return (
        <>
          <NeedRows
            rows={question.parts.map(({ id, label, help }) => ({
              id: `${question.id}.${id}`,
              name: `${question.id}.${id}`,
              label,
              help,
              value: isRows(answer)
                ? (answer[id] ?? "unsure")
                : answer === "unsure"
                  ? "unsure"
                  : undefined,
            }))}
            onChange={(row, level) =>
              onAnswer(withRow(answer, row.slice(question.id.length + 1), level))
            }
          />
          {clause}
          {isClosed ? null : (
            <p>
              <button
                className="text-button"
                type="submit"
                name="rest"
                value={question.id}
                onClick={(event) => {
                  event.preventDefault();
                  onAnswer(closeRows(question, answer));
                }}
              >
                {isRows(answer) ? "The others are not needed" : "None of these is needed"}
              </button>
            </p>
          )}
        </>
      );
    }
  }
}
