import type * as idl from "@flytekit-ts/models/core";
import { assertReadable } from "../entity/entity.js";
import { unreachable } from "../errors/parts/unreachable.js";
import * as errors from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import { textOf } from "../errors/text-of.js";
import { runAuthor } from "../source/run-author.js";
import { localStore } from "../files/local-store.js";
import { toLiteral, toLiterals } from "../types/literal-map.js";
import type { ValueStore } from "../types/value-store.js";
import { describeValue } from "../words/describe-value.js";
import { mismatch } from "../types/mismatch.js";
import { isPlainObject, setOwn } from "../words/plain-object.js";
import { loadLiterals, storeValues } from "./stored-literals.js";
import type { TaskEntity } from "./task-entity.js";
import type { TaskContext } from "./task-context.js";
import type { TaskHooks } from "./task-hooks.js";

/** Literals by variable name. */
export type Literals = ReadonlyMap<string, idl.Literal>;

/** The parts of a task that `executeTask` needs. A stand-in for another entity has only these. */
export type Executable = Pick<TaskEntity, "name" | "interface" | "definedAt" | "fn"> &
  Partial<Pick<TaskEntity, "settings" | "hooks">>;

/**
 * Run a task's function once: literals in, literals out.
 *
 * Every runner executes tasks with this function, so all inputs and outputs are checked against their types. The store
 * is where files and other large values are written and read. By default it is a temporary folder, made when needed.
 *
 * The literals come at once if neither the function nor a type waits for anything: waiting costs more than a small task.
 * A failure is always a rejected promise.
 *
 * @throws `TASK_FAILED` with the author's error as its cause, `TASK_HOOK_FAILED` with that of a plugin's hook,
 * `TASK_INPUTS_INVALID`, `TASK_OUTPUT_INVALID`, `TASK_HAS_NO_FUNCTION` for a task that only a cluster can run, `VERSIONS_MIXED`.
 */
export function executeTask(
  task: Executable,
  inputs: Literals,
  context: TaskContext,
  store: ValueStore = localStore(),
): Literals | Promise<Literals> {
  try {
    assertReadable(task);
    const values = inputsOf(task, inputs, store);
    if (values instanceof Promise) return values.then((loaded) => executeWith(task, loaded, context, store));
    return executeWith(task, values, context, store);
  } catch (error) {
    return Promise.reject(error);
  }
}

function executeWith(
  task: Executable,
  values: Values,
  context: TaskContext,
  store: ValueStore,
): Literals | Promise<Literals> {
  const result =
    task.hooks === undefined
      ? callFunction(task, values, context)
      : callHooked(task, task.hooks, { values, context });
  if (result instanceof Promise) return result.then((returned: unknown) => outputsOf(task, returned, store));
  return outputsOf(task, result, store);
}

type Values = Readonly<Record<string, unknown>>;

function inputsOf(task: Executable, inputs: Literals, store: ValueStore): Values | Promise<Values> {
  try {
    const values = loadLiterals(task.interface.inputs, inputs, store);
    return values instanceof Promise
      ? values.catch((cause: unknown) => Promise.reject(inputsInvalid(task, cause)))
      : values;
  } catch (cause) {
    throw inputsInvalid(task, cause);
  }
}

function inputsInvalid(task: Executable, cause: unknown): Error {
  return errors.TASK_INPUTS_INVALID({ task: task.name, ...problemOf(cause) }, { cause });
}

// The result is a native promise, or it is none.
function callFunction(task: Executable, values: Values, context: TaskContext): unknown {
  const { fn, definedAt } = task;
  if (fn === undefined)
    throw errors.TASK_HAS_NO_FUNCTION({ task: task.name }, { location: definedAt.location });
  try {
    const result = runAuthor(definedAt, fn, values as never, context);
    if (!isThenable(result)) return result;
    return Promise.resolve(result).catch((cause: unknown) => Promise.reject(taskFailed(task, cause)));
  } catch (cause) {
    throw taskFailed(task, cause);
  }
}

async function callHooked(
  task: Executable,
  { before, after }: TaskHooks,
  { values, context }: { readonly values: Values; readonly context: TaskContext },
): Promise<unknown> {
  const changed = await callHook(task, "before", async () => before?.(values as never, context));
  if (changed !== undefined && !isPlainObject(changed)) {
    const cause = mismatch("object of inputs", describeValue(changed));
    throw hookFailed(task, "before", cause);
  }
  const result = await callFunction(task, changed ?? values, context);
  return (await callHook(task, "after", async () => after?.(result as never, context))) ?? result;
}

async function callHook(
  task: Executable,
  hook: "before" | "after",
  call: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await call();
  } catch (cause) {
    throw hookFailed(task, hook, cause);
  }
}

function hookFailed(task: Executable, hook: "before" | "after", cause: unknown): Error {
  return errors.TASK_HOOK_FAILED({ task: task.name, hook, message: textOf(cause) }, { cause });
}

function taskFailed(task: Executable, cause: unknown): Error {
  return errors.TASK_FAILED({ task: task.name, message: textOf(cause) }, { cause });
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  return isObject && typeof Reflect.get(value, "then") === "function";
}

function outputsOf(task: Executable, result: unknown, store: ValueStore): Literals | Promise<Literals> {
  try {
    const outputs = outputsIn(task, result, store);
    return outputs instanceof Promise
      ? outputs.catch((cause: unknown) => Promise.reject(outputInvalid(task, cause)))
      : outputs;
  } catch (cause) {
    throw outputInvalid(task, cause);
  }
}

function outputInvalid({ name, interface: { outputStyle }, definedAt }: Executable, cause: unknown): Error {
  const at = outputStyle === "bare" ? "output" : "outputs";
  const params = { task: name, at, ...problemOf(cause) };
  return errors.TASK_OUTPUT_INVALID(params, { cause, location: definedAt.location });
}

function outputsIn(task: Executable, result: unknown, store: ValueStore): Literals | Promise<Literals> {
  const { outputStyle } = task.interface;
  switch (outputStyle) {
    case "void":
      return new Map();
    case "bare":
      return bareOutput(task, result, store);
    case "named":
      return namedOutputs(task, result, store);
    default:
      return unreachable(outputStyle);
  }
}

interface ValueProblem {
  readonly problem: string;
  readonly advice?: string | undefined;
}

// The hint for a value of another type says nothing of tasks, unless it is about a known mistake.
function problemOf(cause: unknown): ValueProblem {
  const problem = textOf(cause);
  if (!isFlytekitError(cause)) return { problem };
  const isPlain = errors.VALUE_TYPE_MISMATCH.is(cause) && cause.params.fault === undefined;
  return isPlain ? { problem } : { problem, advice: cause.hint };
}

function bareOutput(task: Executable, result: unknown, store: ValueStore): Literals | Promise<Literals> {
  const { outputs } = task.interface;
  const given: Record<string, unknown> = {};
  for (const name of outputs.keys()) setOwn(given, name, result);
  const stored = storeValues(outputs, given, store, () => "output");
  return stored instanceof Promise
    ? stored.then((values) => bareLiterals(outputs, values))
    : bareLiterals(outputs, stored);
}

function bareLiterals(outputs: Executable["interface"]["outputs"], values: Values): Literals {
  const literals = new Map<string, idl.Literal>();
  for (const [name, type] of outputs) literals.set(name, toLiteral("output", values[name], type));
  return literals;
}

function namedOutputs(task: Executable, result: unknown, store: ValueStore): Literals | Promise<Literals> {
  const { outputs } = task.interface;
  if (!isPlainObject(result)) throw mismatch("object of outputs", describeValue(result));
  const stored = storeValues(outputs, result, store);
  return stored instanceof Promise
    ? stored.then((values) => toLiterals(outputs, values))
    : toLiterals(outputs, stored);
}
