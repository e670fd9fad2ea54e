import type * as idl from "@flytekit-ts/models/core";
import { assertReadable } from "../entity/entity.js";
import { errors, unreachable } from "../errors.js";
import { textOf } from "../errors/text-of.js";
import { runAuthor } from "../source/run-author.js";
import { fromLiterals, toLiteral, toLiterals } from "../types/literal-map.js";
import { describeValue } from "../words/describe-value.js";
import { mismatch } from "../types/mismatch.js";
import { isPlainObject } from "../words/plain-object.js";
import type { TaskEntity } from "./task-entity.js";
import type { TaskContext } from "./task-context.js";

/** Literals by variable name. */
export type Literals = ReadonlyMap<string, idl.Literal>;

/** The parts of a task that `executeTask` needs. A stand-in for another entity has only these. */
export type Executable = Pick<TaskEntity, "name" | "interface" | "definedAt" | "fn">;

/**
 * Run a task's function once: literals in, literals out.
 *
 * Every runner executes tasks with this function, so all inputs and outputs are checked against their types.
 *
 * @throws `TASK_FAILED` with the author's error as its cause, `TASK_INPUTS_INVALID`, `TASK_OUTPUT_INVALID`,
 * `TASK_HAS_NO_FUNCTION` for a task that only a cluster can run, `VERSIONS_MIXED`.
 */
export async function executeTask(
  task: Executable,
  inputs: Literals,
  context: TaskContext,
): Promise<Literals> {
  assertReadable(task);
  const values = inputsOf(task, inputs);
  const result = await callFunction(task, values, context);
  return outputsOf(task, result);
}

function inputsOf(task: Executable, inputs: Literals): Record<string, unknown> {
  try {
    return fromLiterals(task.interface.inputs, inputs);
  } catch (cause) {
    throw errors.TASK_INPUTS_INVALID({ task: task.name, problem: textOf(cause) }, { cause });
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

function outputsOf(task: Executable, result: unknown): Literals {
  const { outputs, outputStyle } = task.interface;
  try {
    switch (outputStyle) {
      case "void":
        return new Map();
      case "bare":
        return new Map([...outputs].map(([name, type]) => [name, toLiteral("output", result, type)]));
      case "named":
        if (!isPlainObject(result)) throw mismatch("object of outputs", describeValue(result));
        return toLiterals(outputs, result);
      default:
        return unreachable(outputStyle);
    }
  } catch (cause) {
    const params = {
      task: task.name,
      at: outputStyle === "bare" ? "output" : "outputs",
      problem: textOf(cause),
    };
    throw errors.TASK_OUTPUT_INVALID(params, { cause, location: task.definedAt.location });
  }
}
