import { coreErrors } from "@flytekit-ts/core/errors";
import { loadLiterals, type ValueStore } from "@flytekit-ts/core/storage";
import type { Literals, TaskEntity } from "@flytekit-ts/core/tasks";
import { inputsInvalid } from "./inputs-invalid.js";

/**
 * Check that the names of inputs are those of the task. A task without inputs takes whatever comes, as in flytekit.
 *
 * @throws `TASK_INPUTS_INVALID` for a name that the task has not.
 */
export function assertKnown(task: TaskEntity, inputs: Literals): void {
  const { inputs: declared, inputNames } = task.interface;
  if (declared.size === 0) return;
  const unknown = [...inputs.keys()].find((name) => !declared.has(name));
  if (unknown === undefined) return;
  const problem = `it has no input ${unknown}; its inputs are ${inputNames.join(", ")}`;
  throw coreErrors.TASK_INPUTS_INVALID({ task: task.name, problem });
}

/** The name of an input that the call should have given: it has no default, and is not none by itself. */
export function missingInput(task: TaskEntity, inputs: Literals): string | undefined {
  const missing = [...task.interface.inputs].find(
    ([name, { default: fallback, transformer }]) =>
      !inputs.has(name) && fallback === undefined && transformer.isNoneByDefault !== true,
  );
  return missing?.[0];
}

/** That an input is missing, after the others were found to fit: one that does not is the graver fault. */
export async function missingError(
  task: TaskEntity,
  missing: string,
  { inputs, store }: { readonly inputs: Literals; readonly store: ValueStore },
): Promise<Error> {
  const types = new Map([...task.interface.inputs].filter(([name]) => inputs.has(name)));
  try {
    await loadLiterals(types, inputs, store);
  } catch (cause) {
    return inputsInvalid(task, cause);
  }
  const type = task.interface.inputs.get(missing)?.transformer.words ?? "";
  return coreErrors.INPUT_MISSING({ entity: `task ${task.name}`, input: missing, type });
}
