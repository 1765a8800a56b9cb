import type { Answers, ScoringTable } from "@/lib/engine/types";
import { type Computed, compute } from "@/lib/questionnaire/compute";
import type { Wording } from "@/lib/questionnaire/wording";

/** What the page sends: once what never changes, then the answers each time they do. */
export type Request =
  | { readonly kind: "data"; readonly table: ScoringTable; readonly wording: Wording }
  | {
      readonly kind: "answers";
      readonly id: number;
      readonly answers: Answers;
      /** The question shown; absent where all are. */
      readonly at: string | undefined;
    };

export interface Reply {
  readonly id: number;
  readonly computed: Computed;
}

// The compiler knows the window alone; a worker’s own scope has these two.
const scope = globalThis as unknown as {
  onmessage: ((event: { data: Request }) => void) | null;
  postMessage(reply: Reply): void;
};

let data: Extract<Request, { kind: "data" }> | undefined;
let waiting: Extract<Request, { kind: "answers" }> | undefined;

scope.onmessage = ({ data: request }) => {
  if (request.kind === "data") data = request;
  else {
    // Of answers that follow each other fast only the last are judged.
    if (!waiting) setTimeout(work);
    waiting = request;
  }
};

function work(): void {
  const request = waiting;
  waiting = undefined;
  if (!data || !request) return;
  const { table, wording } = data;
  const { id, answers, at } = request;
  const questions = wording.questions.filter((question) => at === undefined || question.id === at);
  scope.postMessage({ id, computed: compute(table, wording, questions, answers) });
}
