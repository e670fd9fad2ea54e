import { expect, it } from "vitest";
import { SharedAttempt } from "./shared-attempt.js";

const later = (): {
  promise: Promise<number>;
  resolve: (value: number) => void;
  reject: (error: Error) => void;
} => {
  let settle: Omit<ReturnType<typeof later>, "promise"> | undefined;
  const promise = new Promise<number>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, resolve: (value) => settle?.resolve(value), reject: (error) => settle?.reject(error) };
};

it("does a thing once for all who want it at the same time, and again for those who come later", async () => {
  const attempt = new SharedAttempt<number>();
  let starts = 0;
  const result = later();
  const act = async (): Promise<number> => {
    starts += 1;
    return result.promise;
  };
  const all = Array.from({ length: 50 }, async () => attempt.join(act, undefined));
  result.resolve(7);
  expect(new Set(await Promise.all(all))).toEqual(new Set([7]));
  expect(starts).toBe(1);
  await attempt.join(act, undefined);
  expect(starts).toBe(2);
});

it("fails for all, and is tried again by the next", async () => {
  const attempt = new SharedAttempt<number>();
  const result = later();
  const both = [attempt.join(async () => result.promise, undefined), attempt.join(async () => 1, undefined)];
  result.reject(new Error("no"));
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await attempt.join(async () => 2, undefined)).toBe(2);
});

it("lets one caller go, and is aborted when the last one has gone", async () => {
  const attempt = new SharedAttempt<number>();
  let inner: AbortSignal | undefined;
  const act = async (signal: AbortSignal): Promise<number> => {
    inner = signal;
    return later().promise;
  };
  const [first, second] = [new AbortController(), new AbortController()];
  const calls = [attempt.join(act, first.signal), attempt.join(act, second.signal)];
  first.abort(new Error("first"));
  await expect(calls[0]).rejects.toThrow("first");
  expect(inner?.aborted).toBe(false);
  second.abort(new Error("second"));
  await expect(calls[1]).rejects.toThrow("second");
  expect(inner?.aborted).toBe(true);
  expect(await attempt.join(async () => 3, undefined)).toBe(3);
});
