import { expect, test } from "vitest";
import { readDone } from "./done";

const known = ["a", "b", "c-d"];

test("an address that says nothing of it leaves it open", () => {
  expect(readDone(undefined, known)).toBeUndefined();
});

test("reads a list, repeated parameters and both, in the order of the plan", () => {
  expect(readDone("b,a", known)?.done).toEqual(["a", "b"]);
  expect(readDone(["b", "a", "b"], known)?.done).toEqual(["a", "b"]);
  expect(readDone(["c-d", "b,a"], known)?.done).toEqual(["a", "b", "c-d"]);
});

test("an empty list means that nothing is done", () => {
  expect(readDone("", known)).toEqual({ done: [], unknown: 0 });
});

test("counts what it does not know", () => {
  expect(readDone("a,toString,<b>", known)).toEqual({ done: ["a"], unknown: 2 });
});
