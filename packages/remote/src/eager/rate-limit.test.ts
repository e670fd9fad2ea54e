import { expect, it } from "vitest";
import { rateLimit } from "./rate-limit.js";

it("lets through so many in any minute, and the others one by one", async () => {
  let now = 0;
  const waits: number[] = [];
  const timing = {
    now: () => now,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
  const turn = rateLimit(2, timing);
  const { signal } = new AbortController();
  await turn(signal);
  now = 20_000;
  await Promise.all([turn(signal), turn(signal), turn(signal), turn(signal)]);
  expect(waits).toEqual([40_000, 20_000, 40_000]);
  expect(now).toBe(120_000);
});
