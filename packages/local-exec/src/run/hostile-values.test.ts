import { mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { hostileValues } from "../../test/support/hostile.js";
import { outcomeOf } from "../../test/support/outcome-of.js";
import { eventsOf, failureOf } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";

describe.each(hostileValues())("a value with %s", (_, value) => {
  const fail = (): never => {
    throw value;
  };
  const never = task({ name: "never" }, () => new Promise<void>(() => {}));

  it("that a task throws fails it after its retries, and the events tell so", async () => {
    let calls = 0;
    const bad = task({ name: "bad", retries: 2 }, () => {
      calls += 1;
      fail();
    });
    const run = startLocal(bad);
    const error = await failureOf(run.result);
    expect([error.code, error.cause === value, calls]).toEqual(["TASK_FAILED", true, 3]);
    expect(error.stack).toContain("[TASK_FAILED] Task bad (node n0) failed: ");
    expect(error.text).toMatch(/failed: \S/);
    const failed = (await eventsOf(run)).flatMap((event) =>
      event.kind === "node-failed" ? [event.retrying] : [],
    );
    expect(failed).toEqual([true, true, false]);
  });

  it("that an item of a map throws fails the map", async () => {
    const bad = task({ name: "bad", inputs: { x: t.int() } }, fail);
    const wf = workflow({ name: "wf" }, () => void mapTask(bad)({ x: [1, 2] }));
    expect(await failureOf(runLocal(wf))).toMatchObject({
      code: "MAP_FAILED",
      params: { failures: [{ index: 0 }] },
    });
  });

  it("cancels a run as any reason does", async () => {
    const run = startLocal(never);
    run.cancel(value as never);
    const error = await failureOf(run.result);
    expect([error.code, error.cause === value]).toEqual(["RUN_ABORTED", true]);
  });

  it("aborts a run as any reason does", async () => {
    const controller = new AbortController();
    const run = startLocal(never, {}, { signal: controller.signal });
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort(value);
    expect((await failureOf(run.result)).code).toBe("RUN_ABORTED");
    const late = startLocal(never, {}, { signal: controller.signal });
    expect((await failureOf(late.result)).code).toBe("RUN_ABORTED");
  });

  it("that a listener throws stops the run", async () => {
    expect((await failureOf(runLocal(never, {}, { onEvent: fail }))).code).toBe("EVENT_LISTENER_FAILED");
    const onEvent = async (): Promise<void> => fail();
    expect((await failureOf(runLocal(never, {}, { onEvent }))).code).toBe("EVENT_LISTENER_FAILED");
  });

  it("that an input throws when it is read is a wrong input", async () => {
    const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
    const inputs = {
      get x(): number {
        return fail();
      },
    };
    const error = await failureOf(runLocal(inc, inputs));
    expect(error.code).toBe("RUN_INPUTS_INVALID");
  });

  it("that a task returns is no output, or fails the task where it is awaited", async () => {
    const odd = task({ name: "odd", output: t.int() }, () => value as never);
    expect((await failureOf(runLocal(odd))).code).toMatch(/^TASK_(OUTPUT_INVALID|FAILED)$/);
  });

  it("that is given as an input is a wrong one", async () => {
    const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
    expect((await failureOf(runLocal(inc, { x: value as never }))).code).toBe("RUN_INPUTS_INVALID");
  });

  it("in place of inputs or options is refused with a code", async () => {
    const lax = task({ name: "lax", inputs: { x: t.int().default(1) }, output: t.int() }, ({ x }) => x);
    const codes = await Promise.all(
      [
        runLocal(lax, value as never),
        runLocal(lax, {}, value as never),
        runLocal(lax, {}, { mocks: [value as never] }),
        runLocal(lax, {}, { gates: value as never }),
        runLocal(lax, {}, { signal: value as never }),
        runLocal(lax, {}, { onEvent: value as never }),
        runLocal(lax, {}, { secrets: value as never }),
        runLocal(lax, {}, { secrets: { key: value as never } }),
        runLocal(lax, {}, { logger: value as never }),
        runLocal(lax, {}, { concurrency: value as never }),
        runLocal(value as never),
      ].map(outcomeOf),
    );
    for (const code of codes) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)+$|^succeeded$/);
  });
});
