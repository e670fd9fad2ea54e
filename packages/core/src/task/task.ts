import type { OutSpec, Shape } from "../types/infer.js";
import type { Returned } from "../types/returned-types.js";
import { type ExactTaskFunction, functionTask, type Task } from "./function-task.js";
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
  R extends Returned<O> = Returned<O>,
>(declaration: TaskDeclaration<I, O>, fn: ExactTaskFunction<I, O, R>): Task<I, O> {
  return functionTask(declaration, fn, { callee: task });
}
