import type { TaskResolver } from "@flytekit-ts/core/tasks";
import { functionTask } from "@flytekit-ts/core/tasks";
import { IgnoreOutputs, t, task, type Task } from "@flytekit-ts/workflow";

const shape = { inputs: { x: t.int() }, output: t.int() };

export const tripleTask = task({ name: "s10_resolver.triple", ...shape }, ({ x }) => 3 * x);
export const fourfoldTask = task({ name: "s10_resolver.fourfold", ...shape }, ({ x }) => 4 * x);
export const ordinary = task({ name: "s10_resolver.ordinary", ...shape }, ({ x }) => x + 100);

/** No task, though a container may be told to run it. */
export function triple(x: number): number {
  return 3 * x;
}

/** A task with hooks around its function, which do what its environment says. */
function hookedTask(name: string, fn: (x: number) => number): Task<{ x: t.Int }, t.Int> {
  return functionTask({ name, ...shape }, ({ x }: { readonly x: number }) => fn(x), {
    callee: hookedTask,
    before: () => {
      if (process.env["BEFORE"] === "fail") throw new Error("before the task");
    },
    after: (value: number) => {
      const after = process.env["AFTER"];
      if (after === "fail") throw new Error("after the task");
      if (after === "ignore") throw new IgnoreOutputs("not the leader");
      return after === "add" ? value + 1 : value;
    },
  });
}

export const hooked = hookedTask("s10_resolver.hooked", (x) => x + 1000);

const tasks = [tripleTask, fourfoldTask, hooked];

/** Finds its tasks in a list: loader arguments are `row <number>`. */
export const table: TaskResolver = {
  location: "s10_resolver.mjs#table",
  loaderArgs: (entity) => ["row", String(tasks.findIndex(({ name }) => name === entity.name))],
  loadTask: async (args) => {
    const found = tasks[Number(args[1])];
    if (found === undefined) throw new RangeError(`there is no row ${args[1]}`);
    return found;
  },
};
