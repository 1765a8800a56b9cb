import { Piscina } from "piscina";

/** A request as a rendering thread gets it. */
export interface Question {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** There is more to do than may wait. */
export class Busy extends Error {}

/** Nobody waits for the answer any more. */
export class Abandoned extends Error {}

/** Renders one question, or rejects. */
type Render = (question: Question) => Promise<Answer>;

interface Job {
  readonly question: Question;
  readonly settle: (answer: Promise<Answer>) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Who renders next. As many at once as there are threads; of those that wait, short work first. What waits is bounded, and
 * left when nobody waits for it any more; what has begun is finished, since the next reader may ask for it.
 */
export class Queue {
  readonly #render: Render;
  readonly #threads: number;
  readonly #most: number;
  readonly #patience: number;
  #running = 0;
  readonly #short: Job[] = [];
  readonly #long: Job[] = [];

  /** `most` may wait, each for `patience` milliseconds. */
  constructor(render: Render, threads: number, most: number, patience: number) {
    this.#render = render;
    this.#threads = threads;
    this.#most = most;
    this.#patience = patience;
  }

  /** Rejects with Busy if there is no room or no time left to wait, with Abandoned if the signal comes while it waits. */
  ask(question: Question, isLong: boolean, signal?: AbortSignal): Promise<Answer> {
    const line = isLong ? this.#long : this.#short;
    if (line.length >= this.#most) return Promise.reject(new Busy());
    return new Promise((settle) => {
      const leave = (why: Error) => {
        const place = line.indexOf(job);
        if (place < 0) return;
        line.splice(place, 1);
        settle(Promise.reject(why));
      };
      const timer = setTimeout(() => leave(new Busy()), this.#patience);
      const job: Job = { question, settle, timer };
      line.push(job);
      signal?.addEventListener("abort", () => leave(new Abandoned()));
      this.#next();
    });
  }

  #next(): void {
    while (this.#running < this.#threads) {
      const job = this.#short.shift() ?? this.#long.shift();
      if (!job) return;
      clearTimeout(job.timer);
      this.#running += 1;
      const answer = this.#render(job.question);
      job.settle(answer);
      const free = () => {
        this.#running -= 1;
        this.#next();
      };
      answer.then(free, free);
    }
  }
}

/**
 * The longest that rendering one answer may take, in seconds. Nothing takes a thousandth of it, but a thread loads the
 * application first, and where much else runs, one that is ended too early is followed by one that is too.
 */
const mostSeconds = 300;

/**
 * Threads that render, each with a Next of its own and so many megabytes of heap: a heap without a limit grows long before it
 * is tidied. One that takes too long, or needs more, is ended and replaced.
 */
export function startRenderers(file: string, threads: number, heap: number) {
  const pool = new Piscina<Question, Answer>({
    filename: file,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    // Else a thread would stand still between two renderings, and what Next puts off until later would wait, with all it holds.
    atomics: "disabled",
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 32 },
  });
  return {
    render: async (question: Question) => {
      const signal = AbortSignal.timeout(mostSeconds * 1000);
      try {
        return await pool.run(question, { signal });
      } catch (error) {
        throw signal.aborted ? new Error(`It took longer than ${mostSeconds} seconds.`) : error;
      }
    },
    close: () => pool.destroy(),
  };
}
