import type * as idl from "@flytekit-ts/models/core";
import { assertReadable } from "../entity/entity.js";
import { errors, unreachable } from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import { textOf } from "../errors/text-of.js";
import { runAuthor } from "../source/run-author.js";
import { localStore } from "../files/local-store.js";
import { toLiteral, toLiterals } from "../types/literal-map.js";
import type { ValueStore } from "../types/value-store.js";
import { describeValue } from "../words/describe-value.js";
import { mismatch } from "../types/mismatch.js";
import { isPlainObject } from "../words/plain-object.js";
import { loadLiterals, storeValues } from "./stored-literals.js";
import type { TaskEntity } from "./task-entity.js";
import type { TaskContext } from "./task-context.js";

/** Literals by variable name. */
export type Literals = ReadonlyMap<string, idl.Literal>;

/** The parts of a task that `executeTask` needs. A stand-in for another entity has only these. */
export type Executable = Pick<TaskEntity, "name" | "interface" | "definedAt" | "fn">;

/**
 * Run a task's function once: literals in, literals out.
 *
 * Every runner executes tasks with this function, so all inputs and outputs are checked against their types. The store
 * is where files and other large values are written and read. By default it is a temporary folder, made when needed.
 *
 * @throws `TASK_FAILED` with the author's error as its cause, `TASK_INPUTS_INVALID`, `TASK_OUTPUT_INVALID`,
 * `TASK_HAS_NO_FUNCTION` for a task that only a cluster can run, `VERSIONS_MIXED`.
 */
export async function executeTask(
  task: Executable,
  inputs: Literals,
  context: TaskContext,
  store: ValueStore = localStore(),
): Promise<Literals> {
  assertReadable(task);
  const values = await inputsOf(task, inputs, store);
  const result = await callFunction(task, values, context);
  return outputsOf(task, result, store);
}

async function inputsOf(
  task: Executable,
  inputs: Literals,
  store: ValueStore,
): Promise<Record<string, unknown>> {
  try {
    return await loadLiterals(task.interface.inputs, inputs, store);
  } catch (cause) {
    throw errors.TASK_INPUTS_INVALID({ task: task.name, ...problemOf(cause) }, { cause });
  }
}

async function callFunction(
  task: Executable,
  values: Record<string, unknown>,
  context: TaskContext,
): Promise<unknown> {
  const { fn, definedAt } = task;
  if (fn === undefined)
    throw errors.TASK_HAS_NO_FUNCTION({ task: task.name }, { location: definedAt.location });
  try {
    return await runAuthor(definedAt, fn, values as never, context);
  } catch (cause) {
    throw errors.TASK_FAILED({ task: task.name, message: textOf(cause) }, { cause });
  }
}

async function outputsOf(task: Executable, result: unknown, store: ValueStore): Promise<Literals> {
  const { outputStyle } = task.interface;
  try {
    switch (outputStyle) {
      case "void":
        return new Map();
      case "bare":
        return await bareOutput(task, result, store);
      case "named":
        return await namedOutputs(task, result, store);
      default:
        return unreachable(outputStyle);
    }
  } catch (cause) {
    const at = outputStyle === "bare" ? "output" : "outputs";
    throw errors.TASK_OUTPUT_INVALID(
      { task: task.name, at, ...problemOf(cause) },
      { cause, location: task.definedAt.location },
    );
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

async function bareOutput(task: Executable, result: unknown, store: ValueStore): Promise<Literals> {
  const { outputs } = task.interface;
  const given = Object.fromEntries([...outputs.keys()].map((name) => [name, result]));
  const stored = await storeValues(outputs, given, store, () => "output");
  return new Map([...outputs].map(([name, type]) => [name, toLiteral("output", stored[name], type)]));
}

async function namedOutputs(task: Executable, result: unknown, store: ValueStore): Promise<Literals> {
  const { outputs } = task.interface;
  if (!isPlainObject(result)) throw mismatch("object of outputs", describeValue(result));
  return toLiterals(outputs, await storeValues(outputs, result, store));
}
