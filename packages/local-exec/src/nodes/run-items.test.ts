import { describe, expect, it } from "vitest";
import { wait } from "../../test/support/runs.js";
import { Turns } from "../scope/turns.js";
import { type Items, runItems } from "./run-items.js";

const nothing = new Map();

function itemsOf(given: Partial<Items> & Pick<Items, "size">): Items {
  const failure = (): unknown => new Error("too many");
  const all = { wanted: given.size, atATime: 4, turns: new Turns(), run: async () => nothing, failure };
  return { ...all, succeeded: () => {}, ...given };
}

describe("runItems", () => {
  it("lets in no more than it may at a time", async () => {
    let running = 0;
    let most = 0;
    const run = async (): Promise<typeof nothing> => {
      running += 1;
      most = Math.max(most, running);
      await wait(0);
      running -= 1;
      return nothing;
    };
    await runItems(itemsOf({ size: 50, atATime: 4, run }));
    expect(most).toBe(4);
  });

  it("makes one error, however many items fail later", async () => {
    let made = 0;
    const failure = (): unknown => {
      made += 1;
      return new Error("too many");
    };
    const run = async (): Promise<never> => {
      throw new Error("no");
    };
    await expect(runItems(itemsOf({ size: 100, atATime: 100, run, failure }))).rejects.toThrow("too many");
    await wait(5);
    expect(made).toBe(1);
  });

  it.each<[string, Partial<Items>]>([
    [
      "an item has ended",
      {
        succeeded: () => {
          throw new Error("lost");
        },
      },
    ],
    [
      "its error is made",
      {
        wanted: 3,
        failure: () => {
          throw new Error("lost");
        },
      },
    ],
  ])("fails with what is thrown when %s", async (_, given) => {
    await expect(runItems(itemsOf({ size: 2, ...given }))).rejects.toThrow("lost");
  });

  it("lets timers have a turn between items that never wait", async () => {
    let turns = 0;
    const timer = setInterval(() => void (turns += 1), 0);
    const run = async (): Promise<typeof nothing> => {
      const end = performance.now() + 3;
      while (performance.now() < end);
      return nothing;
    };
    await runItems(itemsOf({ size: 60, atATime: 60, run }));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});
