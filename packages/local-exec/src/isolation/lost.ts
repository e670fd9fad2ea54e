import { fromErrorData, type ErrorData } from "@flytekit-ts/core/literals";
import { textOf } from "@flytekit-ts/core/errors";
import { errors } from "../errors.js";
import type { Exit } from "./pool/exit.js";

/** The attempt whose worker was lost. */
export interface LostAttempt {
  readonly task: string;
  readonly node: string;
  readonly kind: "worker" | "process";
  /** The limit of the heap in bytes. */
  readonly memory: number | undefined;
}

/** The error for a worker that ended without an answer. */
export function lostBy({ task, node, kind, memory }: LostAttempt, exit: Exit): Error {
  const { cause } = exit;
  const context = cause === undefined ? {} : { cause };
  if (exit.isOutOfMemory) {
    const limit = memory === undefined ? undefined : `${Math.floor(memory / 2 ** 20)} MiB`;
    return errors.TASK_OUT_OF_MEMORY({ task, node, kind, limit }, context);
  }
  const { signal } = exit;
  const how = { how: howOf(exit), ...(signal === undefined ? {} : { signal }) };
  return errors.TASK_PROCESS_LOST({ task, node, kind, ...how }, context);
}

/** How a worker ended, in words. */
export function howOf({ code, signal, cause }: Exit): string {
  if (signal !== undefined) return `it was ended by the signal ${signal}`;
  if (code !== undefined) return `it exited with code ${code}`;
  return textOf(cause);
}

/** The error for something that a task threw outside of its function. */
export function crashedBy({ task, node }: LostAttempt, thrown: ErrorData): Error {
  const cause = fromErrorData(thrown);
  return errors.TASK_CRASHED({ task, node, message: textOf(cause) }, { cause });
}
