/** Values that are logged beside a message, by name. */
export interface LogFields {
  readonly [name: string]: unknown;
}

/** Where a task's messages go. Logging never throws, whatever is logged. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** How important a message is. */
export type LoggerLevel = keyof Logger;

/** A logger of which each message goes through one function. */
export function loggerTo(log: (level: LoggerLevel, message: string, fields?: LogFields) => void): Logger {
  return {
    debug: (message, fields) => log("debug", message, fields),
    info: (message, fields) => log("info", message, fields),
    warn: (message, fields) => log("warn", message, fields),
    error: (message, fields) => log("error", message, fields),
  };
}
