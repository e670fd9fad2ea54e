import { errors } from "../errors.js";
import { datetimeOf } from "../inputs/texts/datetime.js";
import { durationOf } from "../inputs/texts/duration.js";

/** What a text was given for, for messages. */
export interface GivenFor {
  readonly command: string;
  readonly option: string;
}

/** A time as it is typed: `2026-05-01`, `now - 1 day`, as an input of `tsflyte run`. @throws `USAGE_INVALID` */
export function timeGiven(text: string, { command, option }: GivenFor): Date {
  const found = datetimeOf(text.trim(), new Date());
  if (found !== undefined) return new Date(Number(found.micros / 1000n));
  throw errors.USAGE_INVALID({
    command,
    problem: `${option} is not a time: ${JSON.stringify(text)}`,
    advice: "Give a time such as 2026-05-01, 2026-05-01T08:00:00Z, `now` or `now - 1 day`.",
  });
}

/** A duration as it is typed, in milliseconds: `1 day`, `12h`. @throws `USAGE_INVALID` */
export function spanGiven(text: string, { command, option }: GivenFor): number {
  const found = durationOf(text.trim());
  if (found !== undefined && found > 0n) return Number(found / 1000n);
  throw errors.USAGE_INVALID({
    command,
    problem: `${option} is not a duration: ${JSON.stringify(text)}`,
    advice: "Give a duration such as `7 days` or `12h`.",
  });
}
