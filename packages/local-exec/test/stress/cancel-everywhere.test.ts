import { getEventListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalRun, type RunEvent, startLocal } from "../../src/entries/index.js";
import { mixed } from "./mixed-workflow.js";

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(() => void process.off("unhandledRejection", note));

type Stop = (run: LocalRun<unknown>, controller: AbortController) => void;

/** How a run is ended early, as soon as its nth event is told. */
const stops: readonly (readonly [string, Stop])[] = [
  ["cancel()", (run) => run.cancel("enough")],
  ["its signal", (_run, controller) => controller.abort("enough")],
  ["cancel() a moment later", (run) => void setImmediate(() => run.cancel("enough"))],
];

async function countEvents(): Promise<number> {
  let count = 0;
  await startLocal(mixed, { x: 5 }, { gates: { ok: true }, onEvent: () => void (count += 1) }).result;
  return count;
}

/** What a run told that was ended at its nth event. */
async function stoppedAt(nth: number, stop: Stop): Promise<{ events: readonly RunEvent[]; code: unknown }> {
  const controller = new AbortController();
  const { signal } = controller;
  const events: RunEvent[] = [];
  const run: LocalRun<unknown> = startLocal(
    mixed,
    { x: 5 },
    {
      gates: { ok: true },
      signal,
      onEvent(event) {
        events.push(event);
        if (events.length === nth) queueMicrotask(() => stop(run, controller));
      },
    },
  );
  const outcome = await Promise.race([
    run.result.then(
      () => "succeeded",
      (error: unknown) => (error as { readonly code: unknown }).code,
    ),
    wait(20_000, "it hangs"),
  ]);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  return { events, code: outcome };
}

describe("a run that is ended at each of its events in turn", () => {
  it.each(stops)("ends at once by %s, tells it once, and leaves nothing", async (_, stop) => {
    const size = await countEvents();
    expect(size).toBeGreaterThan(40);
    const codes = new Set<unknown>();
    for (let nth = 1; nth <= size; nth += 1) {
      const { events, code } = await stoppedAt(nth, stop);
      codes.add(code);
      const ends = events.filter(({ kind }) => kind === "run-succeeded" || kind === "run-failed");
      expect(ends, `${nth} of ${size}`).toHaveLength(1);
      expect(events.at(-1)).toBe(ends[0]);
      const before = events.length;
      await new Promise((resolve) => setImmediate(resolve));
      expect(events, "nothing is told after the end").toHaveLength(before);
    }
    // The last events come when there is nothing left to end.
    codes.delete("succeeded");
    expect([...codes]).toEqual(["RUN_ABORTED"]);
    await wait(20);
    expect(unhandled).toEqual([]);
  });
});
