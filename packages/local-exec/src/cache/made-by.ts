import type { TaskEntity } from "@flytekit-ts/core/tasks";
import { isDynamic } from "@flytekit-ts/workflow/compile";
import { digestOf } from "./disk/digest-of.js";
import type { MadeBy } from "./store/entry.js";

/**
 * The function of a task as it was loaded. Loaders write it in different ways (a test runner renames what a module
 * imports), so functions of different loaders cannot be compared.
 */
export function madeBy(task: TaskEntity): MadeBy {
  const known = ofTask.get(task);
  if (known !== undefined) return known;
  const { execArgv, env } = process;
  const made = {
    function: digestOf(String(isDynamic(task) ? task.dynamic.body : task.fn)),
    loader: digestOf(JSON.stringify([task.definedAt.module, execArgv, env["VITEST"], env["NODE_OPTIONS"]])),
  };
  ofTask.set(task, made);
  return made;
}

const ofTask = new WeakMap<TaskEntity, MadeBy>();

/** Whether a result was made by another function, as far as can be told. */
export function isOfAnother(stored: MadeBy, now: MadeBy): boolean {
  return stored.loader === now.loader && stored.function !== now.function;
}
