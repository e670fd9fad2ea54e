import { isFlytekitError } from "@flytekit-ts/core/errors";
import { mock, runLocal } from "@flytekit-ts/local-exec";
import { IDL_VERSION } from "@flytekit-ts/models";
import { TaskSpec } from "@flytekit-ts/models/admin";
import { t, task, testContext, workflow } from "@flytekit-ts/workflow";
import { allTasks, serialize } from "@flytekit-ts/workflow/serialize";
import { describe, expect, it } from "vitest";

import { errors } from "../errors.js";
import { eager } from "./eager.js";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const broken = task({ name: "broken", output: t.int() }, (): number => {
  throw new Error("it broke");
});
const twice = workflow({ name: "twice", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  square({ x: square({ x }) }),
);

const grow = eager(
  {
    name: "grow",
    inputs: { x: t.int(), name: t.string().default("ada") },
    output: t.int(),
    uses: [square, twice],
  },
  async ({ x }, { run }) => {
    let size = x;
    while (size < 100) size = await run(square, { x: size });
    return size + (await run(twice, { x: 1 }));
  },
);

const failureOf = async (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    (value) => value,
    (error: unknown) => error,
  );

describe("an eager workflow", () => {
  it("is a workflow of one task, as flytekit registers it", () => {
    const settings = { project: "p", domain: "d", version: "v", image: "img:t" };
    const messages = serialize([grow], settings).map(({ kind, id, message }) => [
      `${kind} ${id.name}`,
      message,
    ]);
    const byName = new Map(messages as [string, never][]);
    expect([...byName.keys()]).toEqual([
      "task square",
      "workflow twice",
      "task grow",
      "task grow-cleanup",
      "workflow grow",
    ]);
    const template = TaskSpec.fromPartial(byName.get("task grow") ?? {}).template;
    expect(template).toMatchObject({ type: "container", metadata: { isEager: true, generatesDeck: true } });
    expect(template?.metadata?.runtime?.version).toBe(IDL_VERSION);
    expect(JSON.stringify(template)).toContain("_F_SS_C");
    expect(byName.get("task grow-cleanup")).toMatchObject({
      template: {
        type: "eager_failure_handler_task",
        metadata: { isEager: false, generatesDeck: false },
        interface: { outputs: { variables: new Map() } },
      },
    });
    expect(byName.get("workflow grow")).toMatchObject({
      template: {
        nodes: [{ id: "n0", metadata: { name: "grow" }, inputs: [{ var: "name" }, { var: "x" }] }],
        outputs: [{ var: "o0" }],
        failureNode: {
          id: "efn",
          metadata: { name: "grow-cleanup" },
          inputs: [{ var: "name" }, { var: "x" }],
        },
      },
    });
  });

  it("starts what its body starts, in the process of a local run", async () => {
    expect(await runLocal(grow, { x: 3 })).toBe(6562);
  });

  it("may be called like any workflow", async () => {
    const outer = workflow({ name: "outer", output: t.int() }, () => grow({ x: 200, name: "bob" }));
    expect(await runLocal(outer)).toBe(201);
  });

  it("has no outputs if it declares none", async () => {
    const quiet = eager({ name: "quiet" }, async (_, { run }) => {
      await run(square, { x: 1 });
    });
    expect(await runLocal(quiet)).toBeUndefined();
  });

  it("may catch the failure of what it started", async () => {
    const careful = eager({ name: "careful", output: t.string() }, async (_, { run }) => {
      try {
        return String(await run(broken));
      } catch (error) {
        return isFlytekitError(error) ? error.code : "another error";
      }
    });
    expect(await runLocal(careful)).toBe("EAGER_CHILD_FAILED");
  });

  it("fails with what it started, for good, and ends the rest", async () => {
    const ended: unknown[] = [];
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const endless = task({ name: "endless" }, async (_, { signal }) => {
      begin();
      await new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve(ended.push("ended")));
      });
    });
    let attempts = 0;
    const fragile = eager({ name: "fragile", retries: 3 }, async (_, { run }) => {
      attempts += 1;
      await Promise.all([run(endless), begun.then(async () => run(broken))]);
    });
    const failure = await failureOf(runLocal(fragile));
    expect(failure).toMatchObject({ code: "TASK_FAILED" });
    expect(String(failure)).toContain("broken, which fragile started, failed");
    expect([attempts, ended]).toEqual([1, ["ended"]]);
  });

  it("waits for what its body did not wait for, and fails if that does", async () => {
    const hasty = eager({ name: "hasty" }, async (_, { run }) => {
      void run(broken);
    });
    expect(String(await failureOf(runLocal(hasty)))).toContain("it broke");
  });

  it("ends what it started when its run is aborted", async () => {
    const abort = new AbortController();
    const seen: string[] = [];
    const endless = task({ name: "endless" }, async (_, { signal }) => {
      abort.abort(new Error("enough"));
      await new Promise((resolve) => {
        signal.addEventListener("abort", resolve);
        if (signal.aborted) resolve(undefined);
      });
      seen.push("ended");
    });
    const waiting = eager({ name: "waiting" }, async (_, { run }) => {
      await run(endless);
    });
    expect(await failureOf(runLocal(waiting, {}, { signal: abort.signal }))).toMatchObject({
      code: "RUN_ABORTED",
    });
    expect(seen).toEqual(["ended"]);
  });

  it("gives its nested runs the options of its run", async () => {
    const mocked = eager({ name: "mocked", output: t.int() }, async (_, { run }) => run(square, { x: 5 }));
    expect(await runLocal(mocked, {}, { mocks: [mock(square, () => 7)] })).toBe(7);
  });

  it("refuses to start what is no entity", async () => {
    const wrong = eager({ name: "wrong" }, async (_, { run }) => {
      await Reflect.apply(run, undefined, [() => 3]);
    });
    expect(String(await failureOf(runLocal(wrong)))).toContain(
      "takes a task, a workflow or a launch plan, not a function",
    );
  });

  it("says where nothing can be started", async () => {
    const [own] = allTasks(grow).filter(({ eager: parts }) => parts !== undefined);
    const failure = await failureOf(Promise.resolve(own?.fn?.({ x: 3, name: "" } as never, testContext())));
    expect(failure).toSatisfy(errors.EAGER_OUTSIDE.is);
  });
});
