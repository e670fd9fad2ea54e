import { coreErrors, isFlytekitError } from "@flytekit-ts/core/errors";
import { isRecoverable } from "@flytekit-ts/core/context";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import { type Failure, systemFailure, userFailure } from "./failure.js";

/**
 * The failure of a task that `executeTask` has rejected.
 *
 * What the author threw is shown as it is. Inputs and outputs that do not fit their types would not fit again; storage
 * that failed may work the next time.
 */
export function failureOfTask(task: TaskEntity, rejection: unknown): Failure {
  try {
    return classified(rejection, isRecoverable(task, rejection));
  } catch (error) {
    // The author's rule about errors failed.
    return userFailure(error);
  }
}

function classified(rejection: unknown, recoverable: boolean): Failure {
  if (coreErrors.TASK_FAILED.is(rejection)) return failureOf(rejection.cause, recoverable);
  if (coreErrors.TASK_INPUTS_INVALID.is(rejection)) return systemFailure(rejection, isPassing(rejection));
  if (coreErrors.TASK_OUTPUT_INVALID.is(rejection)) {
    const streamed = streamFault(rejection.cause);
    if (streamed !== undefined) return userFailure(streamed.error, recoverable);
    return systemFailure(rejection, isPassing(rejection));
  }
  const isOfUser = isFlytekitError(rejection) && rejection.origin === "user";
  return isOfUser ? userFailure(rejection) : systemFailure(rejection, true);
}

// An author who asks for a folder cannot help it if the container has none.
function failureOf(thrown: unknown, recoverable: boolean): Failure {
  return errors.CONTAINER_INVALID.is(thrown) ? systemFailure(thrown, true) : userFailure(thrown, recoverable);
}

/** What a stream that the author returned failed with: it is the author's error, and no fault of the storage. */
function streamFault(cause: unknown): { readonly error: unknown } | undefined {
  if (!coreErrors.VALUE_NOT_STORED.is(cause) || cause.cause === undefined) return undefined;
  const { cause: error } = cause;
  if (!isFlytekitError(error)) return { error };
  return isOfStream(error) && error.cause !== undefined ? { error: error.cause } : undefined;
}

/** Whether storage failed on the way, which may pass: not what is missing, or of another kind than was said. */
function isPassing(error: unknown): boolean {
  for (let each = error, depth = 0; isFlytekitError(each) && depth < 20; each = each.cause, depth += 1)
    if ((coreErrors.STORAGE_FAILED.is(each) && !isOfStream(each)) || coreErrors.STORAGE_ABORTED.is(each))
      return true;
  return false;
}

function isOfStream(error: unknown): boolean {
  return coreErrors.STORAGE_FAILED.is(error) && error.params.problem.startsWith("the stream ");
}
