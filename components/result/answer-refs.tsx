import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { AnswerRef } from "@/lib/result/answers";

/** The answers something follows from, each with the way to change it. */
export function AnswerRefs({ answers }: { answers: readonly AnswerRef[] }) {
  return (
    <ul className="answer-refs">
      {answers.map((answer) => (
        <li key={`${answer.question} ${answer.text}`}>
          <a href={answer.href}>
            <VisuallyHidden>Change answer </VisuallyHidden>
            {answer.number}
          </a>
          <span>
            <b>{answer.short}:</b> {answer.text}
          </span>
        </li>
      ))}
    </ul>
  );
}
