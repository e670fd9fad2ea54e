import type { Logger } from "@flytekit-ts/core";
import { textOf } from "@flytekit-ts/core/errors";
import type { LogEntry } from "../scope/log-entry.js";

/** A message of a task, or of the run itself. */
type Logged = Pick<LogEntry, "level" | "message"> & Partial<LogEntry>;

/** Where the messages of a run and its tasks go: to a logger, to standard error, or nowhere. It never throws. */
export function runLog(logger: Logger | false | undefined): (entry: Logged) => void {
  if (logger === false) return () => {};
  return logger === undefined ? toStderr : toLogger(logger);
}

// So that a program's own output stays clean.
function toStderr({ node, level, message, fields }: Logged): void {
  const from = node === undefined ? "" : `${node}: `;
  const values = fields === undefined ? "" : ` ${JSON.stringify(fields)}`;
  process.stderr.write(`${level} ${from}${message}${values}\n`);
}

// A logger that fails must not fail the task that logs. That it fails is said once.
function toLogger(logger: Logger): (entry: Logged) => void {
  let hasFailed = false;
  const failed = (entry: Logged, error: unknown): void => {
    if (!hasFailed) toStderr({ level: "error", message: `The logger failed: ${textOf(error)}` });
    hasFailed = true;
    toStderr(entry);
  };
  return (entry) => {
    const { level, message, fields, ...from } = entry;
    try {
      const result: unknown = logger[level](message, { ...from, ...fields });
      if (result instanceof Promise) result.catch((error: unknown) => failed(entry, error));
    } catch (error) {
      failed(entry, error);
    }
  };
}
