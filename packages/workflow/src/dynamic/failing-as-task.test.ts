import { t, task } from "@flytekit-ts/core";
import { coreErrors, isFlytekitError } from "@flytekit-ts/core/errors";
import { expect, it } from "vitest";
import { compileDynamic } from "../compile/compile-dynamic.js";
import { dynamic } from "./dynamic.js";
import { failingAsTask } from "./failing-as-task.js";

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);

it("tells what a body throws as the failure of the task", () => {
  const cause = new RangeError("no such row");
  const grow = dynamic({ name: "grow", output: t.int() }, () => {
    throw cause;
  });
  const error = thrownBy(() => compileDynamic(failingAsTask(grow), new Map()));
  expect(coreErrors.TASK_FAILED.is(error)).toBe(true);
  expect(error).toMatchObject({ params: { task: "grow", message: "no such row" }, cause });
});

it("leaves the faults of the graph that a body makes as they are, and the dynamic, too", () => {
  const grow = dynamic({ name: "grow", output: t.int(), uses: [inc] }, () => inc({ x: "one" } as never));
  const error = thrownBy(() => compileDynamic(failingAsTask(grow), new Map()));
  expect(isFlytekitError(error) && error.code).toBe("BINDING_TYPE_MISMATCH");
  expect(failingAsTask(grow)).toMatchObject({ name: "grow", definedAt: grow.definedAt });
});
