import { temporaryFolder } from "../files/local-store.js";
import type { Signal } from "../storage/signal.js";
import { workingFiles } from "./working-directory.js";

/** Where a task's messages go. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Information for a task's function about its execution, and its logger. */
export interface TaskContext {
  /**
   * Aborted if this attempt should stop: the run, or the part of it around the task, ended early, or the attempt took
   * longer than its timeout. Stop early then, and pass the signal to functions that take one. Each attempt has a signal
   * of its own, which does not fire once the attempt is over, so end what it left running yourself.
   */
  readonly signal: Signal;
  readonly logger: Logger;
  /** Id of the run that this execution belongs to. */
  readonly executionId: string;
  /** 0 for the first attempt. */
  readonly attempt: number;
  /** A directory of this attempt alone. It is made when it is asked for. */
  readonly workingDirectory: string;
  /**
   * A path for a new file of this name. Nothing else gets this path, whatever the name: not another call, attempt or
   * task. Its directory exists.
   */
  newFile(name: string): string;
}

/**
 * A context for calling a task's function in a unit test. Pass the parts that the test needs; the others have
 * defaults.
 */
export function testContext(given: Partial<TaskContext> = {}): TaskContext {
  const silent = (): void => {};
  const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent };
  const files = workingFiles(() => given.workingDirectory ?? temporaryFolder());
  return {
    signal: new AbortController().signal,
    logger,
    executionId: "test",
    attempt: 0,
    newFile: (name) => files.newFile(name),
    ...given,
    get workingDirectory() {
      return files.workingDirectory;
    },
  };
}
