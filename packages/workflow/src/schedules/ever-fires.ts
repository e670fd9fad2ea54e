import type { CronSchedule } from "./cron-expression.js";
import type { CronField } from "./cron-field.js";

// The days of the longest February: a schedule for the 29th fires in leap years.
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether there is any time at which a schedule fires.
 *
 * For the 31st of February, which no year has, the scheduler of the cluster waits forever and reports nothing. If
 * both the days of month and the days of week are restricted, the schedule fires on either. Every month has every
 * weekday.
 */
export function everFires(schedule: CronSchedule): boolean {
  if (schedule.kind === "interval") return true;
  const { minute, hour, dayOfMonth, month, dayOfWeek } = schedule;
  if ([minute, hour, month].some(({ values }) => values.size === 0)) return false;
  const someDay = hasDay(dayOfMonth, month);
  const someWeekday = dayOfWeek.values.size > 0;
  return dayOfMonth.open || dayOfWeek.open ? someDay && someWeekday : someDay || someWeekday;
}

function hasDay({ values }: CronField, { values: months }: CronField): boolean {
  const longest = Math.max(...LENGTHS.filter((_, index) => months.has(index + 1)));
  return [...values].some((day) => day <= longest);
}
