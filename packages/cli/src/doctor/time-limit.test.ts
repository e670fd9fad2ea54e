import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { timeLimit } from "./time-limit.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("fires when its time is over, unless it was cleared before", () => {
  const outer = new AbortController().signal;
  const [limit, cleared] = [timeLimit(10, outer), timeLimit(10, outer)];
  cleared.clear();
  vi.advanceTimersByTime(9);
  expect(limit.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(limit.signal.reason).toMatchObject({ name: "TimeoutError" });
  expect(cleared.signal.aborted).toBe(false);
});

it("fires when another one fires, or has", () => {
  const controller = new AbortController();
  const limit = timeLimit(10, controller.signal);
  controller.abort("enough");
  expect(limit.signal.reason).toBe("enough");
  expect(timeLimit(10, controller.signal).signal.aborted).toBe(true);
});
