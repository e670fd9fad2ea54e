import { logFields, loggerTo, logText } from "@flytekit-ts/core/context";

/** Writes a line of JSON for each message to standard error, as collectors of logs read them. */
export const lineLogger = loggerTo((level, message, fields) => {
  const time = new Date().toISOString();
  process.stderr.write(
    `${JSON.stringify({ time, level, message: logText(message), ...logFields(fields) })}\n`,
  );
});
