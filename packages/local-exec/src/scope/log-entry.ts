import type { LoggedFields, LoggerLevel } from "@flytekit-ts/core/context";

/** What a task logged. Secrets are hidden in it. */
export interface LogEntry {
  /** The path of the node, as in events. */
  readonly node: string;
  /** The full name of the task. */
  readonly entity: string;
  /** 0 for the first attempt. */
  readonly attempt: number;
  readonly level: LoggerLevel;
  readonly message: string;
  readonly fields?: LoggedFields | undefined;
}

/** Where the messages of tasks go, besides the events. It never throws. */
export type LogTask = (entry: LogEntry) => void;
