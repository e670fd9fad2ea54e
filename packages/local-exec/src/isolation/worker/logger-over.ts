import { logFields, type Logger, loggerTo, logText } from "@flytekit-ts/core/context";
import type { Link } from "./link.js";

/** A logger whose messages go to the run. */
export function loggerOver(link: Link): Logger {
  return loggerTo((level, given, givenFields) => {
    const fields = logFields(givenFields);
    const rest = fields === undefined ? {} : { fields };
    void link.send({ kind: "logged", level, message: logText(given), ...rest });
  });
}
