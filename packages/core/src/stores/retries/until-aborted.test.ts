import { expect, it } from "vitest";
import { untilAborted } from "./until-aborted.js";

const never = new Promise<never>(() => {});

it("gives what the work gives, or fails as it does", async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(Promise.resolve(5), signal)).toBe(5);
  expect(await untilAborted(Promise.resolve(5), undefined)).toBe(5);
  await expect(untilAborted(Promise.reject(new RangeError("of the work")), signal)).rejects.toThrow(
    RangeError,
  );
});

it("throws the reason of a signal that fires, or has, while the work goes on", async () => {
  const controller = new AbortController();
  const waiting = untilAborted(never, controller.signal);
  controller.abort("enough");
  await expect(waiting).rejects.toBe("enough");
  await expect(untilAborted(never, controller.signal)).rejects.toBe("enough");
});

it("leaves no rejection that nobody hears", async () => {
  let fail = (_reason: Error): void => {};
  const work = new Promise<never>((_resolve, reject) => (fail = reject));
  await expect(untilAborted(work, AbortSignal.abort("enough"))).rejects.toBe("enough");
  fail(new RangeError("too late"));
  // An unheard rejection would fail the test run.
  await new Promise((resolve) => void setImmediate(resolve));
});
