import type { TimeSpan } from "@flytekit-ts/core";
import { parseDuration } from "@flytekit-ts/core/tasks";

/** The milliseconds of a span of time, such as `"3 days"`. @throws `OPTION_INVALID` */
export function spanOf(span: TimeSpan, option: string, at: string): number {
  return Number(parseDuration(span, option, at)) / 1_000_000;
}
