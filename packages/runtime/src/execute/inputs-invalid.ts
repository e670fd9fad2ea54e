import { coreErrors, isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { TaskEntity } from "@flytekit-ts/core/tasks";

/** The error for inputs that do not fit their types, with the hint of a known mistake. */
export function inputsInvalid({ name }: TaskEntity, cause: unknown): Error {
  const isPlain = coreErrors.VALUE_TYPE_MISMATCH.is(cause) && cause.params.fault === undefined;
  const advice = isFlytekitError(cause) && !isPlain ? cause.hint : undefined;
  return coreErrors.TASK_INPUTS_INVALID({ task: name, problem: textOf(cause), advice }, { cause });
}
