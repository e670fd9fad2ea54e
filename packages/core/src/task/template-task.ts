import { type Callable, createCallable } from "../call/callable.js";
import { atCaller } from "../errors/at-caller.js";
import type { OutSpec, Shape } from "../types/infer.js";
import type { TaskFunction } from "./function-task.js";
import { type TaskDeclaration, type TaskEntity, type TaskKind, toTaskEntity } from "./task-entity.js";

/** A task that a plugin of the backend runs, as its template describes. */
export interface TemplateTask<I extends Shape, O> extends Callable<I, O>, Omit<TaskEntity, "fn"> {
  readonly kind: "task";
  /** The function for local runs and unit tests; undefined if only a cluster can run the task. */
  readonly fn: TaskFunction<I, O> | undefined;
}

/**
 * Declare a task of a new kind. Plugins call this function in declarations such as `shellTask` or `sqlTask`.
 *
 * `kind.template` makes the parts of the template that are special to this kind. `kind.fn`, if there is one, runs
 * in local runs.
 *
 * @throws what `task` throws, at the line that called `kind.callee`.
 */
export function templateTask<I extends Shape, O extends OutSpec>(
  declaration: TaskDeclaration<I, O>,
  kind: TaskKind,
): TemplateTask<I, O> {
  return atCaller(kind.callee, () =>
    createCallable<I, O, TaskEntity>(toTaskEntity(declaration, kind)),
  ) as unknown as TemplateTask<I, O>;
}
