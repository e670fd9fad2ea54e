import { processErrors as errors } from "../errors/process-errors.js";
import type { Interrupter } from "./interrupter.js";

/**
 * Turns what would end the process without a word into an error of the task: exceptions and rejections that nobody
 * catches, and a wait that nothing can end.
 *
 * @param end ends the process if even the interrupted command waits for nothing that can happen.
 */
export function guardErrors(interrupter: Interrupter, end: () => never): void {
  const fail = (error: unknown): void => interrupter.interrupt({ error });
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  process.on("beforeExit", () => {
    if (interrupter.signal.aborted) end();
    fail(errors.TASK_LEFT_PENDING({}));
  });
}
