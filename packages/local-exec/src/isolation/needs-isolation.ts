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

/** The tasks of a plan that run isolated, those in `uses` of dynamics included. */
export function isolatedTasks(plan: Plan, mocks: Mocks, otherwise: Isolation): readonly TaskEntity[] {
  const tasks = new Set<TaskEntity>();
  for (const { target } of nodesIn(plan)) {
    if (target.kind === "task" && isTask(target.task)) tasks.add(target.task);
    if (target.kind !== "dynamic") continue;
    for (const task of target.task.dynamic.uses.flatMap(allTasks))
      if (mockOf(task, mocks) === undefined) tasks.add(task);
  }
  return [...tasks].filter((task) => isolationOf(task, otherwise) !== "none");
}
