import { functionTask, type Task, type TaskFunction } from "../../src/task/function-task.js";
import type { TaskDeclaration } from "../../src/task/task-entity.js";
import type { OutSpec, Shape } from "../../src/types/infer.js";

/** A declaration that says whose task it is. */
export interface HouseDeclaration<I, O> extends TaskDeclaration<I, O> {
  readonly team: string;
}

/** A wrapper around `task` as a house has one: in a file of its own, with an option and settings of its own. */
export function houseTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: HouseDeclaration<I, O>,
  fn: TaskFunction<I, O>,
): Task<I, O> {
  const environment = { TEAM: declaration?.team, ...declaration?.environment };
  return functionTask({ retries: 2, ...declaration, environment }, fn, {
    words: "house task",
    callee: houseTask,
    options: ["team"],
  });
}
