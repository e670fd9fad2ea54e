import type { CronSchedule } from "./cron-expression.js";
import type { CronField } from "./cron-field.js";

// The days of the longest February: a schedule for the 29th fires in leap years.
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether there is any time at which a schedule fires.
 *
 * No year has a 31st of February, and the scheduler of the cluster then waits without a word. If the days of
 * month and week are both restricted, either will do; each weekday comes in each month.
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
