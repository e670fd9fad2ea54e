import { task, t, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { latch, wait } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";

describe("a run that nobody awaits", () => {
  const bad = task({ name: "bad" }, () => {
    throw new Error("no");
  });
  const never = task({ name: "never" }, () => new Promise<void>(() => {}));

  // An unhandled rejection would fail the whole test run.
  it.each<[string, () => { result: Promise<unknown> }]>([
    [
      "after it was cancelled",
      () => {
        const run = startLocal(never);
        run.cancel();
        return run;
      },
    ],
    ["after its signal fired", () => startLocal(never, {}, { signal: AbortSignal.abort() })],
    ["while a listener hears of it", () => startLocal(bad, {}, { onEvent: () => {} })],
    ["until it is over", () => startLocal(bad)],
  ])("does not end the process: %s", async (_, start) => {
    const run = start();
    await wait(20);
    await expect(run.result).rejects.toThrow(/RUN_ABORTED|TASK_FAILED/);
  });

  it("may be read late", async () => {
    const run = startLocal(bad);
    await wait(20);
    const kinds: string[] = [];
    for await (const { kind } of run.events()) kinds.push(kind);
    expect(kinds.at(-1)).toBe("run-failed");
  });
});

describe("one signal for many", () => {
  const warnings: Error[] = [];
  const note = (warning: Error): void => void warnings.push(warning);

  it("runs, tasks and listeners gives no warning of a leak", async () => {
    process.on("warning", note);
    const controller = new AbortController();
    const listens = task({ name: "listens", inputs: { x: t.int() } }, async (_, { signal }) => {
      for (let i = 0; i < 20; i += 1) signal.addEventListener("abort", () => {});
      await wait(5);
    });
    const wf = workflow({ name: "wf" }, () => {
      for (let x = 0; x < 30; x += 1) listens({ x });
    });
    const runs = Array.from({ length: 20 }, () => runLocal(wf, {}, { signal: controller.signal }));
    await Promise.all(runs);
    const more = Array.from({ length: 20 }, () => startLocal(wf, {}, { signal: controller.signal }));
    controller.abort();
    for (const { result } of more) await expect(result).rejects.toMatchObject({ code: "RUN_ABORTED" });
    await wait(5);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });
});

describe("the signal of an attempt", () => {
  it("is its own, and does not fire once the attempt is over", async () => {
    const signals: AbortSignal[] = [];
    const keep = task({ name: "keep", retries: 1 }, (_, { signal, attempt }) => {
      signals.push(signal);
      if (attempt === 0) throw new Error("once more");
    });
    const timed = task({ name: "timed", timeout: "1 hour" }, (_, { signal }) => void signals.push(signal));
    await runLocal(workflow({ name: "wf" }, () => timed({}, { after: [keep()] })) as never);
    expect([new Set(signals).size, signals.map(({ aborted }) => aborted)]).toEqual([
      3,
      [false, false, false],
    ]);
  });

  it("fires with the run, also if the task asks for it late", async () => {
    const [started, cancelled] = [latch(), latch()];
    let tell = (_reason: unknown): void => {};
    const heard = new Promise((resolve) => (tell = resolve));
    const late = task({ name: "late" }, async (_, context) => {
      started.open();
      await cancelled.opened;
      tell(context.signal.reason);
    });
    const run = startLocal(late);
    await started.opened;
    run.cancel("enough");
    await expect(run.result).rejects.toMatchObject({ code: "RUN_ABORTED" });
    cancelled.open();
    expect(await heard).toMatchObject({ code: "RUN_ABORTED", params: { reason: "enough" } });
  });

  it("is an own field of the context, as the others are", async () => {
    const spread = task({ name: "spread" }, (_, context) => {
      expect(Object.keys({ ...context })).toEqual([
        "signal",
        "logger",
        "executionId",
        "execution",
        "task",
        "prefixes",
        "attempt",
        "checkpoint",
        "secrets",
        "deck",
        "workingDirectory",
        "newFile",
        "~start",
      ]);
      expect({ ...context }.signal).toBe(context.signal);
    });
    await runLocal(spread);
  });
});
