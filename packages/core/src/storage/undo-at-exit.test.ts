import { afterEach, beforeEach, expect, it, vi } from "vitest";

let before: readonly NodeJS.ExitListener[];
let undoAtExit: (undo: () => void) => () => void;
beforeEach(async () => {
  before = process.listeners("exit");
  // One to which nobody else has said anything.
  vi.resetModules();
  ({ undoAtExit } = await import("./undo-at-exit.js"));
});
const exit = (): void => {
  for (const each of process.listeners("exit")) if (!before.includes(each)) each(0);
};
const keep: (() => void)[] = [];
afterEach(() => {
  for (const each of keep.splice(0)) each();
});

it("undoes what is half done, the last first, whatever one of them throws", () => {
  const done: string[] = [];
  keep.push(undoAtExit(() => done.push("one")));
  keep.push(
    undoAtExit(() => {
      throw new TypeError("cannot");
    }),
  );
  keep.push(undoAtExit(() => done.push("three")));
  exit();
  expect(done).toEqual(["three", "one"]);
});

it("undoes nothing that is done, and leaves no listener", () => {
  const undo = vi.fn();
  const took = Array.from({ length: 50 }, () => undoAtExit(undo));
  expect(process.listenerCount("exit")).toBe(before.length + 1);
  for (const each of took) each();
  exit();
  expect(undo).not.toHaveBeenCalled();
  expect(process.listeners("exit")).toEqual(before);
});
