/** How a command ends, for scripts. The numbers are part of the public interface: the guide lists them. */
export const ExitCode = Object.freeze({
  /** All went well. */
  Success: 0,
  /** What was asked for failed: a task, an execution, a check, the cluster. */
  Failure: 1,
  /** The command line, a file that it names or the configuration is wrong, and nothing was done. */
  Usage: 2,
  /** The execution that was waited for was aborted. */
  Aborted: 3,
  /** The execution that was waited for has timed out. */
  TimedOut: 4,
  /** Ended by SIGHUP: the terminal was closed. */
  HungUp: 129,
  /** Ended by Ctrl-C, as a shell says it. */
  Interrupted: 130,
  /** Ended by SIGTERM. */
  Terminated: 143,
});

export type ExitCode = number;
