import { expect, test } from "vitest";
import { Abandoned, type Answer, Busy, type Question, Queue } from "./renderers";

const answer: Answer = { status: 200, headers: {}, body: new Uint8Array() };
const ask = (url: string): Question => ({ method: "GET", url, headers: {} });

/** Renders when told to, in the order in which it was asked. */
function createDesk() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const render = ({ url }: Question) => {
    begun.push(url);
    return new Promise<Answer>((resolve) => {
      ends.push(() => resolve(answer));
    });
  };
  const finishNext = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, render, finishNext };
}

test("no more run at once than there are threads, and short work goes first", async () => {
  const { begun, render, finishNext } = createDesk();
  const queue = new Queue(render, 1, 10, 60_000);
  for (const url of ["/r/1", "/r/2", "/r/3"]) queue.ask(ask(url), true);
  queue.ask(ask("/questions"), false);
  expect(begun).toEqual(["/r/1"]);
  await finishNext();
  expect(begun).toEqual(["/r/1", "/questions"]);
  await finishNext();
  await finishNext();
  expect(begun).toEqual(["/r/1", "/questions", "/r/2", "/r/3"]);
});

test("what finds no room to wait is refused, and room comes back", async () => {
  const { render, finishNext } = createDesk();
  const queue = new Queue(render, 1, 2, 60_000);
  const asked = ["/r/1", "/r/2", "/r/3"].map((url) => queue.ask(ask(url), true));
  await expect(queue.ask(ask("/r/4"), true)).rejects.toBeInstanceOf(Busy);
  // Short work has a line of its own.
  queue.ask(ask("/questions"), false);
  await finishNext();
  await finishNext();
  await finishNext();
  await expect(asked[0]).resolves.toBe(answer);
  await expect(asked[1]).resolves.toBe(answer);
  const waiting = [queue.ask(ask("/r/5"), true), queue.ask(ask("/r/6"), true)];
  for (let time = 0; time < 3; time++) await finishNext();
  for (const each of waiting) await expect(each).resolves.toBe(answer);
});

test("what nobody waits for is left before it begins, and makes room at once", async () => {
  const { begun, render, finishNext } = createDesk();
  const queue = new Queue(render, 1, 1, 60_000);
  const first = new AbortController();
  const second = new AbortController();
  const begunAlready = queue.ask(ask("/r/1"), true, first.signal);
  const waiting = queue.ask(ask("/r/2"), true, second.signal);
  second.abort();
  first.abort();
  await expect(waiting).rejects.toBeInstanceOf(Abandoned);
  queue.ask(ask("/r/3"), true);
  await finishNext();
  await expect(begunAlready).resolves.toBe(answer);
  expect(begun).toEqual(["/r/1", "/r/3"]);
});

test("what has waited too long is refused, whether or not a thread comes free", async () => {
  const { begun, render } = createDesk();
  const queue = new Queue(render, 1, 10, 20);
  queue.ask(ask("/r/1"), true);
  await expect(queue.ask(ask("/r/2"), true)).rejects.toBeInstanceOf(Busy);
  expect(begun).toEqual(["/r/1"]);
});

test("a thread is free again after a failure", async () => {
  let asked = 0;
  const queue = new Queue(
    async () => {
      asked += 1;
      if (asked === 1) throw new Error("out of memory");
      return answer;
    },
    1,
    10,
    60_000,
  );
  await expect(queue.ask(ask("/r/1"), true)).rejects.toThrow("out of memory");
  await expect(queue.ask(ask("/r/2"), true)).resolves.toBe(answer);
});
