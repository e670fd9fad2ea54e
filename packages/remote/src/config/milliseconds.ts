import type { TimeSpan } from "@flytekit-ts/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { parseDuration } from "@flytekit-ts/core/tasks";

// No timer takes more.
const LONGEST = 2 ** 31 - 1;

/** Where an option that is a time is given, and the shortest time that it may be. */
export interface TimeOption {
  readonly at: string;
  readonly option: string;
  /** Milliseconds. */
  readonly least?: number | undefined;
}

/** The milliseconds of an option that is a time: a number of them, or a text such as `"90 s"`. @throws `OPTION_INVALID` */
export function milliseconds(span: TimeSpan, { at, option, least = 0 }: TimeOption): number {
  const found = Number(parseDuration(span, option, at)) / 1e6;
  if (found >= least && found <= LONGEST) return found;
  const wanted = `a time from ${least} ms to 24 days`;
  throw coreErrors.OPTION_INVALID({ at, option, wanted, given: span, advice: `Give ${wanted}.` });
}
