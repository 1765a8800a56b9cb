import type { ReactNode } from "react";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export interface AlertAnswer {
  /** The answer in words: “Retries today: in each service’s own code”. */
  readonly text: string;
  /** Where it can be changed. */
  readonly href: string;
}

interface AlertProps {
  title: ReactNode;
  /** The answers that do not go together, all of them named. */
  answers: readonly AlertAnswer[];
  children: ReactNode;
  /** Buttons and links: keep both, read the source. */
  actions?: ReactNode;
  /** Announce it when it appears. Only where it can appear without a page load. */
  live?: boolean;
}

/** Answers that contradict or multiply each other. Names each, offers to change each, forbids nothing. */
export function Alert({ title, answers, children, actions, live = false }: AlertProps) {
  return (
    <div className="alert" role={live ? "status" : undefined}>
      <h3>
        <span className="alert-sign" aria-hidden="true">
          !
        </span>
        <span>{title}</span>
      </h3>
      <ul className="alert-answers">
        {answers.map((answer) => (
          <li key={answer.href}>
            <span>{answer.text}</span>
            <a href={answer.href}>
              Change<VisuallyHidden>: {answer.text}</VisuallyHidden>
            </a>
          </li>
        ))}
      </ul>
      <div className="alert-text">{children}</div>
      {actions ? <div className="alert-actions">{actions}</div> : null}
    </div>
  );
}
