import { functionTask, type TaskResolver } from "@flytekit-ts/core/tasks";
import { t, task } from "@flytekit-ts/workflow";

const shape = { inputs: { x: t.int() }, output: t.int() };

export const minusTask = task({ name: "m10_finding.minus", ...shape }, ({ x }) => -x);

/** Tells what its hooks do. */
function aroundTask(name: string, fn: (x: number) => number) {
  return functionTask({ name, ...shape }, ({ x }: { readonly x: number }) => fn(x), {
    callee: aroundTask,
    before: () => console.log("before"),
    after: (value: number) => {
      console.log("after");
      return process.env["AFTER"] === "type" ? String(value) : undefined;
    },
  });
}

export const around = aroundTask("m10_finding.inside", (x) => {
  console.log("inside");
  if (x < 0) throw new RangeError("negative");
  return x;
});
export const usual = task({ name: "m10_finding.usual", ...shape }, ({ x }) => x + 1);
export const other = task({ name: "m10_finding.other", ...shape }, ({ x }) => x + 2);

/** No task, and no resolver. */
export const a_number = 5;
export const not_a_resolver = 3;

const tasks = { m: minusTask, a: around };

/** Finds its tasks by a letter: loader arguments are `--letter <letter>`. */
export const letters: TaskResolver = {
  location: "m10_finding.mjs#letters",
  loaderArgs: (entity) => ["--letter", entity.name === minusTask.name ? "m" : "a"],
  loadTask: async (args) => {
    const letter = args[1];
    if (letter !== "m" && letter !== "a") throw new RangeError(`there is no letter ${letter}`);
    return tasks[letter];
  },
};
