/** Where a task's messages go. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What a task function may ask about its own execution. */
export interface TaskContext {
  /** Fires when the run is over before the task is: stop early, and pass it to what you call. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /** Identity of the run this execution belongs to. */
  readonly executionId: string;
  /** 0 for the first attempt. */
  readonly attempt: number;
}

/** A context for calling a task's function in a unit test; give what the test needs. */
export function testContext(given: Partial<TaskContext> = {}): TaskContext {
  const silent = (): void => {};
  const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent };
  return { signal: new AbortController().signal, logger, executionId: "test", attempt: 0, ...given };
}
