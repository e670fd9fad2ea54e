import { afterEach, expect, it, vi } from "vitest";
import { pause } from "./pause.js";

afterEach(() => {
  vi.useRealTimers();
});

it.each([
  [1000, 1000],
  // A timer of Node's would fire at once.
  [2 ** 40, 2 ** 31 - 1],
])("of %i ms ends after %i", async (milliseconds, expected) => {
  vi.useFakeTimers();
  let isOver = false;
  const over = pause(milliseconds, undefined).then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(expected - 1);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await over;
});

it("ends when its signal fires, or has fired, and leaves no timer", async () => {
  vi.useFakeTimers();
  const abort = new AbortController();
  const over = pause(1000, abort.signal);
  abort.abort();
  await over;
  await pause(1000, abort.signal);
  expect(vi.getTimerCount()).toBe(0);
});
