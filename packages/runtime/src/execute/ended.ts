import type { Interruption } from "../command/host.js";
import { Failure, hostFailure } from "../error-document/failure.js";

/** A command that has to stop where it is: nothing more is written. */
export class Stopped {
  readonly interruption: Interruption;

  constructor(interruption: Interruption) {
    this.interruption = interruption;
  }
}

/** The task asked that nothing be written, as the processes of a distributed task do that do not lead it. */
export class Ignored {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

/** What there is in place of outputs. */
export type Ended = Failure | Stopped | Ignored;

/** Whether a result is the end of the command. */
export function isEnded(result: unknown): result is Ended {
  return result instanceof Failure || result instanceof Stopped || result instanceof Ignored;
}

/** One step of a command: its result, or how it ended, also if the host interrupts it. Never rejects. */
export async function step<T>(
  signal: AbortSignal,
  work: () => T | Promise<T>,
  endOf: (error: unknown) => Ended,
): Promise<T | Ended> {
  if (signal.aborted) return interruptedBy(signal);
  let stop: (() => void) | undefined;
  const interrupted = new Promise<Ended>((resolve) => {
    // A process that is asked to end lets the task end first: its host does not wait for long.
    stop = () => {
      const end = interruptedBy(signal);
      if (!(end instanceof Stopped)) resolve(end);
    };
    signal.addEventListener("abort", stop);
  });
  // What was interrupted may throw because of it: that is no other end.
  const done = (async () => work())().catch((error: unknown) =>
    signal.aborted ? interruptedBy(signal) : endOf(error),
  );
  try {
    return await Promise.race([done, interrupted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener("abort", stop);
  }
}

/**
 * The last step: it is not left before its work is over, so that nothing is written behind what is told of it. Work that
 * was done before the interruption reached it counts. Never rejects.
 */
export async function lastStep<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
  endOf: (error: unknown) => Ended,
): Promise<T | Ended> {
  if (signal.aborted) return interruptedBy(signal);
  try {
    return await work();
  } catch (error) {
    return signal.aborted ? interruptedBy(signal) : endOf(error);
  }
}

function interruptedBy({ reason }: AbortSignal): Ended {
  const interruption: Interruption = isInterruption(reason) ? reason : { error: reason };
  if (interruption.exitCode !== undefined) return new Stopped(interruption);
  return hostFailure(interruption.error, interruption.isRecoverable ?? false);
}

function isInterruption(reason: unknown): reason is Interruption {
  return typeof reason === "object" && reason !== null && "error" in reason;
}
