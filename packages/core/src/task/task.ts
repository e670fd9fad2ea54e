import type { OutSpec, Shape } from "../types/infer.js";
import type { Refused } from "../types/kinds/refused.js";
import type { Returned } from "./returned-types.js";
import { type ExactTaskFunction, functionTask, type Task } from "./function-task.js";
import type { TaskDeclaration } from "./task-entity.js";

/** What the cache settings of a task with the inputs `I` have to be as well: the ignored inputs `C` are among them. */
interface Caching<I, C extends string> {
  readonly cache?: { readonly ignoredInputs?: readonly (C & InputName<I, C>)[] | undefined } | undefined;
}
type InputName<I, C extends string> = string extends C
  ? unknown
  : [Exclude<C, keyof I>] extends [never]
    ? unknown
    : Refused<`there is no input ${Exclude<C, keyof I>} to ignore`>;

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
  const C extends string = never,
>(declaration: TaskDeclaration<I, O> & Caching<I, C>, fn: ExactTaskFunction<I, O, R>): Task<I, O> {
  return functionTask(declaration, fn, { callee: task });
}
