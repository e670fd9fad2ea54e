import type { OutSpec, Shape } from "../types/infer.js";
import { type ExactTaskFunction, functionTask, type Task, type TaskFunction } from "./function-task.js";
import type { TaskDeclaration } from "./task-entity.js";

/**
 * Declare a task.
 *
 * @throws `NAME_INVALID`, `VARIABLE_NAME_INVALID`, `TYPE_UNKNOWN`, `OUTPUTS_AMBIGUOUS`, `FUNCTION_MISSING`,
 * `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `RESOURCE_INVALID`, `CACHE_VERSION_MISSING`.
 * @example
 * const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
 */
export function task<
  const I extends Shape = {},
  const O extends OutSpec = undefined,
  F extends TaskFunction<I, O> = TaskFunction<I, O>,
>(declaration: TaskDeclaration<I, O>, fn: F & ExactTaskFunction<F, O>): Task<I, O> {
  return functionTask(declaration, fn, { callee: task });
}
