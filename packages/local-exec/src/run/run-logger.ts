import type { Logger } from "@flytekit-ts/core";
import { textOf } from "@flytekit-ts/core/errors";
import type { LogEntry, RunLogger } from "../scope/log-entry.js";

/** Where the messages of a run's tasks go: to a logger, to standard error, or nowhere. */
export function runLogger(logger: Logger | false | undefined): RunLogger {
  if (logger === false) return () => {};
  return logger === undefined ? toStderr : toLogger(logger);
}

/** Task messages go to standard error, so that a program's own output stays clean. */
const toStderr: RunLogger = ({ node, level, message, fields }) => {
  const values = fields === undefined ? "" : ` ${JSON.stringify(fields)}`;
  process.stderr.write(`${level} ${node}: ${message}${values}\n`);
};

// A logger that fails must not fail the task that logs. That it fails is said once.
function toLogger(logger: Logger): RunLogger {
  let hasFailed = false;
  const failed = (entry: LogEntry, error: unknown): void => {
    if (!hasFailed)
      toStderr({
        ...entry,
        fields: undefined,
        level: "error",
        message: `The logger failed: ${textOf(error)}`,
      });
    hasFailed = true;
    toStderr(entry);
  };
  return (entry) => {
    const { level, message, fields, node, entity, attempt } = entry;
    try {
      const result: unknown = logger[level](message, { node, entity, attempt, ...fields });
      if (result instanceof Promise) result.catch((error: unknown) => failed(entry, error));
    } catch (error) {
      failed(entry, error);
    }
  };
}
