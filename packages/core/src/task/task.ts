import { type Callable, createCallable } from "../call/callable.js";
import { type Entity, isEntity } from "../entity/entity.js";
import { createInterface } from "../entity/interface.js";
import { assertFunction, assertNamed, assertText } from "../entity/options.js";
import { atCaller } from "../errors/at-caller.js";
import { type TaskOptions, type TaskSettings, toTaskSettings } from "../settings/task-settings.js";
import { placeOfDeclaration, placeOfModule } from "../source/source-location.js";
import type { Declared, OutSpec, Returned, Shape, Values } from "../types/infer.js";
import type { TaskContext } from "./task-context.js";
import type { TemplateOf } from "./template.js";

/** A task's function: values in, values out, now or later. */
export type TaskFunction<I extends Shape, O> = (
  inputs: Values<I>,
  context: TaskContext,
) => Returned<O> | Promise<Returned<O>>;

/** A task without its types: what compilers and executors see. */
export interface TaskEntity extends Entity {
  readonly kind: "task";
  readonly settings: TaskSettings;
  /** The author's function, as it was written; absent where only a cluster can run the task. */
  readonly fn: ((inputs: never, context: TaskContext) => unknown) | undefined;
  /** What its template says beside what every task's does; absent for a task with a function and no more. */
  readonly template?: TemplateOf | undefined;
}

/** A task: a typed function that runs as one node. */
export interface Task<I extends Shape, O> extends Callable<I, O> {
  readonly kind: "task";
  readonly settings: TaskSettings;
  /** The plain function, for unit tests; `testContext()` makes its second argument. */
  readonly fn: TaskFunction<I, O>;
}

/** A task's declaration. */
export interface TaskDeclaration<I, O> extends Declared<I, O>, TaskOptions {
  /** `import.meta.url` of the file that declares the task, where the call stack cannot tell. */
  readonly module?: string | undefined;
}

const KNOWN: readonly string[] = (
  "name inputs output outputs module retries timeout interruptible cache resources image environment " +
  "accelerator sharedMemory podTemplate secrets runAs deck config custom deprecated docs"
).split(" ");

/**
 * Declare a task.
 *
 * @throws `NAME_INVALID`, `VARIABLE_NAME_INVALID`, `TYPE_UNKNOWN`, `OUTPUTS_AMBIGUOUS`, `FUNCTION_MISSING`,
 * `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `RESOURCE_INVALID`, `CACHE_VERSION_MISSING`.
 * @example
 * const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
 */
export function task<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: TaskDeclaration<I, O>,
  fn: TaskFunction<I, O>,
): Task<I, O> {
  return atCaller(task, () => {
    const entity = toTaskEntity(declaration, { words: "task", callee: task, fn });
    assertFunction(fn, `task ${entity.name}`);
    return createCallable<I, O, TaskEntity>(entity) as unknown as Task<I, O>;
  });
}

/** What one kind of task has that another has not. */
export interface TaskKind {
  /** The kind in messages: `container task`. */
  readonly words: string;
  /** The function that the author called: its caller's line is where the task is declared. */
  readonly callee: (...args: never[]) => unknown;
  readonly fn?: TaskEntity["fn"];
  readonly template?: TemplateOf | undefined;
  /** Names of the declaration's options beside those of every task. */
  readonly options?: readonly string[] | undefined;
}

/**
 * A task of any kind, without being callable yet: for those who bring kinds of their own.
 *
 * @throws what `task` throws.
 */
export function toTaskEntity<I, O>(declaration: TaskDeclaration<I, O>, kind: TaskKind): TaskEntity {
  const { words, callee, fn, template, options = [] } = kind;
  const at = assertNamed(declaration, new Set([...KNOWN, ...options]), words);
  const { name, module } = declaration;
  assertText(module, "module", at);
  const declared = createInterface(declaration as Declared<Shape, OutSpec>, words);
  return {
    kind: "task",
    name,
    interface: declared,
    definedAt: module === undefined ? placeOfDeclaration(callee) : placeOfModule(module),
    settings: toTaskSettings(declaration, new Set(declared.inputNames), at),
    fn,
    template,
  };
}

/** Whether a value is a task, of this copy of the package or another. */
export function isTask(value: unknown): value is TaskEntity {
  return isEntity(value) && value.kind === "task";
}
