import { atCaller } from "../entity/at-caller.js";
import { type Callable, createCallable } from "../entity/callable.js";
import { type Entity, isEntity } from "../entity/entity.js";
import { createInterface } from "../entity/interface.js";
import { assertEntityName } from "../entity/names.js";
import { assertOptions, assertText } from "../entity/options.js";
import { placeOfDeclaration, placeOfModule } from "../entity/source-location.js";
import { errors } from "../errors.js";
import type { Declared, OutSpec, Returned, Shape, Values } from "../types/infer.js";
import { isPlainObject } from "../types/plain-object.js";
import type { TaskContext } from "./task-context.js";
import { type TaskOptions, type TaskSettings, toTaskSettings } from "./task-settings.js";

/** A task's function: values in, values out, now or later. */
export type TaskFunction<I extends Shape, O> = (
  inputs: Values<I>,
  context: TaskContext,
) => Returned<O> | Promise<Returned<O>>;

/** A task without its types: what compilers and executors see. */
export interface TaskEntity extends Entity {
  readonly kind: "task";
  readonly settings: TaskSettings;
  /** The author's function, as it was written. */
  readonly fn: (inputs: never, context: TaskContext) => unknown;
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

const KNOWN: ReadonlySet<string> = new Set(
  (
    "name inputs output outputs module retries timeout interruptible cache resources image environment " +
    "accelerator sharedMemory podTemplate deprecated docs"
  ).split(" "),
);

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
  return atCaller(task, () => toTask(declaration, fn));
}

function toTask<I extends Shape, O extends OutSpec>(
  declaration: TaskDeclaration<I, O>,
  fn: TaskFunction<I, O>,
): Task<I, O> {
  const { name, module } = assertDeclaration(declaration);
  const at = `task ${name}`;
  assertText(module, "module", at);
  if (typeof fn !== "function") throw errors.FUNCTION_MISSING({ entity: at });
  const declared = createInterface(declaration as Declared<Shape, OutSpec>, "task");
  const entity: TaskEntity = {
    kind: "task",
    name,
    interface: declared,
    definedAt: module === undefined ? placeOfDeclaration(task) : placeOfModule(module),
    settings: toTaskSettings(declaration, new Set(declared.inputNames), at),
    fn,
  };
  return createCallable<I, O, TaskEntity>(entity) as unknown as Task<I, O>;
}

function assertDeclaration<D extends { readonly name: string }>(declaration: D): D {
  const name: unknown = isPlainObject(declaration) ? declaration.name : undefined;
  assertOptions(declaration, KNOWN, typeof name === "string" ? `task ${name}` : "a task");
  assertEntityName(name, "task");
  return declaration;
}

/** Whether a value is a task, of this copy of the package or another. */
export function isTask(value: unknown): value is TaskEntity {
  return isEntity(value) && value.kind === "task";
}
