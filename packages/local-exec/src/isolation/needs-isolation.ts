import type { Isolation } from "@flytekit-ts/core";
import { isTask, type TaskEntity } from "@flytekit-ts/core/tasks";
import { allTasks } from "@flytekit-ts/workflow/serialize";
import { mockOf, type Mocks } from "../mocks/mocks.js";
import { nodesIn } from "../plan/needs.js";
import type { Plan } from "../plan/plan.js";

/** Where the function of a task runs. What is no task is a mock, which can only run here. */
export function isolationOf(task: unknown, otherwise: Isolation): Isolation {
  if (!isTask(task)) return "none";
  return task.settings.isolation ?? otherwise;
}

/** What of a plan runs isolated. */
export interface IsolatedParts {
  /** The tasks, those in `uses` of dynamics included. */
  readonly tasks: readonly TaskEntity[];
  /** How many of them may run at the same time, as far as the plan tells. */
  readonly width: number;
}

/** What of a plan runs isolated, if the run says `otherwise` of tasks that say nothing. */
export function isolatedParts(plan: Plan, mocks: Mocks, otherwise: Isolation): IsolatedParts {
  const tasks = new Set<TaskEntity>();
  let width = 0;
  const add = (task: unknown, times: number): void => {
    if (!isTask(task) || isolationOf(task, otherwise) === "none") return;
    tasks.add(task);
    width += times;
  };
  for (const { target } of nodesIn(plan)) {
    if (target.kind === "task") add(target.task, 1);
    // How many items a map has is not known yet.
    if (target.kind === "array" && target.item.target.kind === "task") add(target.item.target.task, Infinity);
    if (target.kind !== "dynamic") continue;
    for (const task of target.task.dynamic.uses.flatMap(allTasks))
      if (mockOf(task, mocks) === undefined) add(task, Infinity);
  }
  return { tasks: [...tasks], width };
}
