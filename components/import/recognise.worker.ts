import type { Recognition } from "@/lib/data/recognition-types";
import { recognise } from "@/lib/recognise/recognise";
import type { Reply, Request } from "./protocol";

// The compiler knows the window alone; a worker’s own scope has these two.
const scope = globalThis as unknown as {
  onmessage: ((event: { data: Request }) => void) | null;
  postMessage(reply: Reply): void;
};

/** How long it works before it listens for the next message. */
const slice = 25;

let recognition: Recognition | undefined;
let current = 0;

scope.onmessage = ({ data }) => {
  if (data.kind === "rules") recognition = data.recognition;
  else if (data.kind === "stop") current = -data.id;
  else {
    current = data.id;
    read(data).catch(() => scope.postMessage({ kind: "failure", id: data.id }));
  }
};

/** Works in slices, so that a message that ends the work is heard. */
async function read({ id, today, pastes }: Extract<Request, { kind: "read" }>): Promise<void> {
  const texts = await Promise.all(
    pastes.map(async ({ cluster, source }) => ({
      cluster,
      text: typeof source === "string" ? source : await source.text(),
    })),
  );
  if (!recognition) return;
  const steps = recognise(recognition, texts, today);
  for (;;) {
    const until = performance.now() + slice;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (current !== id) return;
    if (step.done) {
      scope.postMessage({ kind: "result", id, result: step.value });
      return;
    }
    scope.postMessage({ kind: "progress", id, done: step.value });
    await new Promise((resolve) => setTimeout(resolve));
  }
}
