import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { AnswerRef } from "@/lib/result/answers";

/**
 * The answers that ask for something, on one line, each with the way to change it; nothing where nobody asked. One answer
 * is quoted, several are only named: they can be many.
 */
export function Because({ answers }: { answers: readonly AnswerRef[] }) {
  if (answers.length === 0) return null;
  return (
    <p className="plan-because">
      You said:{" "}
      {answers.map((answer, index) => (
        <span key={answer.question}>
          {index > 0 ? ", " : null}
          <a href={answer.href}>
            {answer.short}
            <VisuallyHidden>, change this answer</VisuallyHidden>
          </a>
          {answers.length === 1 ? ` (${answer.text})` : null}
        </span>
      ))}
    </p>
  );
}
