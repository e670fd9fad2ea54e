import type * as admin from "@flytekit-ts/models/admin";
import { RateUnit } from "../messages/admin-enums.js";
import { parseCron } from "../schedules/cron-expression.js";
import { nextFire } from "../schedules/next-fire.js";

const MINUTE = 60_000;
const UNITS = new Map<admin.FixedRate["unit"], number>([
  [RateUnit.MINUTE, MINUTE],
  [RateUnit.HOUR, 60 * MINUTE],
  [RateUnit.DAY, 24 * 60 * MINUTE],
]);

/**
 * The next time after another at which the schedule of a launch plan starts an execution, as Flyte's own scheduler counts;
 * `undefined` if there is none. A rate counts from the time that is given. Cron expressions without a time zone are in UTC.
 */
export function nextTime(schedule: admin.Schedule, after: Date): Date | undefined {
  const { ScheduleExpression: expression } = schedule;
  const time = after.getTime();
  switch (expression?.$case) {
    case "rate": {
      const { value, unit } = expression.value;
      const span = value * (UNITS.get(unit) ?? 0);
      return span > 0 ? new Date(time + span) : undefined;
    }
    case "cronSchedule":
      return nextOfCron(expression.value.schedule, time);
    default:
      // flyteadmin activates no schedule of the deprecated kind.
      return undefined;
  }
}

function nextOfCron(expression: string, after: number): Date | undefined {
  const schedule = parseCron(expression);
  if ("problem" in schedule) return undefined;
  const next = nextFire(schedule, after, zoneOf(expression));
  return next === undefined ? undefined : new Date(next);
}

// For Go the empty zone is UTC, and the local one is that of the server.
const UTC = new Set(["", "Local", "Factory", "UTC"]);

function zoneOf(expression: string): string {
  const [, zone = "UTC"] = /^(?:CRON_)?TZ=([^ ]*) /.exec(expression) ?? [];
  return UTC.has(zone) ? "UTC" : zone;
}
