import type { CronField } from "./cron-field.js";
import type { CronSchedule } from "./cron-expression.js";
import { type WallTime, wallTimeIn } from "./wall-time.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
// The scheduler looks no further. Only the 29th of February of some centuries is further away.
const MOST_YEARS = 5;

/**
 * The next time after another at which a schedule fires, in milliseconds since 1970; `undefined` if there is none in the
 * next five years. The fields are read in a time zone.
 *
 * It goes on in steps of a day, an hour or a minute, like the scheduler of Flyte. So a time that is left out because a
 * clock is put forward does not fire, and one that comes twice because it is put back fires twice.
 */
export function nextFire(schedule: CronSchedule, after: number, zone: string): number | undefined {
  if (schedule.kind === "interval") return after + intervalOf(schedule.nanoseconds) - (after % 1000);
  const wallTime = wallTimeIn(zone);
  let time = Math.floor(after / MINUTE) * MINUTE + MINUTE;
  let wall = wallTime(time);
  const lastYear = wall.year + MOST_YEARS;
  while (wall.year <= lastYear) {
    if (!schedule.month.values.has(wall.month) || !fitsDay(schedule, wall))
      time = nextMidnight(time, wall, wallTime);
    else if (!schedule.hour.values.has(wall.hour)) time += HOUR - wall.minute * MINUTE;
    else if (!schedule.minute.values.has(wall.minute)) time += MINUTE;
    else return time;
    wall = wallTime(time);
  }
  return undefined;
}

// Whole seconds, and at least one, as in the scheduler.
function intervalOf(nanoseconds: bigint): number {
  return Math.max(1, Number(nanoseconds / 1_000_000_000n)) * 1000;
}

type Days = { readonly dayOfMonth: CronField; readonly dayOfWeek: CronField };

// If both are restricted, either is enough.
function fitsDay({ dayOfMonth, dayOfWeek }: Days, { day, weekday }: WallTime): boolean {
  const fitsMonth = dayOfMonth.values.has(day);
  const fitsWeek = dayOfWeek.values.has(weekday);
  return dayOfMonth.open || dayOfWeek.open ? fitsMonth && fitsWeek : fitsMonth || fitsWeek;
}

/** When the next day begins. A clock may be put forward or back on the way, or at midnight itself. */
function nextMidnight(
  time: number,
  { hour, minute }: WallTime,
  wallTime: (time: number) => WallTime,
): number {
  const guess = time + 24 * HOUR - hour * HOUR - minute * MINUTE;
  const { hour: late, minute: minutes } = wallTime(guess);
  if (late === 0 && minutes === 0) return guess;
  if (late >= 12) return guess + 24 * HOUR - late * HOUR - minutes * MINUTE;
  const earlier = guess - late * HOUR - minutes * MINUTE;
  // There may be no midnight, if the clock is put forward from there.
  return wallTime(earlier).hour === 0 ? earlier : guess;
}
