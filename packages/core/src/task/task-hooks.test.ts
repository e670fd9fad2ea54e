import { describe, expect, it } from "vitest";
import { rejection } from "../../test/support/caught.js";
import { IgnoreOutputs, t, task, testContext } from "../entries/index.js";
import { isIgnoreOutputs, isRecoverable } from "../entries/context.js";
import { fromLiterals, toLiterals } from "../entries/literals.js";
import { executeTask, functionTask, type TaskEntity, type TaskHooks } from "../entries/tasks.js";

const hooked = (hooks: TaskHooks): TaskEntity =>
  functionTask({ name: "hooked", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1000, {
    callee: hooked,
    ...hooks,
  });

const run = async (entity: TaskEntity): Promise<unknown> => {
  const inputs = toLiterals(entity.interface.inputs, { x: 2 });
  const outputs = await executeTask(entity, inputs, testContext({ attempt: 3 }));
  return fromLiterals(entity.interface.outputs, outputs)["o0"];
};

describe("hooks of a kind of task", () => {
  it("change what goes in and what comes out", async () => {
    expect(await run(hooked({ before: ({ x }: { x: number }) => ({ x: x * 10 }) }))).toBe(1020);
    expect(await run(hooked({ after: async (result: number) => result + 1 }))).toBe(1003);
  });

  it("leave what they return nothing for", async () => {
    const seen: unknown[] = [];
    const note = (value: unknown, { attempt }: { attempt: number }): void => void seen.push(value, attempt);
    expect(await run(hooked({ before: note, after: note }))).toBe(1002);
    expect(seen).toEqual([{ x: 2 }, 3, 1002, 3]);
  });

  it.each(["before", "after"] as const)("that fail are no fault of the author: %s", async (hook) => {
    const entity = hooked({ [hook]: () => Promise.reject(new Error("no leader")) });
    const failure = await rejection(run(entity));
    expect(failure).toMatchObject({
      code: "TASK_HOOK_FAILED",
      params: { task: "hooked", hook, message: "no leader" },
      cause: { message: "no leader" },
    });
    expect(isRecoverable(entity, failure)).toBe(true);
  });

  it("must give inputs, if they give something", async () => {
    const failure = await rejection(run(hooked({ before: () => 3 })));
    expect(failure).toMatchObject({ code: "TASK_HOOK_FAILED", params: { hook: "before" } });
  });

  it("do not run after a function that failed", async () => {
    let calls = 0;
    const fails = functionTask(
      { name: "fails" },
      () => {
        throw new Error("first");
      },
      { callee: hooked, after: () => (calls += 1) },
    );
    const failure = await rejection(Promise.resolve(executeTask(fails, new Map(), testContext())));
    expect([failure, calls]).toMatchObject([{ code: "TASK_FAILED" }, 0]);
  });
});

describe("IgnoreOutputs", () => {
  it("is known across copies, and is an error like any other here", async () => {
    const thrown = new IgnoreOutputs("not the leader");
    expect([thrown.name, thrown.message]).toEqual(["IgnoreOutputs", "not the leader"]);
    expect([isIgnoreOutputs(thrown), isIgnoreOutputs(new Error("x")), isIgnoreOutputs(1)]).toEqual([
      true,
      false,
      false,
    ]);
    const ignores = task({ name: "ignores" }, () => {
      throw thrown;
    });
    const failure = await rejection(Promise.resolve(executeTask(ignores, new Map(), testContext())));
    expect(failure).toMatchObject({ code: "TASK_FAILED", cause: thrown });
  });
});
