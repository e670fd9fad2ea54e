import type * as admin from "@flytekit-ts/models/admin";
import type { Refused, TimeSpan } from "@flytekit-ts/core";
import { atCaller, coreErrors } from "@flytekit-ts/core/errors";
import { assertContract, type Place, placeOfCaller, stamped } from "@flytekit-ts/core/graph";
import { assertOptions, assertText, parseDuration } from "@flytekit-ts/core/tasks";
import * as errors from "../errors.js";
import { RateUnit } from "../messages/admin-enums.js";
import { cronProblem } from "../schedules/cron-expression.js";

const SCHEDULE = Symbol.for("@flytekit-ts/schedule");

/** When a launch plan starts executions by itself. `K` is the name of the input that gets the time, if there is one. */
export interface Schedule<K extends string = never> {
  readonly kind: "cron" | "rate";
  readonly message: admin.Schedule;
  readonly definedAt: Place;
  readonly "~kickoff"?: K;
}

/** Options of a schedule. */
export interface ScheduleOptions<K extends string = string> {
  /** Name of a datetime input. It gets the time for which the schedule starts the execution. */
  readonly kickoffTime?: K | undefined;
}

/** Options of a cron schedule. */
export interface CronOptions<K extends string = string> extends ScheduleOptions<K> {
  /** An ISO 8601 duration by which times are shifted; Flyte's own scheduler does not read it. */
  readonly offset?: string | undefined;
}

const MINUTE = 60_000_000_000n;
const UNITS = [
  [1440n * MINUTE, RateUnit.DAY],
  [60n * MINUTE, RateUnit.HOUR],
  [MINUTE, RateUnit.MINUTE],
] as const;
// The number of units is an unsigned integer of 32 bits.
const MOST = 0xffffffffn;
const OFFSET = /^[-+]?P[-+0-9YMWD]*(T[-+0-9HMS.,]*)?$/;

// Six words that are not empty, of which the first is no time zone. Other faults are found when the schedule is made.
type FiveFields<E extends string> =
  E extends `${infer A} ${infer B} ${infer C} ${infer D} ${infer F} ${infer G}`
    ? "" extends A | B | C | D | F | G | (A extends `${string}=${string}` ? "" : never)
      ? unknown
      : Refused<"a cron expression has five fields: minute, hour, day of month, month, day of week">
    : unknown;

/**
 * A schedule by a cron expression of five fields (minute, hour, day of month, month, day of week), or a
 * descriptor such as `@daily`.
 *
 * flyteadmin accepts no more than that. flytekit accepts more: six fields, and words such as `days`.
 *
 * @throws `CRON_INVALID`, `SCHEDULE_INVALID`, `OPTION_INVALID`, `OPTION_UNKNOWN`.
 * @example
 * cron("0 2 * * *", { kickoffTime: "when" })
 */
export function cron<const E extends string, const K extends string = never>(
  expression: E & FiveFields<E>,
  options: CronOptions<K> = {},
): Schedule<K> {
  return atCaller(cron, () => {
    const at = "cron";
    assertOptions(options, new Set(["kickoffTime", "offset"]), at);
    if (typeof expression !== "string")
      throw errors.SCHEDULE_INVALID({ given: expression, wanted: "a cron expression of five fields" });
    const problem = cronProblem(expression);
    if (problem !== undefined) throw errors.CRON_INVALID({ expression, problem });
    const { kickoffTime, offset } = options;
    assertText(kickoffTime, "kickoffTime", at);
    if (offset !== undefined && !(typeof offset === "string" && OFFSET.test(offset))) {
      const wanted = "an ISO 8601 duration";
      const advice =
        "Write it like `PT1H30M`, or leave `offset` out: Flyte's own scheduler does not read it.";
      throw coreErrors.OPTION_INVALID({ at, option: "offset", wanted, given: offset, advice });
    }
    const value = { schedule: expression, offset: offset ?? "" };
    return schedule("cron", {
      ScheduleExpression: { $case: "cronSchedule", value },
      kickoffTimeInputArg: kickoffTime ?? "",
      definedAt: placeOfCaller(cron, atCaller),
    });
  });
}

/**
 * A schedule by a span of time: whole minutes, hours or days.
 *
 * @throws `SCHEDULE_INVALID`, `OPTION_INVALID`, `OPTION_UNKNOWN`.
 * @example
 * fixedRate("1 hour")
 */
export function fixedRate<const K extends string = never>(
  every: TimeSpan,
  options: ScheduleOptions<K> = {},
): Schedule<K> {
  return atCaller(fixedRate, () => {
    const at = "fixedRate";
    assertOptions(options, new Set(["kickoffTime"]), at);
    assertText(options.kickoffTime, "kickoffTime", at);
    const span = parseDuration(every, "every", at);
    const [length, unit] = UNITS.find(([unitLength]) => span % unitLength === 0n) ?? [];
    if (length === undefined || unit === undefined || span === 0n) {
      throw errors.SCHEDULE_INVALID({ given: every, wanted: "a span of whole minutes, at least one" });
    }
    if (span / length > MOST) {
      throw errors.SCHEDULE_INVALID({ given: every, wanted: `at most ${MOST} minutes, hours or days` });
    }
    return schedule("rate", {
      ScheduleExpression: { $case: "rate", value: { value: Number(span / length), unit } },
      kickoffTimeInputArg: options.kickoffTime ?? "",
      definedAt: placeOfCaller(fixedRate, atCaller),
    });
  });
}

function schedule<K extends string>(
  kind: Schedule["kind"],
  { definedAt, ...message }: admin.Schedule & Pick<Schedule, "definedAt">,
): Schedule<K> {
  return Object.freeze(stamped({ [SCHEDULE]: true, kind, message, definedAt })) as Schedule<K>;
}

/** Whether a value was returned by `cron` or `fixedRate`, of this copy of the package or another. @throws `VERSIONS_MIXED` */
export function isSchedule(value: unknown): value is Schedule<string> {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, SCHEDULE)) return false;
  assertContract(value, { words: () => "the schedule" });
  return true;
}
