import { fromLiterals } from "@flytekit-ts/core/literals";
import { isFlytekitError, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { eventsOf, wait } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";
import type { RunEvent } from "../events/events.js";

const sleepy = task({ name: "sleepy", inputs: { ms: t.int() }, output: t.int() }, async ({ ms }) => {
  await wait(ms);
  return ms;
});
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);

describe("the events of a run", () => {
  const double = task(
    { name: "double", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) },
    ({ xs }) => xs.map((x) => 2 * x),
  );
  const wf = workflow({ name: "wf", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) }, ({ xs }) =>
    double({ xs: double({ xs }) }),
  );

  it("carry the inputs of tasks, and the outputs of each node", async () => {
    const values: unknown[] = [];
    const onEvent = (event: RunEvent): void => {
      if (event.kind === "node-started")
        values.push(fromLiterals(double.interface.inputs, event.inputs ?? new Map()));
      if (event.kind === "node-succeeded") values.push(fromLiterals(double.interface.outputs, event.outputs));
    };
    await runLocal(wf, { xs: [1] }, { onEvent });
    expect(values).toEqual([{ xs: [1] }, { o0: [2] }, { xs: [2] }, { o0: [4] }]);
  });

  it("hold copies, so that nobody changes the run", async () => {
    const clear = (given: unknown): void => {
      for (const literal of (given as Map<string, { value: { value: { literals: unknown[] } } }>).values())
        literal.value.value.literals.length = 0;
      (given as Map<string, unknown>).clear();
    };
    const onEvent = (event: RunEvent): void => {
      if (event.kind === "node-started") clear(event.inputs);
      if (event.kind === "node-succeeded") clear(event.outputs);
    };
    expect(await runLocal(wf, { xs: [1] }, { onEvent })).toEqual([4]);
  });

  it("can be cloned and printed", async () => {
    const events = await eventsOf(startLocal(wf, { xs: [1] }));
    expect(structuredClone(events[2])).toMatchObject({
      kind: "node-succeeded",
      outputs: expect.any(Map) as unknown,
    });
  });

  it.each(["run-succeeded", "run-failed"])(
    "end with one, though its listener throws or aborts: %s",
    async (last) => {
      const entity =
        last === "run-succeeded"
          ? inc
          : task({ name: "bad", inputs: { x: t.int() }, output: t.int() }, () => {
              throw new Error("no");
            });
      const outcomes: unknown[] = [];
      for (const act of ["throw", "reject", "abort"]) {
        const controller = new AbortController();
        const kinds: string[] = [];
        const onEvent = ({ kind }: RunEvent): unknown => {
          kinds.push(kind);
          if (kind !== last) return undefined;
          if (act === "reject") return Promise.reject(new Error("late"));
          if (act === "abort") return controller.abort();
          throw new Error("late");
        };
        const run = runLocal(entity, { x: 1 }, { onEvent, signal: controller.signal });
        outcomes.push(await run.catch((error: unknown) => (isFlytekitError(error) ? error.code : error)));
        expect(kinds.filter((kind) => /^run-(succeeded|failed)$/.test(kind))).toEqual([last]);
      }
      const listener = "EVENT_LISTENER_FAILED";
      expect(outcomes).toEqual(
        last === "run-succeeded" ? [listener, listener, 2] : Array(3).fill("TASK_FAILED"),
      );
    },
  );

  it("stop the run where an async listener rejects, and it is waited for otherwise", async () => {
    let stored = 0;
    const slow = async (): Promise<void> => {
      await wait(10);
      stored += 1;
    };
    await runLocal(inc, { x: 1 }, { onEvent: slow });
    expect(stored).toBe(4);
    const onEvent = async ({ kind }: RunEvent): Promise<void> => {
      await wait(1);
      if (kind === "node-started") throw new Error("disk full");
    };
    await expect(runLocal(sleepy, { ms: 1000 }, { onEvent })).rejects.toMatchObject({
      code: "EVENT_LISTENER_FAILED",
      params: { event: "node-started", message: "disk full" },
    });
  });

  it.each([
    ["throws", (): unknown => Promise.reject(new Error("broken"))],
    [
      "rejects",
      (): unknown => {
        throw new Error("broken");
      },
    ],
  ])("come to every listener and reader to the end, though one listener %s", async (_how, breaks) => {
    for (const at of ["run-started", "node-started", "node-succeeded"]) {
      const heard: [RunEvent[], RunEvent[]] = [[], []];
      const run = startLocal(
        sleepy,
        { ms: 1 },
        {
          onEvent: [
            (event) => void heard[0].push(event),
            ({ kind }) => (kind === at ? breaks() : undefined),
            (event) => heard[1].push(event),
          ],
        },
      );
      const read = await eventsOf(run);
      await expect(run.result).rejects.toMatchObject({
        code: "EVENT_LISTENER_FAILED",
        params: { event: at },
      });
      expect(read.at(-1)).toMatchObject({ kind: "run-failed", error: { code: "EVENT_LISTENER_FAILED" } });
      expect(heard).toEqual([read, read]);
    }
  });

  it("are handed to each consumer as objects of its own", async () => {
    const spoil = (event: RunEvent): void => {
      for (const key of Object.keys(event)) Reflect.deleteProperty(event, key);
    };
    const run = startLocal(inc, { x: 1 }, { onEvent: spoil });
    for await (const event of run.events()) spoil(event);
    expect((await eventsOf(run)).map(({ kind, runId }) => [kind, runId])).toEqual(
      ["run-started", "node-started", "node-succeeded", "run-succeeded"].map((kind) => [kind, run.id]),
    );
  });

  it("may be left at once, while nothing happens", async () => {
    const run = startLocal(task({ name: "never" }, () => new Promise<void>(() => {})));
    const reader = run.events()[Symbol.asyncIterator]();
    await reader.next();
    await reader.next();
    const waiting = [reader.next(), reader.next()];
    expect(await reader.return?.()).toEqual({ done: true, value: undefined });
    expect(await Promise.all(waiting)).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
    expect(await reader.next()).toEqual({ done: true, value: undefined });
    run.cancel();
  });

  it("come in order to one who asks for several at once", async () => {
    const reader = startLocal(inc, { x: 1 }).events()[Symbol.asyncIterator]();
    const five = await Promise.all(Array.from({ length: 5 }, () => reader.next()));
    expect(five.map(({ value }) => (value as RunEvent | undefined)?.kind)).toEqual([
      "run-started",
      "node-started",
      "node-succeeded",
      "run-succeeded",
      undefined,
    ]);
  });
});
