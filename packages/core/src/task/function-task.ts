import { type Callable, createCallable } from "../call/callable.js";
import { assertFunction } from "../options/options.js";
import { atCaller } from "../errors/at-caller.js";
import type { TaskSettings } from "../settings/task-settings.js";
import type { OutSpec, Shape, Values } from "../types/infer.js";
import type { ExactResult, Returned } from "./returned-types.js";
import { type TaskDeclaration, type TaskEntity, type TaskKind, toTaskEntity } from "./task-entity.js";
import type { TaskContext } from "./task-context.js";

/**
 * The function of a task. It receives the values of the inputs and returns those of the outputs, or a `Promise` of
 * them.
 */
export type TaskFunction<I extends Shape, O> = (
  inputs: Values<I>,
  context: TaskContext,
) => Returned<O> | Promise<Returned<O>>;

/** A function like `TaskFunction` that returns `R`. It is a type error if `R` has an output that is not declared. */
export type ExactTaskFunction<I extends Shape, O, R> = ((
  inputs: Values<I>,
  context: TaskContext,
) => R | Promise<R>) &
  ExactResult<R, O>;

/** A task: a typed function that runs as one node. */
export interface Task<I extends Shape, O> extends Callable<I, O> {
  readonly kind: "task";
  readonly settings: TaskSettings;
  /** The plain function, for unit tests; `testContext()` makes its second argument. */
  readonly fn: TaskFunction<I, O>;
}

/** How a wrapper around `task` describes the tasks that it makes. `words` is `"task"` by default. */
export interface FunctionTaskKind extends Omit<TaskKind, "fn" | "words"> {
  readonly words?: string | undefined;
}

/**
 * Declare a task with a function, in a wrapper around `task`.
 *
 * If a wrapper called `task`, the task would seem to be declared in the wrapper's file: messages would point to
 * that file, and a container would look for the task in it. With the wrapper as `kind.callee`, the task belongs
 * to the file and the line that called the wrapper.
 *
 * @throws what `task` throws, at the line that called `kind.callee`.
 * @example
 * export function houseTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
 *   declaration: TaskDeclaration<I, O>, fn: TaskFunction<I, O>,
 * ): Task<I, O> {
 *   return functionTask({ retries: 2, ...declaration }, fn, { callee: houseTask });
 * }
 */
export function functionTask<const I extends Shape, const O extends OutSpec>(
  declaration: TaskDeclaration<I, O>,
  fn: TaskFunction<I, O>,
  kind: FunctionTaskKind,
): Task<I, O> {
  const words = kind.words ?? "task";
  return atCaller(kind.callee, () => {
    const entity = toTaskEntity(declaration, { ...kind, words, fn });
    assertFunction(fn, `${words} ${entity.name}`);
    return createCallable<I, O, TaskEntity>(entity) as unknown as Task<I, O>;
  });
}
