import { constants } from "node:os";

import type { ExitCode } from "../command/host.js";
import { processErrors as errors } from "../errors/process-errors.js";
import { exitWith } from "./end-process.js";
import type { Interrupter } from "./interrupter.js";

const ENDING = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** How a process that is asked to end does so. */
export interface Ending {
  /** The exit code of a process that was asked to end; by default it ends by the signal. */
  readonly terminated?: ExitCode | undefined;
  /** How long a task may take to end once it is asked to, in milliseconds. Kubernetes kills after 30 seconds. */
  readonly grace?: number | undefined;
}

const GRACE = 5000;

/**
 * Ends the command when the process is asked to end: the task's signal is aborted, and after a grace time, or when it is
 * asked again, the process ends whatever the task does. Nothing is written then.
 */
export function guardSignals(interrupter: Interrupter, { terminated, grace = GRACE }: Ending): void {
  for (const signal of ENDING) {
    const exitCode = 128 + constants.signals[signal];
    process.on(signal, () => {
      if (interrupter.signal.aborted) return endBySignal(exitCode, terminated);
      interrupter.interrupt({ error: errors.TASK_TERMINATED({ signal }), exitCode });
      setTimeout(() => endBySignal(exitCode, terminated), grace).unref();
    });
  }
}

/**
 * Ends the process as one that the signal has ended, which is what those who wait for it see.
 *
 * The first process of a container cannot end so: it gets the exit code that a shell gives.
 */
export function endBySignal(exitCode: number, terminated: number | undefined): never {
  if (terminated !== undefined) return exitWith(terminated);
  const signal = exitCode - 128;
  process.removeAllListeners(NAMES.get(signal));
  process.kill(process.pid, signal);
  return exitWith(exitCode);
}

const NAMES = new Map<number, string>(Object.entries(constants.signals).map(([name, n]) => [n, name]));
