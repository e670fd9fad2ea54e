import { task } from "@flytekit-ts/workflow";
import {
  functionTask,
  type OutSpec,
  type Shape,
  type Task,
  type TaskDeclaration,
  type TaskFunction,
} from "@flytekit-ts/core/tasks";

export function houseTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: TaskDeclaration<I, O>,
  fn: TaskFunction<I, O>,
): Task<I, O> {
  return functionTask({ retries: 2, ...declaration }, fn, { callee: houseTask });
}

/** The same without `callee`: its tasks would belong to this file. */
export function forgetfulTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: TaskDeclaration<I, O>,
  fn: TaskFunction<I, O>,
): Task<I, O> {
  const made = task({ retries: 2, ...declaration }, fn);
  forgotten.push(made.name);
  return made;
}

export const forgotten: string[] = [];
