import { isFlytekitError } from "@flytekit-ts/core/errors";
import { parseDuration } from "@flytekit-ts/core/tasks";
import { errors } from "../../errors.js";

/** A span of time that an option gives, in milliseconds. @throws `USAGE_INVALID` */
export function millisecondsOf(text: string, option: string): number {
  try {
    return Number(parseDuration(text, option, "tsflyte")) / 1e6;
  } catch (cause) {
    if (!isFlytekitError(cause)) throw cause;
    const problem = `--${option} takes a span of time, and not ${JSON.stringify(text)}`;
    const advice = "Write a number and a unit, such as `30 min`, `12h` or `7d`.";
    throw errors.USAGE_INVALID({ command: "tsflyte", problem, advice }, { cause });
  }
}
