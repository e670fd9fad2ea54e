import { parseDuration } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";

/**
 * How often somebody wants to look, in milliseconds, as it is typed: `2s`, or seconds as for pyflyte.
 *
 * @throws `USAGE_INVALID`
 */
export function pollIntervalOf(text: string | undefined, command: string): number | undefined {
  if (text === undefined) return undefined;
  const seconds = text.trim() === "" ? Number.NaN : Number(text);
  const milliseconds = Number.isNaN(seconds) ? spanOf(text) : seconds * 1000;
  if (milliseconds > 0 && milliseconds < 2 ** 31) return milliseconds;
  throw errors.USAGE_INVALID({
    command,
    problem: `--poll-interval cannot be ${JSON.stringify(text)}`,
    advice: "Give a time such as `2s`, `500ms` or `1min`.",
  });
}

function spanOf(text: string): number {
  try {
    return Number(parseDuration(text, "--poll-interval", "tsflyte")) / 1e6;
  } catch {
    return Number.NaN;
  }
}
