import { type Callable, createCallable } from "../call/callable.js";
import { atCaller } from "../errors/at-caller.js";
import type { OutSpec, Shape } from "../types/infer.js";
import type { TaskFunction } from "./function-task.js";
import { type TaskDeclaration, type TaskEntity, type TaskKind, toTaskEntity } from "./task-entity.js";

/** A task that a plugin of the backend runs, by what its template says. */
export interface TemplateTask<I extends Shape, O> extends Callable<I, O>, Omit<TaskEntity, "fn"> {
  readonly kind: "task";
  /** What runs where no cluster does, for unit tests; absent where only a cluster can run the task. */
  readonly fn: TaskFunction<I, O> | undefined;
}

/**
 * Declare a task of a kind of one's own: what a plugin calls in its own `shellTask` or `sqlTask`.
 *
 * `kind.template` says what the template has beside the interface and the settings of every task; `kind.fn`,
 * if there is one, is what runs where no cluster does.
 *
 * @throws what `task` throws, at the line of who called `kind.callee`.
 */
export function templateTask<I extends Shape, O extends OutSpec>(
  declaration: TaskDeclaration<I, O>,
  kind: TaskKind,
): TemplateTask<I, O> {
  return atCaller(kind.callee, () =>
    createCallable<I, O, TaskEntity>(toTaskEntity(declaration, kind)),
  ) as unknown as TemplateTask<I, O>;
}
