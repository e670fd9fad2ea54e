import type { Logger } from "@flytekit-ts/core";

/** Task messages go to standard error, so that a program's own output stays clean. */
export const stderrLogger: Logger = {
  debug: (message) => write("debug", message),
  info: (message) => write("info", message),
  warn: (message) => write("warn", message),
  error: (message) => write("error", message),
};

function write(level: string, message: string): void {
  process.stderr.write(`${level} ${message}\n`);
}
